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

/**
 * The object that a JSON text holds; empty where it holds something else.
 *
 * @throws SyntaxError where it is no JSON
 * @example parseObject('{"a":1}') // { a: 1 }
 */
export function parseObject(text: string): JsonObject {
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}
