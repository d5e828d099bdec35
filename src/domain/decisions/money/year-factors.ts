import type { CaseDocument } from '../case-parts/case-document.ts';
import type { Timing } from '../case-parts/money.ts';
import { financialYears } from '../case-years.ts';

/** Price level by financial year (the year in which it begins); only ratios mean anything. */
export type PriceLevels = (year: number) => number;

/** What a line's unit amount is multiplied by in each year of the appraisal. */
export type YearFactors = {
  /** At the prices of the base year. */
  real: number[];
  /** In the money of each year. */
  nominal: number[];
};

type Timed = { when: Timing; realGrowthPercent?: number; fixedPrice?: boolean };

/**
 * How a line falls into the years of the appraisal: by its timing, its growth beyond inflation since the price base, and
 * whether its price is fixed in cash, so that inflation lowers it in real terms.
 *
 * @param levels price level of each year; years beyond the series must be answered too
 * @example yearFactors({ when: { once: '2028-29' } }, { firstYear: '2027-28', years: 2, priceBase: '2027-28' }, () => 1).real // [0, 1]
 */
export function yearFactors(
  { when, realGrowthPercent = 0, fixedPrice = false }: Timed,
  appraisal: Pick<CaseDocument['appraisal'], 'firstYear' | 'years' | 'priceBase'>,
  levels: PriceLevels,
): YearFactors {
  const base = startOf(appraisal.priceBase);
  const factors: YearFactors = { real: [], nominal: [] };
  for (const name of financialYears(appraisal)) {
    const year = startOf(name);
    const share = shareIn(when, name);
    const inflation = levels(year) / levels(base);
    const grown = share * (1 + realGrowthPercent / 100) ** (year - base);
    factors.real.push(fixedPrice ? grown / inflation : grown);
    factors.nominal.push(fixedPrice ? grown : grown * inflation);
  }
  return factors;
}

function shareIn(when: Timing, year: string): number {
  if ('once' in when) return when.once === year ? 1 : 0;
  if ('from' in when) return when.from <= year && year <= when.to ? 1 : 0;
  return when.shares[year] ?? 0;
}

function startOf(financialYear: string): number {
  return Number(financialYear.slice(0, 4));
}

/**
 * Factors when everything comes some months later: each year's part moves into the next by the share of a year, and what
 * would fall beyond the last year falls away.
 *
 * @example delayed([1, 1, 0], 6) // [0.5, 1, 0.5]
 */
export function delayed(factors: readonly number[], months: number): number[] {
  const whole = Math.floor(months / 12);
  const part = (months % 12) / 12;
  const at = (year: number): number => factors[year] ?? 0;
  return factors.map((_, year) => (1 - part) * at(year - whole) + part * at(year - whole - 1));
}
