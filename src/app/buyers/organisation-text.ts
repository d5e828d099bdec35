import { moneyText } from '../contracts/amount-text.ts';
import { presentContractList } from '../contracts/present-list.ts';
import { countText } from '../count-text.ts';
import { bodySizeText } from '../organisations/body-size-view.ts';
import { pagingText } from '../paging-text.ts';
import { textBlock, textSection, textTable } from '../text-form.ts';
import type { z } from 'zod';
import type { OrganisationDetail, OrganisationItem, organisationPage } from './views.ts';

/**
 * A page of buyers or suppliers as text.
 *
 * @param noun `buyer` or `supplier`
 */
export function organisationListText(page: z.output<typeof organisationPage>, noun: string): string {
  const more = page.total.isCapped ? 'More than ' : '';
  const blocks = page.items.map((item) => `${item.name}\n${textBlock(factsOf(item))}`);
  return [`${more}${countText(page.total.count, noun)}`, ...blocks, pagingText(page, page.items.length)]
    .filter((part) => part !== '')
    .join('\n\n');
}

/**
 * One buyer or supplier as text: its facts, contracts by year, who it deals with, what ends next.
 *
 * @param counterparts what the other side is called: `Suppliers` of a buyer, `Buyers` of a supplier
 */
export function organisationText(organisation: OrganisationDetail, counterparts: string): string {
  const facts = textBlock([
    ...factsOf(organisation),
    ['identifiers', organisation.identifiers.map(({ scheme, id }) => `${scheme} ${id}`).join(', ')],
    ['also named as', organisation.otherNames.join('; ')],
    ['size', organisation.sizes.map(bodySizeText).join('; ')],
  ]);
  const years = organisation.years.map(({ year, ...sums }) => [String(year), ...sumCells(sums)]);
  const sides = organisation.counterparts.map(({ name, ...sums }) => [name, ...sumCells(sums)]);
  return [
    `${organisation.name}\n${facts}`,
    textSection('By year', textTable(years)),
    textSection(`${counterparts} with most contracts`, textTable(sides)),
    textSection('Ending next', presentContractList(organisation.endingNext)),
    textSection('Newest', presentContractList(organisation.newest)),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function factsOf(item: OrganisationItem): [string, string][] {
  const kind = item.buyerType ?? item.scale;
  const span =
    item.lastOn === null ? '' : `, ${item.firstOn === null ? 'newest' : `${item.firstOn} to`} ${item.lastOn}`;
  return [
    ['id', [item.id, kind, item.place].filter((part) => part !== null).join('  ')],
    [
      'contracts',
      `${countText(item.contractCount, 'contract')}, ${countText(item.frameworkCount, 'framework')}${span}`,
    ],
    ['value', sumText(item)],
  ];
}

type Sums = { contractCount: number; netPence: number; netCount: number };

function sumCells(sums: Sums): string[] {
  return [countText(sums.contractCount, 'contract'), sumText(sums)];
}

function sumText({ netPence, netCount, contractCount }: Sums): string {
  if (netCount === 0) return 'no value to rely on';
  return `${moneyText(netPence, 'GBP') ?? ''} without VAT, from ${netCount} of ${contractCount}`;
}
