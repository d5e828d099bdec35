/** Share of the busiest month's payments from which a month counts, in a file of one month and in one of several. */
const leastShare = { ofOne: 0.1, ofSeveral: 0.005 };

/**
 * The months that a file is of (`YYYY-MM`, in order), so that a late payment of another month doesn't make it a file of
 * that month too. Where more than half of the payments lie in one month, it is a file of that month, and another counts
 * with at least a tenth of its payments; else it is one of several, and a month counts with a two-hundredth of the busiest.
 *
 * @param counts payments by month
 * @example mainMonths(new Map([['2017-01', 180], ['2016-12', 3]])) // ['2017-01']
 */
export function mainMonths(counts: ReadonlyMap<string, number>): string[] {
  const most = Math.max(0, ...counts.values());
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const least = most * (most * 2 > all ? leastShare.ofOne : leastShare.ofSeveral);
  return [...counts]
    .filter(([, count]) => count >= least)
    .map(([month]) => month)
    .toSorted();
}

/**
 * The month that a payment is counted in: its own where the file is of it or has others on both sides, else the nearest
 * month of the file. Payments without a day belong to the last month.
 *
 * @param months from {@link mainMonths}, at least one
 * @example monthOfLine('2016-12-30', ['2017-01']) // '2017-01'
 */
export function monthOfLine(paidOn: string | null, months: readonly string[]): string {
  const first = months[0] ?? '';
  const last = months.at(-1) ?? '';
  const own = paidOn?.slice(0, 7) ?? last;
  if (own < first) return first;
  return own > last ? last : own;
}
