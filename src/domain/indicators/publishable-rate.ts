import type { ShareInterval } from '../../maths/wilson.ts';
import { wilson } from '../../maths/wilson.ts';

/** A rate over fewer is not published: it would be more about single buyers or firms than about a market. */
export const leastForRate = 30;

/** How many were counted, and the rate with its interval; null where too few were. */
export type PublishableRate = { count: number; rate: ShareInterval | null };

/**
 * A rate as it may be published: with Wilson's interval at 95 %, and only of at least {@link leastForRate}.
 *
 * @param hits how many have the feature
 * @param count of how many
 * @example publishableRate(12, 40) // { count: 40, rate: { share: 0.3, low: 0.1807, high: 0.4543 } }, rounded
 * @example publishableRate(1, 29) // { count: 29, rate: null }
 */
export function publishableRate(hits: number, count: number): PublishableRate {
  return { count, rate: count < leastForRate ? null : wilson(hits, count) };
}
