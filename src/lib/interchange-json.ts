import type { JsonValue } from './json.ts';

/**
 * A value as JSON that means the same to every reader (I-JSON, RFC 7493), as RFC 8785 asks for before it puts JSON into its
 * canonical form. Members that are undefined are left out, as `JSON.stringify` does; nothing else is changed.
 *
 * @throws TypeError for what JSON can't say: NaN, an infinity, half of a surrogate pair, undefined in a list, and objects that
 * are more than their members, such as dates, maps and typed arrays; the message names the place
 * @example interchangeJson({ b: undefined, a: [1, 'x'] }) // { a: [1, 'x'] }
 */
export function interchangeJson(value: unknown, path = ''): JsonValue {
  if (value === null || typeof value === 'boolean') return value;
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw refused(path, `${value} is no number of JSON`);
    return value;
  }
  if (typeof value === 'string') return wellFormed(value, path);
  if (Array.isArray(value)) return value.map((item, index) => interchangeJson(item, `${path}[${index}]`));
  if (typeof value !== 'object') throw refused(path, `${typeof value} can’t be written`);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw refused(path, 'it is more than an object of members');
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => {
        const at = path === '' ? key : `${path}.${key}`;
        return [wellFormed(key, at), interchangeJson(member, at)];
      }),
  );
}

function wellFormed(text: string, path: string): string {
  if (!text.isWellFormed()) throw refused(path, 'half of a surrogate pair stands alone');
  return text;
}

function refused(path: string, why: string): TypeError {
  return new TypeError(`Not JSON at "${path}": ${why}.`);
}
