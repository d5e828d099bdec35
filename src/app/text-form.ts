/**
 * Facts as aligned lines, those without a value left out.
 *
 * @example textBlock([['status', 'live'], ['signed', null]]) // '  status  live'
 */
export function textBlock(facts: readonly (readonly [label: string, value: string | null])[]): string {
  const known = facts.flatMap(([label, value]) => (value === null || value === '' ? [] : [{ label, value }]));
  const width = Math.max(0, ...known.map(({ label }) => label.length));
  return known.map(({ label, value }) => `  ${label.padEnd(width)}  ${value}`).join('\n');
}

/**
 * Rows as aligned columns; what is not known stays empty.
 *
 * @example textTable([['2024-02-15', 'Award notice'], ['no date', null]]) // '2024-02-15  Award notice\nno date'
 */
export function textTable(rows: readonly (readonly (string | null)[])[]): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(0, ...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      widths
        .map((width, column) => (row[column] ?? '').padEnd(width))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * A heading with its text indented under it; nothing where there is no text.
 *
 * @example textSection('Notices', '2024-02-15  Award notice') // 'Notices\n  2024-02-15  Award notice'
 */
export function textSection(heading: string, body: string | null): string {
  return body === null || body.trim() === '' ? '' : `${heading}\n${body.replaceAll(/^(?=.)/gmu, '  ')}`;
}
