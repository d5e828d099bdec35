/** The time, as a parameter: production reads the system, tests a fixed instant. */
export type Clock = { now(): Date };

/** The system's clock: the only reader of the present. */
export const systemClock: Clock = { now: () => new Date() };

/**
 * Monotonic milliseconds, for rates and progress; never for data.
 *
 * @example const startedMs = monotonicMs(); await work(); const tookMs = monotonicMs() - startedMs
 */
export function monotonicMs(): number {
  return performance.now();
}
