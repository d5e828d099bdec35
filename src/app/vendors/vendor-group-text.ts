import { countText } from '../count-text.ts';
import { memberCells } from '../market/members.ts';
import { coverageText, sumText } from '../market/overview-text.ts';
import { textBlock, textSection, textTable } from '../text-form.ts';
import type { VendorGroupDetail } from './vendor-group-view.ts';

/** A vendor group as text. */
export function vendorGroupText(group: VendorGroupDetail): string {
  const facts = textBlock([
    ['contracts', `${countText(group.contracts, 'contract')}, ${group.running} running`],
    ['buyers', String(group.buyers)],
    ['value', sumText(group)],
  ]);
  return [
    `${group.name}\n${facts}`,
    textSection(
      'Ways',
      textTable(group.ways.map((one) => [one.way, countText(one.contracts, 'contract'), sumText(one)])),
    ),
    coverageText(group.valueCoverage),
    textSection('Buyers', textTable(group.buyersNamed.map(memberCells))),
    textSection('Suppliers', textTable(group.suppliers.map((one) => [...memberCells(one), one.way]))),
    textSection(
      'Products',
      textTable(group.products.map((one) => [one.name, one.id, countText(one.contracts, 'contract')])),
    ),
    textSection(
      'Ends',
      textTable(group.ends.map((one) => [one.quarter, countText(one.contracts, 'contract')])),
    ),
    coverageText(group.endCoverage),
    ...group.firms.map(firmText),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function firmText(firm: VendorGroupDetail['firms'][number]): string {
  const facts = textBlock([
    ['kind', firm.kind],
    ['also named as', firm.aliases.join('; ')],
    ['numbers', firm.keys.join(', ')],
    ['products', firm.products.map(({ name }) => name).join(', ')],
    ['source', `${firm.source} (${firm.reviewed})`],
  ]);
  const held = textTable(
    firm.organisations.map(({ id, name, basis, contractCount }) => [
      id,
      name,
      `by ${basis}`,
      countText(contractCount, 'contract'),
    ]),
  );
  return [`${firm.name}\n${facts}`, textSection('Suppliers in the register', held)]
    .filter((part) => part !== '')
    .join('\n');
}
