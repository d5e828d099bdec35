/** A value as `JSON.parse` returns it. */
export type JsonValue = string | number | boolean | null | JsonValue[] | JsonObject;

/** A JSON object whose members are not yet known. */
export type JsonObject = { [key: string]: JsonValue };

/**
 * Whether a value is a JSON object: not null, not an array.
 *
 * @example isObject({ a: 1 }) // true
 */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
