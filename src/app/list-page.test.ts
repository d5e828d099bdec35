import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readListPage, type ListPage, type RowsAsked } from './list-page.ts';

const mark = 'list';

/** A list of numbers in ascending order, as a query would read it. */
const listOf =
  (rows: readonly number[]) =>
  async ({ after, isBackwards, limit }: RowsAsked): Promise<number[]> => {
    const place = after?.[0];
    if (typeof place !== 'number') return rows.slice(0, limit);
    return isBackwards
      ? rows.filter((row) => row < place).slice(-limit)
      : rows.filter((row) => row > place).slice(0, limit);
  };

const page = async (
  rows: readonly number[],
  limit: number,
  cursor?: string | null,
): Promise<ListPage<number>> =>
  readListPage({ cursor: cursor ?? undefined, limit, mark }, listOf(rows), (row) => [row]);

describe('paging', () => {
  it('shows the same pages backwards as forwards, each row once, and numbers them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (count, limit) => {
          const rows = Array.from({ length: count }, (_, index) => index);
          const forwards = [await page(rows, limit)];
          for (let last = forwards[0]; last?.next; last = forwards.at(-1))
            forwards.push(await page(rows, limit, last.next));
          expect(forwards.flatMap((each) => each.rows)).toEqual(rows);
          for (const each of forwards)
            if (each.rows.length > 0) expect(each.from).toBe((each.rows[0] ?? 0) + 1);
          const backwards = forwards.slice(-1);
          for (let first = backwards[0]; first?.previous; first = backwards[0])
            backwards.unshift(await page(rows, limit, first.previous));
          expect(backwards.map(({ rows: shown, from }) => [from, shown])).toEqual(
            forwards.map(({ rows: shown, from }) => [from, shown]),
          );
          expect(forwards[0]?.previous).toBeNull();
          expect(forwards.at(-1)?.next).toBeNull();
        },
      ),
    );
  });

  it('goes back to a whole first page, though rows came to the beginning in the meantime', async () => {
    const rows = Array.from({ length: 30 }, (_, index) => index);
    const second = await page(rows, 10, (await page(rows, 10)).next);
    const first = await page([-2, -1, ...rows], 10, second.previous);
    expect(first).toMatchObject({ from: 1, previous: null });
    expect(first.rows).toEqual([-2, -1, 0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('goes back to what is left where rows went in the meantime', async () => {
    const rows = Array.from({ length: 40 }, (_, index) => index);
    const second = await page(rows, 10, (await page(rows, 10)).next);
    const third = await page(rows, 10, second.next);
    const before = await page(rows.slice(15), 10, third.previous);
    expect(before).toMatchObject({ rows: [15, 16, 17, 18, 19], from: 1, previous: null });
    expect(before.next).not.toBeNull();
  });

  it('refuses a cursor of another list', async () => {
    const { next } = await page([1, 2, 3], 1);
    await expect(
      readListPage({ cursor: next ?? '', limit: 1, mark: 'other' }, listOf([1]), (row) => [row]),
    ).rejects.toThrow(/another filter or order/);
  });
});
