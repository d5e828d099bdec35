import type { Transaction } from 'kysely';
import type { Register } from '../db/register.ts';
import type { Database } from '../db/schema.ts';
import type { Context } from './context.ts';

/**
 * Writes batch after batch, each in a transaction of its own, until one finds nothing to do. Safe to stop between any two.
 *
 * @param write does one batch, and says how many things it dealt with
 * @param progress is told that number after each
 * @returns how many things were dealt with
 * @example await writeBatches({ context, register }, async (transaction) => refreshSuccessions(transaction, segments, 200))
 */
export async function writeBatches(
  { context, register }: { context: Context; register: Register },
  write: (transaction: Transaction<Database>) => Promise<number>,
  progress: (counted: number) => void = () => undefined,
): Promise<number> {
  let total = 0;
  for (;;) {
    context.signal.throwIfAborted();
    const count = await register.write(write);
    if (count === 0) return total;
    total += count;
    progress(count);
  }
}
