import { placePercent } from './place-percent.ts';
import type { SizeBenchmarkView } from '../../app/benchmarks/price-per-size.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { segmentNames } from '../catalogue/en/segments.ts';

/** What comparable contracts cost by the size of their buyers, and where one contract sits among them. */
export function presentSizeBenchmark(view: SizeBenchmarkView, words: Catalogue) {
  const { benchmark: text, labels, format } = words;
  const { bySize } = text;
  const unit = labels.sizeUnit[view.per];
  const money = (pence: number): string => format.moneyExact({ minorUnits: pence, currency: 'GBP' }) ?? '';
  const { contract, yearlyPence: prices } = view;
  const each = (pence: number): string => bySize.each(money(pence), unit);
  const compared =
    view.product?.name ?? (view.segment === null ? bySize.everything : segmentNames[view.segment]);
  return {
    own: contract?.yearlyPence == null ? null : bySize.own(money(contract.yearlyPence), unit),
    place:
      contract?.shareBelow == null || contract.of === 0
        ? null
        : text.place(placePercent(contract.shareBelow), contract.of),
    group: text.group(compared, null, view.buyerType === null ? null : labels.buyerType[view.buyerType]),
    isWider: view.isWider,
    count: text.count(view.n, view.buyers, format.day(view.from)),
    unsized: bySize.unsized(view.comparable - view.n),
    prices:
      prices === null
        ? null
        : [
            { label: bySize.least, value: each(prices.least) },
            { label: bySize.q1, value: each(prices.q1) },
            { label: bySize.median, value: each(prices.median) },
            { label: bySize.q3, value: each(prices.q3) },
            { label: bySize.most, value: each(prices.most) },
          ],
    tooFew: text.tooFew(view.leastContracts, view.leastBuyers),
  };
}
