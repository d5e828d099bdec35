import type { JsonValue } from './json.ts';

/**
 * JSON text with the keys of every object in order, so that equal content gives equal text whatever order it came in.
 *
 * @example canonicalJson({ b: 1, a: [2] }) // '{"a":[2],"b":1}'
 */
export function canonicalJson(value: JsonValue): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  let text = '';
  if (Array.isArray(value)) {
    for (const item of value) text += (text === '' ? '' : ',') + canonicalJson(item);
    return `[${text}]`;
  }
  for (const key of Object.keys(value).sort()) {
    text += `${text === '' ? '' : ','}${quoted(key)}:${canonicalJson(value[key] ?? null)}`;
  }
  return `{${text}}`;
}

/** Keys recur in every release of a publisher, so their quoted forms are kept; odd data can't grow this beyond bounds. */
const quotedKeys = new Map<string, string>();
const mostQuotedKeys = 5000;

function quoted(key: string): string {
  const known = quotedKeys.get(key);
  if (known !== undefined) return known;
  const text = JSON.stringify(key);
  if (quotedKeys.size < mostQuotedKeys) quotedKeys.set(key, text);
  return text;
}
