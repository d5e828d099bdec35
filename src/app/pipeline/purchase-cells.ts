import { decimalOf } from '../../domain/contracts/decimal-of.ts';
import type { PurchaseColumn } from '../../domain/pipeline/purchase-columns.ts';
import type { PurchaseView } from './views.ts';

/** A stored purchase as the texts from which it would be read again; its buyer by id. */
export function purchaseCells(purchase: PurchaseView): Record<PurchaseColumn, string> {
  const { currency, months } = purchase;
  return {
    buyer: purchase.buyer.id,
    reference: purchase.reference,
    title: purchase.title,
    description: purchase.description ?? '',
    segment: purchase.segment,
    category: purchase.category ?? '',
    cpv: purchase.cpvCodes.join(';'),
    valueLow: decimalOf(purchase.lowMinorUnits, currency) ?? '',
    valueHigh: decimalOf(purchase.highMinorUnits, currency) ?? '',
    currency,
    vat: purchase.lowMinorUnits === null ? '' : purchase.vatBasis,
    startFrom: purchase.startFrom,
    startTo: purchase.startTo,
    months: months === null ? '' : String(months),
    noticeOn: purchase.noticeOn ?? '',
    stage: purchase.stage,
    confidence: purchase.confidence,
    shareable: purchase.isShareable ? 'yes' : 'no',
    framework: purchase.isFramework ? 'yes' : 'no',
    replaces: purchase.replacesContractId ?? '',
    process: purchase.processOcid ?? '',
  };
}
