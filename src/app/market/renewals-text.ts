import { moneyText } from '../contracts/amount-text.ts';
import { countText } from '../count-text.ts';
import { pagingText } from '../paging-text.ts';
import { textSection, textTable } from '../text-form.ts';
import { coverageText, sumText } from './overview-text.ts';
import type { Renewals } from './renewals-view.ts';

/** Renewals as text. */
export function renewalsText({ quarters, coverage, items, ...place }: Renewals): string {
  return [
    textSection(
      'Contracts that end, by quarter',
      textTable(
        quarters.map((one) => [
          one.quarter,
          countText(one.contracts, 'contract'),
          one.contracts === 0 ? '' : sumText(one),
        ]),
      ),
    ),
    coverageText(coverage),
    textSection(
      'One by one',
      textTable(
        items.map((one) => [
          one.endOn,
          one.decision === null ? 'decide by: not enough data' : `decide by ${one.decision.on}`,
          one.buyer?.name ?? '',
          one.title,
          moneyText(one.netPence, 'GBP'),
          one.contracts.length === 1
            ? one.id
            : `${countText(one.contracts.length, 'contract')}: ${one.contracts.map(({ id }) => id).join(' ')}`,
        ]),
      ),
    ),
    pagingText(place, items.length),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
