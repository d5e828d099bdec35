/** How many rows a measure could use and why not the others. What was measured and all gaps add up to the total. */
export type Coverage = { total: number; measured: number; gaps: Record<string, number> };

/**
 * Counts what a measure could use.
 *
 * @param gapOf why a row can't be measured, null where it can; the first reason that applies
 * @example coverageOf([1, -1], (row) => (row < 0 ? 'negative' : null)) // { total: 2, measured: 1, gaps: { negative: 1 } }
 */
export function coverageOf<Row>(rows: readonly Row[], gapOf: (row: Row) => string | null): Coverage {
  const coverage: Coverage = { total: rows.length, measured: 0, gaps: {} };
  for (const row of rows) {
    const gap = gapOf(row);
    if (gap === null) coverage.measured += 1;
    else coverage.gaps[gap] = (coverage.gaps[gap] ?? 0) + 1;
  }
  return coverage;
}

/** A count and a sum of money in pence without VAT; `netCount` says of how many contracts the sum is made. */
export type Totals = { contracts: number; netCount: number; netPence: number };

/**
 * Adds up contracts.
 *
 * @example totalsOf([{ netPence: 100 }, { netPence: null }]) // { contracts: 2, netCount: 1, netPence: 100 }
 */
export function totalsOf(rows: readonly { netPence: number | null }[]): Totals {
  const totals: Totals = { contracts: 0, netCount: 0, netPence: 0 };
  for (const { netPence } of rows) {
    totals.contracts += 1;
    if (netPence === null) continue;
    totals.netCount += 1;
    totals.netPence += netPence;
  }
  return totals;
}

/**
 * A share, or null where there is nothing to share: a measure over no rows says so, and is never 0 %.
 *
 * @example shareOf(1, 4) // 0.25
 * @example shareOf(0, 0) // null
 */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}
