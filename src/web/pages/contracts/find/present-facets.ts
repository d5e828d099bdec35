import type { Facet } from '../../../../app/contracts/views.ts';
import { lifecycles } from '../../../../domain/contracts/lifecycle.ts';
import { valueBands } from '../../../../domain/contracts/value-band.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { ContractsAsked, ListFilter } from './filter-query.ts';
import { listFilters } from './filter-query.ts';

/** One filter as a group of checkboxes. */
export type FacetGroup = {
  name: ListFilter;
  heading: string;
  chosen: string | null;
  isOpen: boolean;
  choices: {
    id: string;
    value: string;
    text: string;
    count: string;
    countInWords: string;
    isChosen: boolean;
  }[];
};

/** Groups that stand open when nothing is chosen in them. */
const openAtFirst: readonly ListFilter[] = ['segment', 'status', 'buyerType', 'valueBand'];

/**
 * The filters of a list. What is chosen is always there, even where nothing matches it any more.
 *
 * @example presentFacets(found.facets, asked, words)[0].heading // 'Where it stands today'
 */
export function presentFacets(
  facets: readonly Facet[],
  asked: ContractsAsked,
  words: Catalogue,
): FacetGroup[] {
  return listFilters.map((name) => {
    const counted = facets.find((facet) => facet.name === name);
    const values = counted?.values ?? [];
    const isLowerBound = counted?.isLowerBound ?? false;
    const chosen = asked[name].map(String);
    const lost = chosen
      .filter((value) => !values.some((one) => one.value === value))
      .map((value) => ({ value, label: value, count: 0 }));
    const choices = [...inOrder(name, values), ...lost].map(({ value, label, count }, index) => ({
      id: `${name}-${index + 1}`,
      value,
      text: valueText(name, value, label, words),
      count: `${words.format.number(count)}${isLowerBound ? '+' : ''}`,
      countInWords: words.list.facetCount(count, isLowerBound),
      isChosen: chosen.includes(value),
    }));
    return {
      name,
      heading: words.labels.facet[name],
      chosen: chosen.length === 0 ? null : words.list.facetChosen(chosen.length),
      isOpen: chosen.length > 0 || openAtFirst.includes(name),
      choices,
    };
  });
}

/** The words of one value of a filter. Names of buyers and suppliers come with the facet, codes have theirs here. */
export function valueText(name: ListFilter, value: string, label: string, words: Catalogue): string {
  if (name === 'year' || name === 'buyer' || name === 'supplier') return label;
  if (name === 'cpvDivision') return `${value} ${words.labels.cpvDivision[value] ?? label}`;
  const texts: Readonly<Record<string, string>> = words.labels[name];
  return texts[value] ?? label;
}

type Value = Facet['values'][number];

/** Years newest first, bands and statuses in their own order, everything else as counted. */
function inOrder(name: ListFilter, values: readonly Value[]): Value[] {
  if (name === 'year') return values.toSorted((a, b) => Number(b.value) - Number(a.value));
  if (name === 'valueBand') return byPlace(values, valueBands);
  return name === 'status' ? byPlace(values, lifecycles) : [...values];
}

function byPlace(values: readonly Value[], order: readonly string[]): Value[] {
  return values.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}
