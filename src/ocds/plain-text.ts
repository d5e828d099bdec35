import type { JsonValue } from '../lib/json.ts';

/**
 * A value as text: a text as it is, anything else as JSON; nothing as an empty text.
 *
 * @example plainText(12) // '12'
 */
export function plainText(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
