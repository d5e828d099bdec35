import type { z } from 'zod';
import { isIndicatorList } from '../../../../app/contracts/indicator-list.ts';
import type { marketSums } from '../../../../app/market/market-sums.ts';
import { contractOrders } from '../../../../app/contracts/contract-filter.ts';
import type { ContractItem, Facet } from '../../../../app/contracts/views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentContractCard, type ContractCard } from '../../../components/present-contract-card.ts';
import { presentPaging } from '../../../components/present-paging.ts';
import { exportFormats, paths } from '../../../paths.ts';
import type { ContractsAsked } from './filter-query.ts';
import { exportQuery, filterQuery, listFilters, marketFilters } from './filter-query.ts';
import { presentFacets, valueText } from './present-facets.ts';
import { marketValueText, presentListSums } from './present-sums.ts';

/** What `contracts.find` answers. */
export type ContractsFound = {
  items: ContractItem[];
  total: { count: number; isCapped: boolean };
  facets: Facet[];
  from: number;
  next: string | null;
  previous: string | null;
  query: { understood: string[] };
  sums: z.output<typeof marketSums> | null;
  /** Day that status and counts hold for. */
  asOf: string;
};

/** A chosen filter with the address of the same list without it. */
export type Chip = { heading: string; text: string; href: string };

/**
 * The list of contracts as its page shows it.
 *
 * @param found what `contracts.find` answered
 * @param asked what it was asked
 */
export function presentContracts(found: ContractsFound, asked: ContractsAsked, words: Catalogue) {
  const query = filterQuery(asked);
  const chips = presentChips(found.facets, asked, words);
  const isEmpty = found.items.length === 0;
  return {
    query: asked.q ?? '',
    action: paths.contracts(),
    hidden: hiddenInputs(asked),
    paging: presentPaging(
      found,
      {
        limit: asked.limit,
        total: words.layout.total(found.total.count, found.total.isCapped),
        address: (cursor) => paths.contracts({ ...query, cursor }),
      },
      words,
    ),
    isIndicatorList: isIndicatorList(asked),
    isCapped: found.total.isCapped,
    understood: found.query.understood,
    chips,
    clearHref: paths.contracts({ q: asked.q }),
    filtersTitle: chips.length === 0 ? words.list.filters : words.list.filtersChosen(chips.length),
    facets: presentFacets(found.facets, asked, words).filter((facet) => facet.choices.length > 0),
    agreements: presentAgreements(asked, words),
    endsFrom: asked.endsFrom ?? '',
    endsTo: asked.endsTo ?? '',
    sorts: contractOrders.map((value) => ({
      value,
      text: words.list.sort[value],
      isChosen: value === asked.sort,
    })),
    cards: found.items.map((item) => presentCard(item, asked, words)),
    isEmpty,
    hasQuotes: asked.q?.includes('"') ?? false,
    dataHref: paths.data(),
    downloads:
      isEmpty || isIndicatorList(asked)
        ? []
        : exportFormats.map((format) => ({
            text: words.list.formats[format],
            href: paths.contractsExport(format, exportQuery(asked)),
          })),
    sums: found.sums === null ? null : presentListSums(found.sums, asked, words),
    asOf: words.list.asOf(words.format.day(found.asOf)),
  };
}

/** A list that leaves suppliers out says so, and never that a notice leaves them out. */
function presentCard(item: ContractItem, asked: ContractsAsked, words: Catalogue): ContractCard {
  const card = presentContractCard(item, words);
  return isIndicatorList(asked) ? { ...card, noSupplier: words.list.suppliersWithheld } : card;
}

/** What has no control of its own in the form, kept through the next search. */
function hiddenInputs(asked: ContractsAsked): { name: string; value: string }[] {
  return [
    { name: 'framework', value: asked.framework ?? '' },
    { name: 'ocid', value: asked.ocid ?? '' },
    ...marketFilters.map((name) => ({ name, value: String(asked[name] ?? '') })),
  ].filter(({ value }) => value !== '');
}

function presentAgreements(asked: ContractsAsked, words: Catalogue) {
  const { list } = words;
  return [
    { value: 'all', text: list.agreementsAll, isChosen: asked.agreements === 'all' },
    { value: 'contracts', text: list.agreementsContracts, isChosen: asked.agreements === 'contracts' },
    { value: 'frameworks', text: list.agreementsFrameworks, isChosen: asked.agreements === 'frameworks' },
  ];
}

function presentChips(facets: readonly Facet[], asked: ContractsAsked, words: Catalogue): Chip[] {
  const { labels, list, format } = words;
  const without = (change: Partial<ContractsAsked>): string =>
    paths.contracts(filterQuery({ ...asked, ...change }));
  const chips = listFilters.flatMap((name) =>
    asked[name].map((chosen) => {
      const value = String(chosen);
      const known = facets.find((facet) => facet.name === name)?.values.find((one) => one.value === value);
      return {
        heading: labels.facet[name],
        text: valueText(name, value, known?.label ?? value, words),
        href: without({ [name]: asked[name].filter((other) => other !== chosen) }),
      };
    }),
  );
  const agreements = presentAgreements(asked, words).find((one) => one.isChosen && one.value !== 'all');
  if (agreements !== undefined) {
    chips.push({ heading: list.agreements, text: agreements.text, href: without({ agreements: 'all' }) });
  }
  if (asked.framework !== undefined) {
    chips.push({ heading: list.framework, text: asked.framework, href: without({ framework: undefined }) });
  }
  if (asked.ocid !== undefined) {
    chips.push({ heading: list.process, text: asked.ocid, href: without({ ocid: undefined }) });
  }
  for (const name of marketFilters) {
    const value = asked[name];
    if (value === undefined) continue;
    chips.push({
      heading: words.market.filters[name],
      text: marketValueText(name, String(value), words),
      href: without({ [name]: undefined }),
    });
  }
  if (asked.endsFrom !== undefined) {
    chips.push({
      heading: list.endsFrom,
      text: format.day(asked.endsFrom),
      href: without({ endsFrom: undefined }),
    });
  }
  if (asked.endsTo !== undefined) {
    chips.push({
      heading: list.endsTo,
      text: format.day(asked.endsTo),
      href: without({ endsTo: undefined }),
    });
  }
  return chips;
}
