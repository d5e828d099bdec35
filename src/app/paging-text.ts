import { numberText } from './count-text.ts';

/**
 * Which rows of a list a page shows, and the cursors of the pages beside it, for the command line. Nothing where the list
 * has one page.
 *
 * @example pagingText({ from: 26, next: 'abc', previous: null }, 25) // 'Rows 26 to 50\nNext page: --cursor abc'
 */
export function pagingText(
  place: { from: number; next: string | null; previous: string | null },
  rows: number,
): string {
  const { from, next, previous } = place;
  if (rows === 0 || (next === null && previous === null)) return '';
  return [
    `Rows ${numberText(from)} to ${numberText(from + rows - 1)}`,
    ...(next === null ? [] : [`Next page: --cursor ${next}`]),
    ...(previous === null ? [] : [`Previous page: --cursor ${previous}`]),
  ].join('\n');
}
