import { z } from 'zod';
import { listPurchases, withdrawPurchases } from '../../db/queries/pipeline-purchases.ts';
import { lockForWriting } from '../../db/queries/plan-basis.ts';
import { operation } from '../operation.ts';
import { getStanding } from './change.ts';
import { purchaseByInput } from './purchase-input.ts';
import { purchaseText } from './purchase-text.ts';
import { presentPurchase, purchaseView } from './views.ts';

/** Takes a planned purchase out of the pipeline. It stays on record. */
export const withdrawPurchase = operation({
  id: 'pipeline.withdraw',
  summary: 'Take a planned purchase out of the pipeline; it stays on record.',
  kind: 'write',
  access: 'operator',
  surfaces: ['cli'],
  positional: 'id',
  input: z.strictObject({
    id: z.string().max(100).describe('Id of the planned purchase, from `pipeline purchases`.'),
    by: purchaseByInput,
  }),
  output: purchaseView,
  present: purchaseText,
  run: async (context, { id, by }) => {
    const register = await context.register();
    const made = { by: by ?? context.actor.personId, at: context.clock.now().toISOString() };
    const row = await register.write(async (transaction) => {
      await lockForWriting(transaction);
      const standing = await getStanding(transaction, id);
      await withdrawPurchases(transaction, [id], made);
      const [withdrawn] = await listPurchases(transaction, {
        isSharedOnly: false,
        isStandingOnly: false,
        purchaseId: id,
        limit: 1,
      });
      return withdrawn ?? standing;
    });
    return presentPurchase(row);
  },
});
