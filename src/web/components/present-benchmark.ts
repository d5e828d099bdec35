import { placePercent } from './place-percent.ts';
import type { PriceBenchmarkView } from '../../app/benchmarks/price.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { segmentNames } from '../catalogue/en/segments.ts';
import { paths } from '../paths.ts';

/** What comparable contracts cost per month, and where one contract sits among them. */
export function presentBenchmark(view: PriceBenchmarkView, words: Catalogue) {
  const { benchmark: text, labels, format } = words;
  const money = (pence: number): string => format.moneyShort({ minorUnits: pence, currency: 'GBP' }) ?? '';
  const { group, monthlyPence: prices, contract } = view;
  const own = contract?.monthlyPence ?? null;
  return {
    gap: contract?.gap == null ? null : labels.comparabilityGap[contract.gap],
    own: own === null ? null : text.own(money(own)),
    place:
      contract?.shareBelow == null || contract.of === 0
        ? null
        : text.place(placePercent(contract.shareBelow), contract.of),
    group:
      group === null
        ? null
        : text.group(
            segmentNames[group.segment],
            group.size === null ? null : labels.valueBand[group.size],
            group.buyerType === null ? null : labels.buyerType[group.buyerType],
          ),
    isWider: view.isWider,
    count: text.count(view.n, view.buyers, format.day(view.from)),
    prices:
      prices === null
        ? null
        : [
            { label: text.least, value: money(prices.least) },
            { label: text.q1, value: money(prices.q1) },
            { label: text.median, value: money(prices.median) },
            { label: text.q3, value: money(prices.q3) },
            { label: text.most, value: money(prices.most) },
          ],
    tooFew: text.tooFew(view.leastContracts, view.leastBuyers),
    contractsHref:
      group === null || prices === null
        ? null
        : paths.contracts({
            segment: [group.segment],
            counted: 'valued',
            ...(group.size !== null && { valueBand: [group.size] }),
            ...(group.buyerType !== null && { buyerType: [group.buyerType] }),
          }),
  };
}
