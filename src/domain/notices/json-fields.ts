import { isObject, type JsonObject, type JsonValue } from '../../lib/json.ts';

/** A JSON object or nothing. */
export type MaybeObject = JsonObject | undefined;

/**
 * The member of that name where it is an object.
 *
 * @example objectAt({ tender: { id: '1' } }, 'tender') // { id: '1' }
 */
export function objectAt(holder: MaybeObject, name: string): MaybeObject {
  const value = holder?.[name];
  return isObject(value) ? value : undefined;
}

const none: readonly JsonObject[] = [];

/**
 * The members of an array that are objects; a single object counts as an array of one
 * (`awards[].standstillPeriod` is published both ways). Anything else is empty.
 *
 * @example objectsAt({ lots: [{ id: '1' }, null] }, 'lots') // [{ id: '1' }]
 */
export function objectsAt(holder: MaybeObject, name: string): readonly JsonObject[] {
  const value = holder?.[name];
  if (Array.isArray(value)) return value.every(isObject) ? value : value.filter(isObject);
  return isObject(value) ? [value] : none;
}

/**
 * The member of that name as trimmed text; numbers become text, empty text is null.
 *
 * @example textAt({ id: ' 1 ' }, 'id') // '1'
 */
export function textAt(holder: MaybeObject, name: string): string | null {
  return asText(holder?.[name]);
}

function asText(value: JsonValue | undefined): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const trimmed = value.trim();
  return trimmed === '' ? null : trimmed;
}

/**
 * The texts of an array of texts (a single text counts as one).
 *
 * @example textsAt({ roles: ['buyer', ''] }, 'roles') // ['buyer']
 */
export function textsAt(holder: MaybeObject, name: string): string[] {
  const value = holder?.[name];
  const items = Array.isArray(value) ? value : value === undefined ? [] : [value];
  const texts: string[] = [];
  for (const item of items) {
    const text = asText(item);
    if (text !== null) texts.push(text);
  }
  return texts;
}

/**
 * The member of that name where it is true or false.
 *
 * @example booleanAt({ competitive: true }, 'competitive') // true
 */
export function booleanAt(holder: MaybeObject, name: string): boolean | null {
  const value = holder?.[name];
  return typeof value === 'boolean' ? value : null;
}

/**
 * The ids of an array of objects, trimmed.
 *
 * @example idsAt({ suppliers: [{ id: 'GB-COH-01234567' }] }, 'suppliers') // ['GB-COH-01234567']
 */
export function idsAt(holder: MaybeObject, name: string): string[] {
  const ids: string[] = [];
  for (const item of objectsAt(holder, name)) {
    const id = textAt(item, 'id');
    if (id !== null) ids.push(id);
  }
  return ids;
}
