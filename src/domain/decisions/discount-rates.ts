import type { RateSchedule } from '../../maths/money/present-value.ts';

/** A version of a discount-rate schedule, as `reference/discount-rates.yaml` has it. */
export type DiscountRates = {
  id: string;
  version: string;
  name: string;
  use: string;
  /** First and last day on which it holds; null where not known. */
  from: string | null;
  to: string | null;
  rates: { fromYear: number; ratePercent: number }[];
  /** What may change it, and isn’t settled. */
  open: string | null;
  source: string;
  reviewed: string;
};

/** A schedule for a day, with the version that a record names. */
export type DatedRates = { schedule: RateSchedule; version: string; open: string | null; source: string };

/**
 * The schedule of discount rates that holds on a day, as shares; null where none of that id does.
 *
 * @param day the day of the case, `YYYY-MM-DD`
 * @example discountRatesOn(rates, 'standard', '2026-11-01')?.schedule[0] // { fromYear: 0, rate: 0.035 }
 */
export function discountRatesOn(rates: readonly DiscountRates[], id: string, day: string): DatedRates | null {
  const found = rates
    .filter((one) => one.id === id && (one.from ?? '') <= day && (one.to === null || day <= one.to))
    .toSorted((one, other) => ((one.from ?? '') < (other.from ?? '') ? -1 : 1))
    .at(-1);
  if (found === undefined) return null;
  const schedule = found.rates.map(({ fromYear, ratePercent }) => ({
    fromYear,
    // By division, so that 3.5 per cent is the same number as 0.035.
    rate: ratePercent / 100,
  }));
  return { schedule, version: found.version, open: found.open, source: found.source };
}
