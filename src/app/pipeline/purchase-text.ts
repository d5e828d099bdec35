import { moneyText } from '../contracts/amount-text.ts';
import { textBlock } from '../text-form.ts';
import type { PurchaseView } from './views.ts';

const vatWords = { net: 'without VAT', gross: 'with VAT' } as const;

/** A planned purchase as text. */
export function purchaseText(purchase: PurchaseView): string {
  const { startFrom, startTo, months } = purchase;
  return [
    `${purchase.title} (${purchase.id})`,
    textBlock([
      ['buyer', purchase.buyer.name],
      ['reference', purchase.reference],
      ['segment', purchase.segment],
      ['value', valueText(purchase)],
      ['start', startFrom === startTo ? startFrom : `${startFrom} to ${startTo}`],
      ['months', months === null ? null : String(months)],
      ['stage', purchase.stage],
      ['confidence', purchase.confidence],
      ['shareable', purchase.isShareable ? 'yes' : 'no: in no list of the pipeline, no export and no sum'],
      ['replaces', purchase.replacesContractId],
      ['process', purchase.processOcid],
      ['entered', `by ${purchase.madeBy}, ${purchase.madeAt.slice(0, 10)}`],
      [
        'withdrawn',
        purchase.withdrawnAt === null
          ? null
          : `by ${purchase.withdrawnBy ?? ''}, ${purchase.withdrawnAt.slice(0, 10)}`,
      ],
    ]),
  ].join('\n');
}

/** A value or a range of values, with VAT basis; null where none is known. */
export function valueText({
  lowMinorUnits,
  highMinorUnits,
  currency,
  vatBasis,
  isFramework,
}: Pick<PurchaseView, 'lowMinorUnits' | 'highMinorUnits' | 'currency' | 'vatBasis' | 'isFramework'>):
  string | null {
  const low = moneyText(lowMinorUnits, currency);
  const high = moneyText(highMinorUnits, currency);
  if (low === null || high === null) return null;
  const range = low === high ? low : `${low} to ${high}`;
  return `${range}, ${vatWords[vatBasis]}${isFramework ? ', the ceiling of a framework' : ''}`;
}
