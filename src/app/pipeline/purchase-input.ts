import { z } from 'zod';
import {
  purchaseCategories,
  purchaseConfidences,
  purchaseStages,
  purchaseVatBases,
} from '../../domain/pipeline/planned-purchase.ts';
import { purchaseColumns as columns } from '../../domain/pipeline/purchase-columns.ts';
import type { PurchaseProblem } from '../../domain/pipeline/read-purchase.ts';
import { segmentIds } from '../../domain/segments/segment.ts';
import { AppError } from '../../lib/errors.ts';

const text = z.string().max(300);
const yesOrNo = z.enum(['yes', 'no']);

/** What may be said of a purchase and may be left out. */
export const furtherPurchaseInput = {
  description: z.string().max(10_000).optional().describe(columns.description.holds),
  category: z.enum(purchaseCategories).optional().describe(columns.category.holds),
  cpv: text.optional().describe(columns.cpv.holds),
  valueLow: text.optional().describe(columns.valueLow.holds),
  valueHigh: text.optional().describe(columns.valueHigh.holds),
  currency: text.optional().describe(columns.currency.holds),
  vat: z.enum(purchaseVatBases).optional().describe(columns.vat.holds),
  startTo: text.optional().describe(columns.startTo.holds),
  months: text.optional().describe(columns.months.holds),
  noticeOn: text.optional().describe(columns.noticeOn.holds),
  framework: yesOrNo.optional().describe(columns.framework.holds),
  replaces: text.optional().describe(columns.replaces.holds),
  process: text.optional().describe(columns.process.holds),
};

/** What has to be said of a purchase, buyer and reference apart. */
export const neededPurchaseInput = {
  title: text.describe(columns.title.holds),
  segment: z.enum(segmentIds).describe(columns.segment.holds),
  startFrom: text.describe(columns.startFrom.holds),
  stage: z.enum(purchaseStages).describe(columns.stage.holds),
  confidence: z.enum(purchaseConfidences).describe(columns.confidence.holds),
  shareable: yesOrNo.describe(columns.shareable.holds),
};

/** Who enters or withdraws. */
export const purchaseByInput = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .optional()
  .describe('Who says so; left out, whoever runs this installation.');

/** A refusal that names every input that cannot be right. */
export function refusedPurchase(problems: readonly PurchaseProblem[]): AppError {
  const [first] = problems;
  return new AppError('bad-request', first?.reason ?? 'The purchase cannot be kept.', {
    fields: Object.fromEntries(problems.map(({ column, reason }) => [column, reason])),
  });
}
