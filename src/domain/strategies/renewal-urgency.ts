import { dayNumber } from '../market/financial-year.ts';

/**
 * How a renewal stands. `late`: the day by which it should be decided has passed · `soon`: it lies within a quarter of a year · `later` ·
 * `unknown`: too few procurements were seen to say.
 */
export const urgencies = ['late', 'soon', 'later', 'unknown'] as const;
export type Urgency = (typeof urgencies)[number];

/** Days before the day of decision from which it is soon: about a quarter of a year. */
const soonDays = 92;

/**
 * How a renewal stands on a day.
 *
 * @param decideOn day by which to decide, null where it isn’t known
 * @example renewalUrgency('2026-12-01', '2026-11-01') // 'soon'
 * @example renewalUrgency('2026-10-31', '2026-11-01') // 'late'
 */
export function renewalUrgency(decideOn: string | null, today: string): Urgency {
  if (decideOn === null) return 'unknown';
  const left = dayNumber(decideOn) - dayNumber(today);
  if (left < 0) return 'late';
  return left <= soonDays ? 'soon' : 'later';
}
