import { readPlace, writeCursor, type CursorValues } from './cursor.ts';

/** Which page of a list is asked for; `mark` is that of the list (see `listMark`). */
export type PageAsked = { cursor: string | undefined; limit: number; mark: string };

/** Which rows a query is to read: at most `limit` of them beyond `after`, in the list's order whichever direction. */
export type RowsAsked = { after: CursorValues | null; isBackwards: boolean; limit: number };

/** One page of a list. `from`: the number of its first row in the list, from 1. Cursors are null where there is no page. */
export type ListPage<Row> = { rows: Row[]; from: number; next: string | null; previous: string | null };

/**
 * Reads one page of a list forwards from its cursor, or backwards where the cursor is that of a page's `previous`.
 *
 * The number of rows passed travels in the cursor, so that nothing has to be counted. Where rows came or went in the
 * meantime it is as it was when paging began; near the beginning the first page is read anew.
 *
 * @param find reads the rows; asked for one more than the page has, to know whether there are others
 * @param placeOf the values of a row in the list's order
 * @throws AppError `bad-cursor`
 * @example await readListPage({ cursor, limit: 25, mark }, async (rows) => findContractRows(register, { ...list, ...rows }), placeOf)
 */
export async function readListPage<Row>(
  asked: PageAsked,
  find: (rows: RowsAsked) => Promise<Row[]>,
  placeOf: (row: Row) => readonly (string | number | null)[],
): Promise<ListPage<Row>> {
  const { limit, mark } = asked;
  const read = readPlace(asked.cursor, mark);
  // The page before the second one is the first, whole, whatever came to the list since.
  const place = read?.isBackwards === true && read.passed <= limit ? null : read;
  const isBackwards = place?.isBackwards ?? false;
  const found = await find({ after: place?.after ?? null, isBackwards, limit: limit + 1 });
  const hasMore = found.length > limit;
  const rows = isBackwards ? found.slice(hasMore ? 1 : 0) : found.slice(0, limit);
  const before = place?.passed ?? 0;
  const passed = isBackwards ? (hasMore ? Math.max(0, before - rows.length) : 0) : before;
  const [first] = rows;
  const last = rows.at(-1);
  const hasNext = isBackwards || hasMore;
  const hasPrevious = isBackwards ? hasMore : place !== null;
  return {
    rows,
    from: passed + 1,
    next:
      hasNext && last !== undefined
        ? writeCursor(mark, placeOf(last), { passed: passed + rows.length })
        : null,
    previous:
      hasPrevious && first !== undefined
        ? writeCursor(mark, placeOf(first), { passed, isBackwards: true })
        : null,
  };
}
