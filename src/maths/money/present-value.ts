/** Discount rates by year: each holds from its year until the next. Year 0 is the year of the price base. */
export type RateSchedule = readonly { fromYear: number; rate: number }[];

/**
 * What one pound of each year is worth in year 0, by a schedule of rates: 1 in year 0, and each later year the year before
 * divided by 1 and that year's own rate. A stepped schedule thus goes on from where the earlier rate left off.
 *
 * Definition: HM Treasury, The Green Book, annex on discounting; flows of a year at one time, the first not discounted.
 *
 * @param schedule in ascending order of years, the first holding from year 0 or 1; rates as shares (0.035), above -1
 * @param years how many, year 0 included
 * @throws RangeError where the schedule isn't one
 * @example discountFactors([{ fromYear: 0, rate: 0.035 }], 3) // Float64Array [1, 0.9662, 0.9335], rounded
 */
export function discountFactors(schedule: RateSchedule, years: number): Float64Array {
  const first = schedule[0];
  const isSorted = schedule.every(({ fromYear }, index) => fromYear > (schedule[index - 1]?.fromYear ?? -1));
  if (first === undefined || first.fromYear > 1 || !isSorted)
    throw new RangeError('Discount rates are given in ascending order of years, from year 0 or 1 on.');
  const bad = schedule.find(({ rate }) => !(rate > -1 && Number.isFinite(rate)));
  if (bad !== undefined) throw new RangeError(`A discount rate is a share above -1, not ${bad.rate}.`);
  const factors = new Float64Array(years).fill(1);
  for (let year = 1; year < years; year += 1) {
    const rate = schedule.findLast(({ fromYear }) => fromYear <= year)?.rate ?? first.rate;
    factors[year] = (factors[year - 1] ?? 1) / (1 + rate);
  }
  return factors;
}

/**
 * The present value of amounts by year, in the unit of the amounts.
 *
 * @param amountByYear from year 0 on; real amounts with real rates, nominal with nominal
 * @throws RangeError where the schedule isn't one
 * @example presentValue([100, 103.5], [{ fromYear: 0, rate: 0.035 }]) // 200
 */
export function presentValue(amountByYear: readonly number[], schedule: RateSchedule): number {
  const factors = discountFactors(schedule, amountByYear.length);
  return amountByYear.reduce((sum, amount, year) => sum + amount * (factors[year] ?? 0), 0);
}
