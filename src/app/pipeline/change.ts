import { z } from 'zod';
import { listPurchases, type PurchaseRow } from '../../db/queries/pipeline-purchases.ts';
import type { Executor } from '../../db/register.ts';
import { purchaseCategories, purchaseVatBases } from '../../domain/pipeline/planned-purchase.ts';
import { purchaseColumns as columns } from '../../domain/pipeline/purchase-columns.ts';
import { readPurchase } from '../../domain/pipeline/read-purchase.ts';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { saveOne } from './add.ts';
import { purchaseCells } from './purchase-cells.ts';
import {
  furtherPurchaseInput,
  neededPurchaseInput,
  purchaseByInput,
  refusedPurchase,
} from './purchase-input.ts';
import { purchaseText } from './purchase-text.ts';
import { presentPurchase, purchaseView } from './views.ts';

/** Changes what is said of a planned purchase; what it was before stays on record. */
export const changePurchase = operation({
  id: 'pipeline.change',
  summary: 'Change a planned purchase; what is not named stays as it is, and an empty text takes it away.',
  kind: 'write',
  access: 'operator',
  surfaces: ['cli'],
  positional: 'id',
  input: z.strictObject({
    id: z.string().max(100).describe('Id of the planned purchase, from `pipeline purchases`.'),
    ...z.object(neededPurchaseInput).partial().shape,
    ...furtherPurchaseInput,
    category: z
      .enum([...purchaseCategories, ''])
      .optional()
      .describe(columns.category.holds),
    vat: z
      .enum([...purchaseVatBases, ''])
      .optional()
      .describe(columns.vat.holds),
    by: purchaseByInput,
  }),
  output: purchaseView,
  present: purchaseText,
  run: async (context, { id, by, ...changes }) =>
    saveOne(context, { by, standingId: id }, async (transaction) => {
      const standing = presentPurchase(await getStanding(transaction, id));
      const read = readPurchase({ ...purchaseCells(standing), ...changes });
      if (read.kind === 'problems') throw refusedPurchase(read.problems);
      return read.purchase;
    }),
});

/**
 * The purchase that stands under an id.
 *
 * @throws AppError `not-found`
 */
export async function getStanding(executor: Executor, purchaseId: string): Promise<PurchaseRow> {
  const [row] = await listPurchases(executor, { isSharedOnly: false, isStandingOnly: true, purchaseId });
  if (row !== undefined) return row;
  throw new AppError(
    'not-found',
    `No planned purchase stands under the id ${purchaseId}. \`sourcing pipeline purchases\` lists those that do.`,
  );
}
