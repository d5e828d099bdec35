import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';

/**
 * The member of that name where the holder is an object and the member is one too; null otherwise.
 *
 * @example memberObject({ tender: { id: '1' } }, 'tender') // { id: '1' }
 */
export function memberObject(holder: JsonValue | undefined, name: string): JsonObject | null {
  const value = isObject(holder) ? holder[name] : undefined;
  return isObject(value) ? value : null;
}

/**
 * The member of that name where it is an array; null otherwise.
 *
 * @example memberList({ awards: [] }, 'awards') // []
 */
export function memberList(holder: JsonValue | undefined, name: string): JsonValue[] | null {
  const value = isObject(holder) ? holder[name] : undefined;
  return Array.isArray(value) ? value : null;
}

/**
 * The member of that name where it is a text, as it is; null otherwise. A number is no text.
 *
 * @example memberText({ id: '1' }, 'id') // '1'
 */
export function memberText(holder: JsonValue | undefined, name: string): string | null {
  const value = isObject(holder) ? holder[name] : undefined;
  return typeof value === 'string' ? value : null;
}

/**
 * The ids, where they are texts, of the objects in the array of that name.
 *
 * @example memberIds({ suppliers: [{ id: 'A' }, {}, { id: 2 }] }, 'suppliers') // ['A']
 */
export function memberIds(holder: JsonValue | undefined, name: string): string[] {
  const ids: string[] = [];
  for (const entry of memberList(holder, name) ?? []) {
    const id = memberText(entry, 'id');
    if (id !== null) ids.push(id);
  }
  return ids;
}
