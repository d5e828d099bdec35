import type { z } from 'zod';
import { publishableRate } from '../../domain/indicators/publishable-rate.ts';
import type { rateView } from './views.ts';

/**
 * A rate as it may be given out: with its interval, and only of thirty contracts or more; with fewer, chance decides.
 *
 * @example rateOf(3, 12) // { part: 3, whole: 12, rate: null }
 */
export function rateOf(part: number, whole: number): z.output<typeof rateView> {
  return { part, whole, rate: publishableRate(part, whole).rate };
}
