import type { Clock } from '../../src/lib/clock.ts';

/** A clock that stands still. */
export function fixedClock(instant: string): Clock {
  return { now: () => new Date(instant) };
}
