import type { OrganisationDetail } from '../../../../app/buyers/views.ts';
import type { Facet } from '../../../../app/contracts/views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { externalHref } from '../../../components/external-href.ts';
import type { Fact } from '../../../components/facts.ts';
import { fact } from '../../../components/facts.ts';
import { presentSum } from '../../../components/present-amount.ts';
import { presentContractCard } from '../../../components/present-contract-card.ts';
import { paths } from '../../../paths.ts';
import { listFilters } from '../../contracts/find/filter-query.ts';
import { valueText } from '../../contracts/find/present-facets.ts';
import type { Side } from '../find/present.ts';

/** Contracts listed under each heading; the rest is one link away. */
const contractsShown = 5;

/** One buyer or supplier as its page shows it. */
export function presentOrganisation(organisation: OrganisationDetail, side: Side, words: Catalogue) {
  const { organisations: text, format } = words;
  const own = { [side === 'buyers' ? 'buyer' : 'supplier']: [organisation.id] };
  return {
    side: text[side],
    title: organisation.name,
    figures: presentFigures(organisation, side, words),
    summary: presentSummary(organisation, side, words),
    otherSideHref: organisation.alsoOnOtherSide
      ? side === 'buyers'
        ? paths.supplier(organisation.id)
        : paths.buyer(organisation.id)
      : null,
    keysHref: paths.organisationKeys(organisation.id),
    strategyHref: side === 'buyers' ? paths.strategy(organisation.id) : null,
    allHref: paths.contracts(own),
    allText: text.allContracts(organisation.contractCount),
    files: presentFiles(organisation, side, words),
    years: presentYears(organisation, own, words),
    counterparts: organisation.counterparts.map((other) => ({
      name: other.name,
      href: other.id === null ? null : side === 'buyers' ? paths.supplier(other.id) : paths.buyer(other.id),
      contracts: format.number(other.contractCount),
      money: presentSum(other.netPence, other.netCount, words) ?? text.moneyNone,
      moneyBasis: other.netCount === 0 ? null : text.moneyBasis(other.netCount, other.contractCount),
      contractsHref:
        other.id === null
          ? null
          : paths.contracts({ ...own, [side === 'buyers' ? 'supplier' : 'buyer']: [other.id] }),
    })),
    ending: organisation.endingNext.slice(0, contractsShown).map((item) => presentContractCard(item, words)),
    endingHref: paths.contracts({ ...own, status: ['live'], sort: 'ending' }),
    newest: organisation.newest.slice(0, contractsShown).map((item) => presentContractCard(item, words)),
    facets: presentFacetLinks(organisation.facets, own, side, words),
  };
}

/** What stands below the tables: how they are worked out, and their files. */
function presentFiles({ id }: OrganisationDetail, side: Side, { organisations: text }: Catalogue) {
  const csv = (chart: string): string =>
    paths.organisationFigures({ id, side: side === 'buyers' ? 'buyer' : 'supplier', chart });
  const methods = methodLinks('contracts', 'money');
  return {
    years: { title: text.years, methods, csvHref: csv('years') },
    counterparts: { title: text[side].counterparts, methods, csvHref: csv('counterparts') },
  };
}

/** The three numbers at the top, each with what it counts. */
function presentFigures(organisation: OrganisationDetail, side: Side, words: Catalogue) {
  const { organisations: text, format } = words;
  const { contractCount, netPence, netCount, frameworkCount } = organisation;
  return [
    { value: format.number(contractCount), label: text.contracts, note: spanOf(organisation, words) },
    {
      value: presentSum(netPence, netCount, words) ?? '–',
      label: `${text[side].moneyOf}, ${words.labels.amountBasis.net}`,
      note: netCount === 0 ? text.moneyNone : text.moneyBasis(netCount, contractCount),
    },
    { value: format.number(frameworkCount), label: text.frameworks, note: null },
  ];
}

function spanOf({ firstOn, lastOn }: OrganisationDetail, words: Catalogue): string | null {
  if (lastOn === null) return null;
  if (firstOn === null) return words.organisations.spanUntil(words.format.day(lastOn));
  return words.organisations.span(words.format.day(firstOn), words.format.day(lastOn));
}

function presentSummary(organisation: OrganisationDetail, side: Side, words: Catalogue): Fact[] {
  const { organisations: text, labels } = words;
  const { buyerType, scale, place, region } = organisation;
  return [
    ...fact(text.type, side === 'buyers' && buyerType !== null ? labels.buyerType[buyerType] : null),
    ...fact(text.size, side === 'suppliers' && scale !== null ? labels.scale[scale] : null),
    ...fact(
      text.size,
      organisation.sizes.map(({ measure, value, year, source, covers }) => ({
        text: text.bodySize(value, measure),
        note: text.bodySizeSource(year, source, covers),
      })),
    ),
    ...fact(text.kind, organisation.isVcse === true ? text.voluntary : null),
    ...fact(text.place, place ?? region),
    ...fact(
      text.identifiers,
      organisation.identifiers.map(({ scheme, id, url }) => ({
        text: `${scheme} ${id}`,
        href: externalHref(url),
      })),
    ),
    ...fact(
      text.alsoKnown,
      organisation.otherNames.map((name) => ({ text: name })),
    ),
  ];
}

/** Years with a bar for the number of contracts; the bar repeats the number beside it. */
function presentYears(organisation: OrganisationDetail, own: Record<string, string[]>, words: Catalogue) {
  const { organisations: text, format } = words;
  const most = Math.max(1, ...organisation.years.map((year) => year.contractCount));
  return organisation.years
    .toSorted((a, b) => b.year - a.year)
    .map((year) => ({
      year: String(year.year),
      href: paths.contracts({ ...own, year: [year.year] }),
      contracts: format.number(year.contractCount),
      share: year.contractCount / most,
      money: presentSum(year.netPence, year.netCount, words) ?? text.moneyNone,
      moneyBasis: year.netCount === 0 ? null : text.moneyBasis(year.netCount, year.contractCount),
    }));
}

/** Values of a facet that a page of an organisation lists. */
const valuesShown = 6;

/** Numbers that open the list of just those contracts. Years and the organisation itself have their own places. */
function presentFacetLinks(
  facets: readonly Facet[],
  own: Record<string, string[]>,
  side: Side,
  words: Catalogue,
) {
  const elsewhere: readonly string[] = [
    'buyer',
    'supplier',
    'year',
    ...(side === 'buyers' ? ['buyerType'] : []),
  ];
  return listFilters
    .filter((name) => !elsewhere.includes(name))
    .map((name) => ({
      heading: words.labels.facet[name],
      values: (facets.find((facet) => facet.name === name)?.values ?? [])
        .slice(0, valuesShown)
        .map((one) => ({
          text: valueText(name, one.value, one.label, words),
          count: words.format.number(one.count),
          countInWords: words.list.facetCount(one.count, false),
          href: paths.contracts({ ...own, [name]: [one.value] }),
        })),
    }))
    .filter((facet) => facet.values.length > 0);
}
