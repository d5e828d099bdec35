import { z } from 'zod';
import { lockForWriting } from '../../db/queries/plan-basis.ts';
import { listPurchases } from '../../db/queries/pipeline-purchases.ts';
import type { Executor } from '../../db/register.ts';
import type { PlannedPurchase } from '../../domain/pipeline/planned-purchase.ts';
import { purchaseColumns as columns } from '../../domain/pipeline/purchase-columns.ts';
import { readPurchase } from '../../domain/pipeline/read-purchase.ts';
import type { Context } from '../context.ts';
import { operation } from '../operation.ts';
import {
  furtherPurchaseInput,
  neededPurchaseInput,
  purchaseByInput,
  refusedPurchase,
} from './purchase-input.ts';
import { purchaseText } from './purchase-text.ts';
import { savePurchases } from './save-purchases.ts';
import { presentPurchase, purchaseView, type PurchaseView } from './views.ts';

/** Enters a purchase that a buyer plans. */
export const addPurchase = operation({
  id: 'pipeline.add',
  summary: 'Enter a purchase that a buyer plans.',
  kind: 'write',
  access: 'operator',
  // Not on the API: until people sign in there, whoever reaches it could write into any buyer's plans.
  surfaces: ['cli'],
  input: z.strictObject({
    buyer: z.string().max(300).describe(columns.buyer.holds),
    reference: z.string().max(300).describe(columns.reference.holds),
    ...neededPurchaseInput,
    ...furtherPurchaseInput,
    by: purchaseByInput,
  }),
  output: purchaseView,
  present: purchaseText,
  run: async (context, { by, ...cells }) => {
    const read = readPurchase(cells);
    if (read.kind === 'problems') throw refusedPurchase(read.problems);
    const { purchase } = read;
    return saveOne(context, { by, standingId: null }, async () => Promise.resolve(purchase));
  },
});

/**
 * Saves one purchase and answers it as it stands then.
 *
 * @param standingId the purchase that it takes the place of; null where it is a new one
 * @param getPurchase reads it in the transaction that writes, so that no change made meanwhile is lost
 * @throws AppError `bad-request` where its buyer, contract or process isn't known, or a new one stands already
 */
export async function saveOne(
  context: Context,
  { by, standingId }: { by: string | undefined; standingId: string | null },
  getPurchase: (transaction: Executor) => Promise<PlannedPurchase>,
): Promise<PurchaseView> {
  const register = await context.register();
  const made = {
    by: by ?? context.actor.personId,
    at: context.clock.now().toISOString(),
    mayReplace: standingId !== null,
    standingId,
  };
  const id = await register.write(async (transaction) => {
    await lockForWriting(transaction);
    const result = await savePurchases(transaction, [await getPurchase(transaction)], made);
    if (result.kind === 'problems') throw refusedPurchase(result.problems);
    return result.saved[0]?.id ?? '';
  });
  const [row] = await listPurchases(register.latest, {
    isSharedOnly: false,
    isStandingOnly: true,
    purchaseId: id,
  });
  if (row === undefined) throw new Error(`The purchase ${id} is gone.`);
  return presentPurchase(row);
}
