import type { ContractItem } from '../../app/contracts/views.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import { paths } from '../paths.ts';
import type { AmountShown } from './present-amount.ts';
import { presentAmount } from './present-amount.ts';

/** A name, with the page it leads to where it has one. */
export type NamedLink = { text: string; href: string | null };

/** A status as a coloured word. The colour repeats the word; it says nothing of its own. */
export type StatusTag = { text: string; colour: string };

/** One contract in a list. */
export type ContractCard = {
  href: string;
  title: ContractItem['titleMarked'];
  isFramework: boolean;
  status: StatusTag;
  buyer: NamedLink | null;
  suppliers: NamedLink[];
  /** What stands where no supplier is named. */
  noSupplier: string;
  /** "and 3 more", where not all are shown. */
  moreSuppliers: string | null;
  amount: AmountShown | null;
  dates: string;
  route: string;
  dated: string;
  snippet: ContractItem['titleMarked'] | null;
  why: string[];
};

const statusColours: Record<ContractItem['status'], string> = {
  intended: 'blue',
  upcoming: 'teal',
  live: 'green',
  'in-extension': 'yellow',
  ended: 'grey',
  terminated: 'orange',
  cancelled: 'red',
  unknown: 'grey',
};

/** Suppliers named in a list before "and 3 more". */
const suppliersShown = 3;

/**
 * A contract as a list shows it.
 *
 * @example presentContractCard(item, words).dates // '1 April 2026 to 31 March 2028, with options to 31 March 2030'
 */
export function presentContractCard(item: ContractItem, words: Catalogue): ContractCard {
  const hidden = item.suppliers.length - suppliersShown;
  return {
    href: paths.contract(item.id),
    title: item.titleMarked,
    isFramework: item.isFrameworkAgreement,
    status: presentStatus(item.status, words),
    buyer: item.buyer === null ? null : presentBuyer(item.buyer),
    suppliers: item.suppliers.slice(0, suppliersShown).map(presentSupplier),
    noSupplier: words.list.suppliersUnknown,
    moreSuppliers: hidden > 0 ? words.list.moreSuppliers(hidden) : null,
    amount: item.amount === null ? null : presentAmount(item.amount, words, 'short'),
    dates: presentDates(item, words),
    route: words.labels.route[item.route],
    dated: item.datedOn === null ? words.list.undated : words.list.signed(words.format.day(item.datedOn)),
    snippet: item.snippet,
    why: item.why,
  };
}

/** A status with its word and colour. */
export function presentStatus(status: ContractItem['status'], words: Catalogue): StatusTag {
  return { text: words.labels.status[status], colour: statusColours[status] };
}

/** A buyer's name, linked to its page where it has one. */
export function presentBuyer(buyer: { id: string | null; name: string }): NamedLink {
  return { text: buyer.name, href: buyer.id === null ? null : paths.buyer(buyer.id) };
}

/** A supplier's name. A likely natural person has no id, and so no page. */
export function presentSupplier(supplier: { id: string | null; name: string }): NamedLink {
  return { text: supplier.name, href: supplier.id === null ? null : paths.supplier(supplier.id) };
}

function presentDates(item: ContractItem, words: Catalogue): string {
  const { list, format } = words;
  const { startOn, endOn, maxEndOn } = item;
  const end = endOn === null ? null : format.day(endOn);
  let text = list.noDates;
  if (startOn !== null && end !== null) text = list.runs(format.day(startOn), end);
  else if (startOn !== null) text = list.starts(format.day(startOn));
  else if (end !== null) text = list.until(end);
  const isExtendable = maxEndOn !== null && maxEndOn !== endOn;
  if (isExtendable) text = `${text}, ${list.upTo(format.day(maxEndOn))}`;
  const isDated = startOn !== null || end !== null;
  return item.status === 'intended' && isDated ? list.planned(text) : text;
}
