import { z } from 'zod';
import { listPurchases, type PurchaseRow } from '../../db/queries/pipeline-purchases.ts';
import type { Executor } from '../../db/register.ts';
import { decimalOf } from '../../domain/contracts/decimal-of.ts';
import { readPurchase, type PurchaseCells } from '../../domain/pipeline/read-purchase.ts';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { saveOne } from './add.ts';
import {
  furtherPurchaseInput,
  neededPurchaseInput,
  purchaseByInput,
  refusedPurchase,
} from './purchase-input.ts';
import { purchaseText } from './purchase-text.ts';
import { purchaseView } from './views.ts';

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
    by: purchaseByInput,
  }),
  output: purchaseView,
  present: purchaseText,
  run: async (context, { id, by, ...changes }) =>
    saveOne(context, { by, standingId: id }, async (transaction) => {
      const read = readPurchase({ ...cellsOf(await getStanding(transaction, id)), ...changes });
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

/** A stored purchase as the texts from which it would be read again. */
function cellsOf(row: PurchaseRow): PurchaseCells {
  const { currency } = row;
  return {
    buyer: row.buyer_id,
    reference: row.reference,
    title: row.title,
    description: row.description ?? '',
    segment: row.segment,
    category: row.category ?? '',
    cpv: row.cpv_codes.join(';'),
    valueLow: decimalOf(row.low_minor_units, currency) ?? '',
    valueHigh: decimalOf(row.high_minor_units, currency) ?? '',
    currency,
    vat: row.vat_basis,
    startFrom: row.start_from,
    startTo: row.start_to,
    months: row.months === null ? '' : String(row.months),
    noticeOn: row.notice_on ?? '',
    stage: row.stage,
    confidence: row.confidence,
    shareable: row.is_shareable ? 'yes' : 'no',
    framework: row.is_framework ? 'yes' : 'no',
    replaces: row.replaces_contract_id ?? '',
    process: row.process_ocid ?? '',
  };
}
