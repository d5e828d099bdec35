import { isObject } from '../lib/json.ts';
import { cellText } from '../lib/csv.ts';

const longestCell = 48;

/**
 * Any answer as text for a person: lists of objects as aligned tables, the rest as `name: value`.
 *
 * @param columns width of the terminal; a table that is wider becomes one block per row
 * @example presentValue({ rows: [{ id: 'a', name: 'Marram Council' }], next: null }, 80)
 */
export function presentValue(value: unknown, columns = 100): string {
  if (Array.isArray(value)) return presentList(value, columns);
  if (isObject(value)) return presentObject(value, columns);
  return `${cellText(value)}\n`;
}

function presentObject(value: Record<string, unknown>, columns: number): string {
  const plain: [string, string][] = [];
  const parts: string[] = [];
  for (const [name, member] of Object.entries(value)) {
    if (isEmpty(member)) continue;
    if (isPlain(member)) plain.push([label(name), cellText(member)]);
    else parts.push(`${label(name)}\n${indent(presentValue(member, columns - 2))}`);
  }
  const width = Math.max(0, ...plain.map(([name]) => name.length));
  const lines = plain.map(([name, text]) => `${`${name}:`.padEnd(width + 2)}${text}\n`).join('');
  return [lines, ...parts].filter((text) => text !== '').join('\n');
}

function presentList(list: readonly unknown[], columns: number): string {
  if (list.length === 0) return '(none)\n';
  const rows = list.filter((item) => isObject(item));
  if (rows.length < list.length) return list.map((item) => `- ${cellText(item)}\n`).join('');
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((name) =>
    rows.some((row) => !isEmpty(row[name]) && isPlain(row[name])),
  );
  const cells = [
    names.map(label),
    ...rows.map((row) => names.map((name) => cut(isPlain(row[name]) ? cellText(row[name]) : ''))),
  ];
  const widths = names.map((_, index) => Math.max(...cells.map((line) => line[index]?.length ?? 0)));
  const total = widths.reduce((sum, width) => sum + width + 2, -2);
  if (total > columns) return rows.map((row) => presentObject(row, columns)).join('\n');
  const isNumber = names.map((name) =>
    rows.every((row) => typeof row[name] === 'number' || isEmpty(row[name])),
  );
  return cells
    .map(
      (line) =>
        `${line
          .map((text, i) => pad(text, widths[i] ?? 0, isNumber[i] ?? false))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

function isPlain(value: unknown): boolean {
  return (
    !isObject(value) &&
    !(Array.isArray(value) && value.some((item) => typeof item === 'object' && item !== null))
  );
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

/** `lastPublishedAt` as "last published at". */
function label(name: string): string {
  return name.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
}

function cut(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > longestCell ? `${line.slice(0, longestCell - 1)}…` : line;
}

function pad(text: string, width: number, isNumber: boolean): string {
  return isNumber ? text.padStart(width) : text.padEnd(width);
}

function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, '  ');
}
