import type { BenchmarkMeasure } from '../../domain/benchmarks/size-benchmark.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { countText } from '../count-text.ts';
import { textBlock } from '../text-form.ts';
import type { SizeBenchmarkView } from './price-per-size.ts';

const units: Record<BenchmarkMeasure, string> = {
  residents: '1,000 residents',
  dwellings: 'dwelling',
  staff: 'member of staff',
  users: 'user',
};

/**
 * A benchmark by size as text.
 *
 * @example sizeBenchmarkText(view) // '  compared  Dwellmark Housing\n  contracts  5 contracts of 5 buyers since …'
 */
export function sizeBenchmarkText(view: SizeBenchmarkView): string {
  const { yearlyPence, contract } = view;
  return textBlock([
    [
      'compared',
      [view.product?.name, view.segment, view.buyerType].filter(Boolean).join(', ') || 'all contracts',
    ],
    [
      'contracts',
      `${countText(view.n, 'contract')} of ${countText(view.buyers, 'buyer')} since ${view.from}; ${view.comparable - view.n} more have no known size`,
    ],
    [`a year and ${units[view.per]}, without VAT`, yearlyPence === null ? 'not enough data' : null],
    [`lower quartile a year and ${units[view.per]}`, money(yearlyPence?.q1)],
    [`median`, money(yearlyPence?.median)],
    [`upper quartile`, money(yearlyPence?.q3)],
    [
      'this contract',
      contract === null ? null : (money(contract.yearlyPence) ?? 'no value or size to compare by'),
    ],
    [
      'costs more than',
      contract?.shareBelow == null
        ? null
        : `${Math.round(contract.shareBelow * 100)} % of ${contract.of} others`,
    ],
  ]);
}

function money(pence: number | null | undefined): string | null {
  return pence === null || pence === undefined ? null : moneyText(pence, 'GBP');
}
