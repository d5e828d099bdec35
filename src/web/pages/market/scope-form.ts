import type { MarketScopeView } from '../../../app/market/market-scope.ts';
import { financialYearName } from '../../../domain/market/financial-year.ts';
import { buyerTypes } from '../../../domain/organisations/mention.ts';
import { digitalSegmentIds } from '../../../domain/segments/segment.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import { paths, type AddressQuery } from '../../paths.ts';

/** Years of signature that the form offers. */
const yearsOffered = 12;

/** One choice of a form. */
type Choice = { value: string; text: string; isChosen: boolean };

/** The form by which a page of the market is narrowed; a control that is absent is null. */
export type ScopeForm = {
  action: string;
  segments: Choice[] | null;
  buyerTypes: Choice[];
  from: Choice[] | null;
  to: Choice[] | null;
  prices: Choice[] | null;
};

/**
 * The form over a page of the market.
 *
 * @param controls which of the controls the page has
 */
export function presentScopeForm(
  { segments, buyerTypes: chosenBuyers, from, to }: MarketScopeView,
  asOf: string,
  controls: {
    action: string;
    hasSegment: boolean;
    /** The choice of all reaches beyond the digital segments. */
    isEverySegment?: boolean;
    hasYears: boolean;
    prices?: { chosen: 'nominal' | 'real'; baseYear: number };
  },
  { labels, market }: Catalogue,
): ScopeForm {
  const { scope } = market;
  const newest = Number(asOf.slice(0, 4));
  const years = (chosen: number): Choice[] =>
    [...new Set([chosen, ...Array.from({ length: yearsOffered }, (_, index) => newest - index)])]
      .toSorted((a, b) => b - a)
      .map((year) => ({ value: String(year), text: String(year), isChosen: year === chosen }));
  const only = segments.length === 1 ? segments[0] : undefined;
  const all = {
    value: '',
    text: controls.isEverySegment === true ? scope.everySegment : scope.allSegments,
    isChosen: only === undefined,
  };
  return {
    action: controls.action,
    segments: controls.hasSegment
      ? [
          all,
          ...digitalSegmentIds.map((value) => ({
            value,
            text: market.segmentNames[value],
            isChosen: value === only,
          })),
        ]
      : null,
    buyerTypes: [
      { value: '', text: scope.allBuyers, isChosen: chosenBuyers.length === 0 },
      ...buyerTypes
        .filter((value) => value !== 'unknown')
        .map((value) => ({
          value,
          text: labels.buyerType[value],
          isChosen: chosenBuyers.includes(value),
        })),
    ],
    from: controls.hasYears ? years(from) : null,
    to: controls.hasYears ? years(to) : null,
    prices:
      controls.prices === undefined
        ? null
        : [
            { value: 'nominal', text: scope.nominal, isChosen: controls.prices.chosen === 'nominal' },
            {
              value: 'real',
              text: scope.real(financialYearName(controls.prices.baseYear)),
              isChosen: controls.prices.chosen === 'real',
            },
          ],
  };
}

/** Links to the other pages of the market. */
export function presentSubnavigation(
  current: keyof Catalogue['market']['pages'] | null,
  { market }: Catalogue,
): { text: string; href: string; isCurrent: boolean }[] {
  const pages = [
    { name: 'overview', href: paths.market() },
    { name: 'segments', href: paths.segments() },
    { name: 'renewals', href: paths.marketRenewals() },
    { name: 'pipeline', href: paths.pipeline() },
    { name: 'competition', href: paths.marketCompetition() },
    { name: 'indicators', href: paths.indicators() },
    { name: 'growth', href: paths.marketGrowth() },
    { name: 'frameworks', href: paths.marketFrameworks() },
    { name: 'exposure', href: paths.marketExposure() },
    { name: 'vendors', href: paths.vendors() },
    { name: 'products', href: paths.products() },
  ] as const;
  return pages.map(({ name, href }) => ({
    text: market.pages[name],
    href,
    isCurrent: name === current,
  }));
}

/** The part of an address that keeps a list to a scope. */
export function scopeQuery({ segments, buyerTypes: kinds, from, to }: MarketScopeView): {
  market: AddressQuery;
  years: AddressQuery;
} {
  const market = { segment: segments, buyerType: kinds };
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return { market, years: { ...market, year: years } };
}
