/** How JSON is written: indented over several lines, and with everything beyond ASCII as escapes. */
export type JsonForm = { isPretty: boolean; isAscii: boolean };

/**
 * The JSON text of a value, by the same rules as Python's `json` with `indent=2` and `ensure_ascii`.
 *
 * @example jsonText({ a: 'é' }, { isPretty: false, isAscii: true }) // '{"a":"\\u00e9"}'
 */
export function jsonText(value: unknown, { isPretty, isAscii }: JsonForm): string {
  const text = JSON.stringify(value, null, isPretty ? 2 : undefined);
  return isAscii ? text.replaceAll(/[\u007f-\uffff]/g, escapeOf) : text;
}

function escapeOf(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
