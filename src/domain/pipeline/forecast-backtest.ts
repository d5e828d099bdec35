import { quantile } from '../../maths/quantile.ts';
import { addTotals, cohortOf, type ForecastHistory } from './forecast-history.ts';
import { forecastSegment } from './forecast-segment.ts';

/** What was forecast for a year, what came, and what repeating the last complete year would have said. */
export type BacktestTarget = {
  origin: number;
  year: number;
  forecast: number;
  actual: number;
  naive: number;
};

/** How wrong forecasts were. Both are null where there is not enough data. */
export type ForecastError = {
  /** Forecasts that were compared: pairs of origin and year. They overlap, so they are fewer independent ones. */
  count: number;
  /** Median of the absolute error as a share of what came, 0 upwards. */
  medianShare: number | null;
  /** Sum of absolute errors by that of the naive forecast; below 1 is better than repeating the last year. */
  scaled: number | null;
};

/** Fewest compared forecasts that an error is stated from. */
export const fewestTargets = 6;

/**
 * Makes the forecast of a segment again as of the beginning of each earlier year, by what was known then, and sets it
 * beside what came. Only years before `now` count, and only those on the same side of February 2025 as the years the
 * forecast was fitted on.
 *
 * @param now financial year that isn't complete yet
 * @example backtest(history, 'cloud-hosting', { now: 2026, count: 5, measure: 'contracts' })[0]?.actual // 37
 */
export function backtest(
  history: ForecastHistory,
  segment: string,
  { now, count, measure }: { now: number; count: number; measure: 'contracts' | 'pence' },
): BacktestTarget[] {
  const first = Math.min(now, ...history.signed.map(({ year }) => year));
  const cameIn = (year: number): number =>
    addTotals(history.signed.filter((row) => row.segment === segment && row.year === year))[measure];
  return Array.from({ length: now - first }, (_, index) => first + index).flatMap((origin) => {
    const forecast = forecastSegment(history, segment, { origin, count });
    const years = forecast?.years ?? [];
    return years
      .filter(({ year }) => year < now && cohortOf(year) === cohortOf(origin - 1))
      .map((one) => ({
        origin,
        year: one.year,
        forecast: one[measure].forecast,
        actual: cameIn(one.year),
        naive: cameIn(origin - 1),
      }));
  });
}

/**
 * The error of forecasts that were compared.
 *
 * @example errorOf([]) // { count: 0, medianShare: null, scaled: null }
 */
export function errorOf(targets: readonly BacktestTarget[]): ForecastError {
  const count = targets.length;
  if (count < fewestTargets) return { count, medianShare: null, scaled: null };
  const shares = targets
    .filter(({ actual }) => actual > 0)
    .map(({ forecast, actual }) => Math.abs(forecast - actual) / actual);
  const sum = (errorsOf: (target: BacktestTarget) => number): number =>
    targets.reduce((total, target) => total + Math.abs(errorsOf(target)), 0);
  const naive = sum((target) => target.naive - target.actual);
  return {
    count,
    medianShare:
      shares.length < fewestTargets
        ? null
        : quantile(
            shares.toSorted((a, b) => a - b),
            0.5,
          ),
    scaled: naive === 0 ? null : sum((target) => target.forecast - target.actual) / naive,
  };
}
