import { amountText } from './amount-text.ts';
import type { ContractItem } from './views.ts';

/**
 * A list of contracts as text: title, what it is worth and of which kind, who with whom, when, and why it was found.
 *
 * @param noSupplier what stands where no supplier is named
 * @example presentContractList(items)
 */
export function presentContractList(
  items: readonly ContractItem[],
  noSupplier = 'supplier not stated',
): string {
  return items.map((item) => presentItem(item, noSupplier)).join('\n\n');
}

function presentItem(item: ContractItem, noSupplier: string): string {
  const suppliers = item.suppliers.map((supplier) => supplier.name).join('; ');
  const ends =
    item.endOn === null
      ? 'no end date'
      : `${item.status === 'intended' ? 'planned end' : 'ends'} ${item.endOn}`;
  const options =
    item.maxEndOn === null || item.maxEndOn === item.endOn ? '' : `, with options ${item.maxEndOn}`;
  const lines = [
    item.title,
    `  ${item.id}  ${item.isFrameworkAgreement ? 'framework' : item.status}, ${item.datedOn ?? 'date not published'}, ${ends}${options}`,
    `  ${amountText(item.amount)}`,
    `  ${item.buyer?.name ?? 'buyer not stated'} → ${suppliers === '' ? noSupplier : suppliers}`,
    ...item.why.map((reason) => `  found: ${reason}`),
  ];
  return lines.join('\n');
}
