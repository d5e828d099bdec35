import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';

/** An object under construction; its members are JSON once it is done. */
export type Target = { [key: string]: unknown };

/** Where in the record a merge stands; built as a chain because it is read in the rare refusal or warning only. */
export type Place = { readonly parent: Place | null; readonly name: string };

/** What a merge does with a single value or a whole list, which is all that compiled and versioned records differ in. */
export type Leaves = {
  /** Stores a value that isn't merged by parts. */
  put(target: Target, key: string, value: JsonValue): void;
  /** Whether an array was stored by `put`, and isn't an array of objects merged by `id`. */
  isList(array: readonly unknown[]): boolean;
};

/** What one merge remembers beside its result. */
export type MergeState = {
  readonly leaves: Leaves;
  readonly warnings: string[];
  /** Arrays that begin with a whole list and go on with merged objects → how many entries the list has. */
  readonly mixed: Map<readonly unknown[], number>;
};

/**
 * Whether every entry of an array is an object, so that it can be merged by `id`.
 *
 * @example isObjects([{ id: '1' }, 'text']) // false
 */
export function isObjects(array: readonly JsonValue[]): array is JsonObject[] {
  for (const entry of array) if (!isObject(entry)) return false;
  return true;
}

/**
 * `/awards/1/standstillPeriod`: names, and in arrays the `id` of the object.
 *
 * @example describePlace({ parent: { parent: null, name: 'awards' }, name: '1' }) // '/awards/1'
 */
export function describePlace(place: Place | null): string {
  const names: string[] = [];
  for (let at = place; at !== null; at = at.parent) names.unshift(at.name);
  return `/${names.join('/')}`;
}

/**
 * A value as it is shown in a refusal: JSON, cut to 120 characters.
 *
 * @example describeValue({ id: '1' }) // '{"id":"1"}'
 */
export function describeValue(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
