/** Whether an index was published, worked out from published ones, or assumed. */
export const deflatorBases = ['published', 'derived', 'assumed'] as const;
export type DeflatorBasis = (typeof deflatorBases)[number];

/** The price level of one financial year; only ratios of two mean anything. */
export type Deflator = { year: number; index: number; basis: DeflatorBasis };

/** A series of deflators, with where it is from. */
export type DeflatorSeries = {
  version: string;
  /** The financial year whose prices are used unless another is asked for. */
  baseYear: number;
  years: readonly Deflator[];
};

/** Money in the prices of the base year, with how sure the price level of its own year is. */
export type RealMoney = { pence: number; basis: DeflatorBasis };

/**
 * Money of a financial year in the prices of another; null where the series doesn't reach one of them.
 *
 * @param pence in the prices of `year`
 * @param year financial year by the year in which it begins
 * @example toReal(100_00, 2019, series)?.pence // 118_38 in the prices of 2023-24
 */
export function toReal(
  pence: number,
  year: number,
  series: DeflatorSeries,
  baseYear: number = series.baseYear,
): RealMoney | null {
  const own = series.years.find((one) => one.year === year);
  const base = series.years.find((one) => one.year === baseYear);
  if (own === undefined || base === undefined) return null;
  return { pence: Math.round((pence * base.index) / own.index), basis: own.basis };
}

/**
 * The price level of financial years from that of calendar years: three quarters of the year in which it begins and one
 * quarter of the next. After the last calendar year the level grows by an assumed rate, and every financial year that
 * rests on such a year is marked `assumed`.
 *
 * @param calendar index by calendar year, without a gap
 * @param assumed growth from year to year after the last (0.02 = 2 %), and the last financial year wanted
 * @example financialYearDeflators([[2022, 90], [2023, 100]], { growth: 0.02, until: 2022 })[0]?.index // 92.5
 */
export function financialYearDeflators(
  calendar: readonly (readonly [year: number, index: number])[],
  assumed: { growth: number; until: number },
): Deflator[] {
  const [first] = calendar;
  const last = calendar.at(-1);
  if (first === undefined || last === undefined) return [];
  const known = new Map(calendar);
  const level = (year: number): number =>
    known.get(year) ?? last[1] * (1 + assumed.growth) ** (year - last[0]);
  const years: Deflator[] = [];
  for (let year = first[0]; year <= assumed.until; year += 1) {
    const index = 0.75 * level(year) + 0.25 * level(year + 1);
    years.push({ year, index, basis: year + 1 <= last[0] ? 'derived' : 'assumed' });
  }
  return years;
}
