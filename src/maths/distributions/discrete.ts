import type { Law } from './_law.ts';
import { checkShare } from './_law.ts';

/** Some values, each with its probability. */
export type Discrete = {
  kind: 'discrete';
  outcomes: readonly { value: number; probability: number }[];
};

/**
 * A discrete distribution. The quantile is the least value that at least the share doesn't exceed.
 *
 * @throws RangeError where there is no outcome, a probability is below 0, or they don't add up to 1 (to a billionth)
 * @example discreteLaw({ kind: 'discrete', outcomes: [{ value: 0, probability: 0.7 }, { value: 9, probability: 0.3 }] }).quantile(0.8) // 9
 */
export function discreteLaw({ outcomes }: Discrete): Law {
  const bad = outcomes.find(({ value, probability }) => !(probability >= 0 && Number.isFinite(value)));
  if (bad !== undefined) throw new RangeError(`${bad.value} can't have the probability ${bad.probability}.`);
  const whole = outcomes.reduce((sum, { probability }) => sum + probability, 0);
  if (!(Math.abs(whole - 1) <= 1e-9)) throw new RangeError(`Probabilities add up to 1, not to ${whole}.`);
  const sorted = outcomes
    .filter(({ probability }) => probability > 0)
    .toSorted((one, other) => one.value - other.value);
  const steps: { value: number; upTo: number }[] = [];
  let upTo = 0;
  for (const [index, { value, probability }] of sorted.entries()) {
    upTo = index === sorted.length - 1 ? 1 : upTo + probability;
    steps.push({ value, upTo });
  }
  const moment = (power: number, around: number): number =>
    sorted.reduce((sum, { value, probability }) => sum + probability * (value - around) ** power, 0) / whole;
  const mean = moment(1, 0);
  const variance = moment(2, mean);
  return {
    quantile: (share) => {
      checkShare(share);
      return (steps.find((step) => share <= step.upTo) ?? steps.at(-1))?.value ?? Number.NaN;
    },
    cdf: (x) => steps.findLast(({ value }) => value <= x)?.upTo ?? 0,
    mean,
    variance,
    skewness: variance === 0 ? null : moment(3, mean) / variance ** 1.5,
    steps,
  };
}
