import { setTimeout as wait } from 'node:timers/promises';

/** Waits; a parameter wherever code waits, so that tests don't. Rejects with an AbortError when `signal` fires. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

/**
 * The real wait.
 *
 * @example await systemSleep(500, context.signal)
 */
export const systemSleep: Sleep = async (ms, signal) => {
  signal.throwIfAborted();
  if (ms > 0) await wait(ms, undefined, { signal });
};
