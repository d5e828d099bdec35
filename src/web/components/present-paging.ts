import type { Catalogue } from '../catalogue/catalogue.ts';

/** Which rows a page of a list shows, and where the pages beside it are. */
export type Paging = { rows: string; previousHref: string | null; nextHref: string | null };

/** A page of a list as its operation answers. */
type FoundPage = { items: readonly unknown[]; from: number; next: string | null; previous: string | null };

/**
 * The rows shown in words, with the addresses of the pages before and after. Before the second page is the list's own address.
 *
 * @param total how many there are, in words
 * @param address of the list with a cursor, or without one of its first page
 * @example presentPaging(found, { limit: 25, total: '1,234 contracts', address }, words).rows // '26–50 of 1,234 contracts'
 */
export function presentPaging(
  found: FoundPage,
  list: { limit: number; total: string; address: (cursor: string | undefined) => string },
  { layout }: Catalogue,
): Paging {
  const { from, next, previous } = found;
  const isFirstBefore = from - 1 <= list.limit;
  return {
    rows:
      next === null && previous === null
        ? list.total
        : layout.rowsOf(from, from + found.items.length - 1, list.total),
    previousHref: previous === null ? null : list.address(isFirstBefore ? undefined : previous),
    nextHref: next === null ? null : list.address(next),
  };
}
