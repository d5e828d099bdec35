import type { PurchaseView } from '../../../app/pipeline/views.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { paths } from '../../paths.ts';
import { fact, type Fact } from '../facts.ts';

/** What is said of an entered purchase, line by line, without its title. */
export function presentPurchaseFacts(purchase: PurchaseView, words: Catalogue): Fact[] {
  const { purchases: text, pipeline, market, format } = words;
  const { buyer, startFrom, startTo, months, noticeOn, withdrawnAt } = purchase;
  return [
    ...fact(text.buyer, { text: buyer.name, href: paths.buyer(buyer.id) }),
    ...fact(text.reference, purchase.reference),
    ...fact(pipeline.segment, market.segmentNames[purchase.segment]),
    ...fact(text.value, valueOf(purchase, words)),
    ...fact(text.start, pipeline.range(format.day(startFrom), format.day(startTo))),
    ...fact(pipeline.months, months === null ? null : pipeline.monthCount(months)),
    ...fact(text.noticeOn, noticeOn === null ? null : format.day(noticeOn)),
    ...fact(pipeline.stage, pipeline.stages[purchase.stage]),
    ...fact(pipeline.confidence, pipeline.confidences[purchase.confidence]),
    ...fact(text.entered, text.by(format.dayOf(purchase.madeAt), purchase.madeBy)),
    ...fact(
      text.ended,
      withdrawnAt === null ? null : text.by(format.dayOf(withdrawnAt), purchase.withdrawnBy ?? ''),
    ),
  ];
}

function valueOf(purchase: PurchaseView, { purchases: text, pipeline, format }: Catalogue): string {
  const { currency, vatBasis, isFramework } = purchase;
  const low = format.moneyExact({ minorUnits: purchase.lowMinorUnits, currency });
  const high = format.moneyExact({ minorUnits: purchase.highMinorUnits, currency });
  if (low === null || high === null) return text.valueNone;
  return text.valueWith(pipeline.range(low, high), vatBasis, isFramework);
}
