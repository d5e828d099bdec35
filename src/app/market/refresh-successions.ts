import { refreshSuccessions } from '../../db/queries/market-successions.ts';
import type { Register } from '../../db/register.ts';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import type { Context } from '../context.ts';
import { writeBatches } from '../write-batches.ts';

/** Buyers and segments whose contracts are compared in one transaction. */
const batchSize = 200;

/**
 * Works out anew which contracts were followed by another, of buyers and segments in which one was counted.
 *
 * @example await refreshMarketSuccessions(context, register)
 */
export async function refreshMarketSuccessions(context: Context, register: Register): Promise<void> {
  await writeBatches({ context, register }, async (transaction) =>
    refreshSuccessions(transaction, digitalSegmentIds, batchSize),
  );
}
