import { coverageOf, type Coverage } from '../market/coverage.ts';
import { financialYearOf } from '../market/financial-year.ts';
import type { PipelineNeed } from './merge-entries.ts';

/** Needs of one segment that start in one financial year; `valued` says how many the sums are made of. */
export type PipelineSum = {
  segment: string | null;
  /** By the year in which it begins. */
  year: number;
  needs: number;
  valued: number;
  lowPence: number;
  highPence: number;
};

/** Sums by segment and financial year, and why other needs are in none. */
export type PipelineSums = { sums: PipelineSum[]; coverage: Coverage };

/**
 * Adds up needs by segment and financial year of the earliest start. A need counts in one year, with its whole value.
 * One that starts outside the years, or nobody says when, is in no sum; one without a value is counted in `needs` only.
 *
 * @param years first and last financial year, both included
 * @example sumNeeds(needs, { from: 2026, to: 2030 }).sums[0]?.needs // 4
 */
export function sumNeeds(needs: readonly PipelineNeed[], years: { from: number; to: number }): PipelineSums {
  const sums = new Map<string, PipelineSum>();
  for (const need of needs) {
    const { head, startFrom, lowPence, highPence } = need;
    if (startFrom === null || placeGap(need, years) !== null) continue;
    const year = financialYearOf(startFrom);
    const key = `${head.segment ?? ''} ${year}`;
    const sum = sums.get(key) ?? {
      segment: head.segment,
      year,
      needs: 0,
      valued: 0,
      lowPence: 0,
      highPence: 0,
    };
    sum.needs += 1;
    if (lowPence !== null) {
      sum.valued += 1;
      sum.lowPence += lowPence;
      sum.highPence += highPence ?? lowPence;
    }
    sums.set(key, sum);
  }
  return {
    sums: [...sums.values()].toSorted(
      (a, b) => a.year - b.year || ((a.segment ?? '') < (b.segment ?? '') ? -1 : 1),
    ),
    coverage: coverageOf(needs, (need) => placeGap(need, years) ?? need.gap),
  };
}

/**
 * Why a need stands in none of the years; null where it stands in one.
 *
 * @example placeGap({ startFrom: null }, { from: 2026, to: 2030 }) // 'no-start'
 */
export function placeGap(
  { startFrom }: Pick<PipelineNeed, 'startFrom'>,
  years: { from: number; to: number },
): 'no-start' | 'earlier' | 'later' | null {
  if (startFrom === null) return 'no-start';
  const year = financialYearOf(startFrom);
  if (year < years.from) return 'earlier';
  return year > years.to ? 'later' : null;
}
