/** Contracts and the sum of those with a believable value, in pence without VAT. */
export type ForecastTotals = { contracts: number; valued: number; pence: number };

/** What a forecast is fitted on. Years are financial years by the year in which they begin. */
export type ForecastHistory = {
  /** New contracts by year of signature (else award). */
  signed: readonly (ForecastTotals & { segment: string; year: number })[];
  /** Contracts by the year in which they end, and the year of their signature: known from the next year on. */
  ending: readonly (ForecastTotals & { segment: string; year: number; knownYear: number })[];
  /** Contracts that have ended and can be recognised by their title; `followedYear` null where none after them is. */
  followed: readonly { segment: string; year: number; followedYear: number | null; contracts: number }[];
};

/** The law on notices changed on 24 February 2025: years before and since are never measured against each other. */
const firstYearSince = 2025;

/**
 * Which years may be compared: before the Procurement Act 2023, or since. The year 2024-25, five weeks of which lie after
 * the change, counts as before.
 *
 * @example cohortOf(2024) // 'before'
 */
export function cohortOf(year: number): 'before' | 'since' {
  return year < firstYearSince ? 'before' : 'since';
}

/**
 * Adds up totals.
 *
 * @example addTotals([{ contracts: 1, valued: 0, pence: 0 }, { contracts: 2, valued: 1, pence: 500 }]) // { contracts: 3, valued: 1, pence: 500 }
 */
export function addTotals(rows: readonly ForecastTotals[]): ForecastTotals {
  const sum = { contracts: 0, valued: 0, pence: 0 };
  for (const row of rows) {
    sum.contracts += row.contracts;
    sum.valued += row.valued;
    sum.pence += row.pence;
  }
  return sum;
}
