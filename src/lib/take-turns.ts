import { setImmediate as nextTurn } from 'node:timers/promises';
import { monotonicMs } from './clock.ts';

/** How long work goes on before others get their turn. */
const turnMs = 1;

/**
 * Lets whatever waits (answers of the database, requests of readers) have its turn in the midst of long work.
 *
 * @returns to be awaited between two pieces of work; returns at once unless the turn is over
 * @example const yieldTurn = takeTurns(); for (const item of items) { work(item); await yieldTurn(); }
 */
export function takeTurns(): () => Promise<void> {
  let since = monotonicMs();
  return async () => {
    if (monotonicMs() - since < turnMs) return;
    await nextTurn();
    since = monotonicMs();
  };
}
