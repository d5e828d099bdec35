import type { Rng } from '../lib/rng.ts';

/** A frequency table ready for drawing: values and their cumulated shares (last one 1). */
export type Table<T> = { values: readonly T[]; upTo: readonly number[] };

/**
 * Makes a table from counts. Counts need not add up to anything.
 *
 * @example drawFrom(rng, tableOf([['sme', 500], ['large', 300]]))
 */
export function tableOf<T>(rows: readonly (readonly [T, number])[]): Table<T> {
  const total = rows.reduce((sum, [, count]) => sum + count, 0);
  let running = 0;
  const upTo = rows.map(([, count]) => (running += count) / total);
  return { values: rows.map(([value]) => value), upTo };
}

/** One value of a table, with the probability of its count. Cost: one number of the stream. */
export function drawFrom<T>(rng: Rng, table: Table<T>): T {
  const at = rng.next();
  const { values, upTo } = table;
  let index = 0;
  while (index < values.length - 1 && at >= (upTo[index] ?? 1)) index += 1;
  return element(values, index);
}

/** One of the list, all equally likely. */
export function pick<T>(rng: Rng, list: readonly T[]): T {
  return element(list, Math.floor(rng.next() * list.length));
}

/** A whole number from `low` to `high`, both included. */
export function between(rng: Rng, low: number, high: number): number {
  return low + Math.floor(rng.next() * (high - low + 1));
}

/** Whether an event of this probability happens. */
export function happens(rng: Rng, probability: number): boolean {
  return rng.next() < probability;
}

/** The element at a position, counted round the end of the list. Throws on an empty list: a table without rows is a bug. */
export function element<T>(list: readonly T[], index: number): T {
  const value = list[index % list.length];
  if (value === undefined) throw new RangeError('drawn from an empty list');
  return value;
}

/**
 * A standard normal number: twelve uniform numbers less six (Irwin-Hall). Sums only, hence the same bits on every machine;
 * its tails end at ±6, which clipping at £500m would cut anyway.
 */
export function normal(rng: Rng): number {
  let sum = -6;
  for (let i = 0; i < 12; i += 1) sum += rng.next();
  return sum;
}

/** A log-normal number with the mean and standard deviation of its logarithm. */
export function logNormal(rng: Rng, mean: number, deviation: number): number {
  return exponential(mean + deviation * normal(rng));
}

/** A Pareto number: never below `least`, P(X > x) = (least / x)^alpha. */
export function pareto(rng: Rng, least: number, alpha: number): number {
  return least * exponential(-logarithm(1 - rng.next()) / alpha);
}

/** e^x from sums, products and powers of two only: `Math.exp` may differ in its last bit between machines. */
export function exponential(x: number): number {
  const halvings = Math.round(x / Math.LN2);
  const rest = x - halvings * Math.LN2;
  let term = 1;
  let sum = 1;
  for (let n = 1; n <= 18; n += 1) {
    term *= rest / n;
    sum += term;
  }
  return halvings >= 0 ? sum * powerOfTwo(halvings) : sum / powerOfTwo(-halvings);
}

/** Natural logarithm of a positive number, by the same rule as {@link exponential}. */
export function logarithm(x: number): number {
  let halvings = 0;
  let rest = x;
  while (rest > 1.5) {
    rest /= 2;
    halvings += 1;
  }
  while (rest < 0.75) {
    rest *= 2;
    halvings -= 1;
  }
  const ratio = (rest - 1) / (rest + 1);
  let power = ratio;
  let sum = 0;
  for (let n = 1; n <= 39; n += 2) {
    sum += power / n;
    power *= ratio * ratio;
  }
  return 2 * sum + halvings * Math.LN2;
}

function powerOfTwo(exponent: number): number {
  let result = 1;
  for (let i = 0; i < exponent; i += 1) result *= 2;
  return result;
}
