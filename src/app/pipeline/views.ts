import { z } from 'zod';
import {
  purchaseCategories,
  purchaseConfidences,
  purchaseStages,
  purchaseVatBases,
} from '../../domain/pipeline/planned-purchase.ts';
import { segmentIds } from '../../domain/segments/segment.ts';
import type { PurchaseRow } from '../../db/queries/pipeline-purchases.ts';

/** A planned purchase as it was entered. */
export const purchaseView = z.object({
  id: z.string(),
  buyer: z.object({ id: z.string(), name: z.string() }),
  reference: z.string(),
  title: z.string(),
  description: z.string().nullable(),
  segment: z.enum(segmentIds),
  category: z.enum(purchaseCategories).nullable(),
  cpvCodes: z.array(z.string()),
  /** Lowest and highest value in the currency's smallest unit; null where none is known. */
  lowMinorUnits: z.number().int().nullable(),
  highMinorUnits: z.number().int().nullable(),
  currency: z.string(),
  vatBasis: z.enum(purchaseVatBases),
  startFrom: z.string(),
  startTo: z.string(),
  months: z.number().int().nullable(),
  noticeOn: z.string().nullable(),
  stage: z.enum(purchaseStages),
  confidence: z.enum(purchaseConfidences),
  isShareable: z.boolean(),
  isFramework: z.boolean(),
  replacesContractId: z.string().nullable(),
  processOcid: z.string().nullable(),
  madeBy: z.string(),
  madeAt: z.string(),
  withdrawnAt: z.string().nullable(),
  withdrawnBy: z.string().nullable(),
});
export type PurchaseView = z.output<typeof purchaseView>;

/** A stored purchase as it is shown. */
export function presentPurchase(row: PurchaseRow): PurchaseView {
  return purchaseView.parse({
    id: row.purchase_id,
    buyer: { id: row.buyer_id, name: row.buyer_name },
    reference: row.reference,
    title: row.title,
    description: row.description,
    segment: row.segment,
    category: row.category,
    cpvCodes: row.cpv_codes,
    lowMinorUnits: row.low_minor_units,
    highMinorUnits: row.high_minor_units,
    currency: row.currency,
    vatBasis: row.vat_basis,
    startFrom: row.start_from,
    startTo: row.start_to,
    months: row.months,
    noticeOn: row.notice_on,
    stage: row.stage,
    confidence: row.confidence,
    isShareable: row.is_shareable,
    isFramework: row.is_framework,
    replacesContractId: row.replaces_contract_id,
    processOcid: row.process_ocid,
    madeBy: row.made_by,
    madeAt: row.made_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnBy: row.withdrawn_by,
  });
}
