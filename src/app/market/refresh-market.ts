import { listWrongGroups, type WrongSum } from '../../db/queries/market-gate.ts';
import { refreshMarket } from '../../db/queries/market-summary.ts';
import type { Register } from '../../db/register.ts';
import type { Context } from '../context.ts';
import { writeBatches } from '../write-batches.ts';

/** Contracts counted in one transaction: measured, a quarter as many take a third longer, because each sum is written more often. */
const batchSize = 8000;

/**
 * Brings the sums of the market up to date with every contract that changed. After each batch the gate adds up again
 * the groups that it touched, large ones in turns; where one differs the batch is rolled back and the run fails. Safe to stop and to
 * run again.
 *
 * @throws Error naming the sums that are wrong; `sourcing data verify` tells them all, `--repair` adds them up anew
 * @example await refreshMarketSums(context, register) // 2000, the number of contracts counted
 */
export async function refreshMarketSums(
  context: Context,
  register: Register,
  progress?: (counted: number) => void,
): Promise<number> {
  return writeBatches(
    { context, register },
    async (transaction) => {
      const batch = await refreshMarket(transaction, batchSize);
      const wrong = await listWrongGroups(transaction, batch.groups);
      if (wrong.length > 0) throw new Error(wrongSumsText(wrong));
      return batch.count;
    },
    progress,
  );
}

/**
 * What is wrong in one sentence, for a log or a reader of the command line.
 *
 * @example wrongSumsText([{ table: 'market_party', group: 'buyer · b1', stored: '(2,2,300)', added: '(2,2,200)' }])
 */
export function wrongSumsText(wrong: readonly WrongSum[]): string {
  const [first] = wrong;
  const example =
    first === undefined
      ? ''
      : ` The first: ${first.table} ${first.group} holds ${first.stored ?? 'nothing'}, its rows give ${first.added ?? 'nothing'}.`;
  return `Sums of the market differ from their rows (${wrong.length}).${example} Run \`sourcing data verify --repair\` to add them up again.`;
}
