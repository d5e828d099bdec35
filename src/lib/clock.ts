/** The time, as a parameter: production reads the system, tests a fixed instant. */
export type Clock = { now(): Date };

/** The system's clock: the only reader of the present. */
export const systemClock: Clock = { now: () => new Date() };

/**
 * A clock that stands still.
 *
 * @example fixedClock('2026-11-01T12:00:00Z').now()
 */
export function fixedClock(instant: string): Clock {
  return { now: () => new Date(instant) };
}

/**
 * Monotonic milliseconds, for rates and progress; never for data.
 *
 * @example const startedMs = monotonicMs(); await work(); const tookMs = monotonicMs() - startedMs
 */
export function monotonicMs(): number {
  return performance.now();
}
