import type { EvidenceFigure } from '../../domain/decisions/case-parts/evidence.ts';
import type { ValueBand } from '../../domain/contracts/value-band.ts';
import type { Route } from '../../domain/contracts/contract-facts.ts';
import type { BuyerType } from '../../domain/organisations/mention.ts';
import { isDigital, type SegmentId } from '../../domain/segments/segment.ts';
import { segmentPhrase } from '../../domain/segments/segment-phrase.ts';
import { findPriceBenchmark, type PriceBenchmarkView } from '../benchmarks/price.ts';
import { listReferenceClasses, type ReferenceClassView } from '../benchmarks/classes.ts';
import type { Context } from '../context.ts';
import { countText } from '../count-text.ts';
import { showMarketOverview } from '../market/overview.ts';
import type { MarketOverview } from '../market/overview-view.ts';
import { showSimilarWork, type SimilarWorkView } from '../market/similar.ts';

/** A market that a case is about, with what refers to it. */
export type MarketSubject = {
  segment: SegmentId;
  /** Ids of components, or paths in the document. */
  about: readonly string[];
  route: Route | null;
};

/** Work of a size in a market, for a kind of buyer. */
export type WorkSubject = {
  segment: SegmentId;
  about: readonly string[];
  size: ValueBand | null;
  buyerType: BuyerType | null;
};

/** A figure before it has its id and instant. */
export type FoundFigure = Omit<EvidenceFigure, 'id' | 'at' | 'items'> &
  Partial<Pick<EvidenceFigure, 'items'>>;

/** Fewest contracts that a figure of the market is taken from. */
const leastSeen = 5;
const leastShared = 10;

/** What the register shows of one market, as figures: each with how to ask for it again. */
export async function marketEvidence(context: Context, subject: MarketSubject): Promise<FoundFigure[]> {
  const { segment, route } = subject;
  const input = { segment, ...(route !== null && { route }) };
  const [similar, overview, classes] = await Promise.all([
    showSimilarWork.run(context, input),
    showMarketOverview.run(context, showMarketOverview.input.parse({ segment: [segment] })),
    isDigital(segment)
      ? listReferenceClasses.run(context, { kind: 'contract-growth', segment })
      : Promise.resolve(null),
  ]);
  const own = classes?.classes.find((one) => one.segment === segment);
  return [
    seenFigure('suppliers-seen', similar.suppliers, {
      ...askedOf(similar, subject.about, input),
      group: segmentPhrase(segment),
    }),
    ...marketFigures(overview, subject),
    leadTimeFigure(similar, subject, input),
    ...(own === undefined ? [] : [growthFigure(own, subject)]),
  ];
}

/** What the register shows of work as large as this and for such a buyer: suppliers, terms and prices. */
export async function workEvidence(context: Context, subject: WorkSubject): Promise<FoundFigure[]> {
  const { segment, size, buyerType, about } = subject;
  const input = { segment, ...(size !== null && { size }), ...(buyerType !== null && { buyerType }) };
  const [similar, price] = await Promise.all([
    showSimilarWork.run(context, input),
    findPriceBenchmark(context, input),
  ]);
  const asked = askedOf(similar, about, input);
  const query = { segment: [segment], ...(size !== null && { valueBand: [size] }), counted: 'all' };
  const ofSize = similar.suppliersOfSize;
  return [
    ...(ofSize === null || size === null
      ? []
      : [
          seenFigure('suppliers-of-size', ofSize, {
            ...asked,
            group: `${segmentPhrase(segment)} of ${bandText(size)}`,
            link: { page: 'contracts', query },
          }),
        ]),
    termFigure(similar, asked),
    ...(price === null ? [] : [priceFigure(price, subject, input)]),
  ];
}

type Asked = Pick<FoundFigure, 'about' | 'query' | 'from' | 'link'>;

function askedOf(
  { segment, from }: SimilarWorkView,
  about: readonly string[],
  input: Record<string, string>,
): Asked {
  return {
    about: [...about],
    query: { operation: 'market.similar', input },
    from,
    link: { page: 'segment', id: segment },
  };
}

function seenFigure(
  measure: 'suppliers-seen' | 'suppliers-of-size',
  { suppliers, contracts, total }: SimilarWorkView['suppliers'],
  asked: Asked & { group: string },
): FoundFigure {
  const value = contracts >= leastSeen ? { value: suppliers } : {};
  return { ...asked, measure, ...value, unit: 'suppliers', n: contracts, of: total, method: 'similar-work' };
}

function termFigure({ term, segment }: SimilarWorkView, asked: Asked): FoundFigure {
  return {
    ...asked,
    measure: 'term',
    ...(term.months !== null && {
      value: round(term.months.median, 1),
      low: round(term.months.q1, 1),
      high: round(term.months.q3, 1),
    }),
    unit: 'months without options',
    n: term.n,
    basis: `of ${countText(term.buyers, 'buyer')}`,
    group: groupText(segment, term.size, term.buyerType),
    method: 'similar-work',
  };
}

function leadTimeFigure(
  { leadTime, segment }: SimilarWorkView,
  subject: MarketSubject,
  input: Record<string, string>,
): FoundFigure {
  return {
    measure: 'lead-time',
    about: [...subject.about],
    ...(leadTime !== null && { value: leadTime.p80, low: leadTime.p50 }),
    unit: 'days from the first notice to the contract, 80th percentile',
    n: leadTime?.n ?? 0,
    ...(leadTime !== null && { basis: leadBasisText(leadTime.basis, subject) }),
    group: segmentPhrase(segment),
    method: 'similar-work',
    query: { operation: 'market.similar', input },
    link: { page: 'competition', query: { segment: [segment] } },
  };
}

function marketFigures(overview: MarketOverview, { segment, about }: MarketSubject): FoundFigure[] {
  const { concentration, concentrationCoverage, sme, scope } = overview;
  const asked: Pick<FoundFigure, 'about' | 'query' | 'from' | 'group' | 'link'> = {
    about: [...about],
    query: { operation: 'market.overview', input: { segment: [segment], from: scope.from, to: scope.to } },
    from: `${scope.from}-01-01`,
    group: segmentPhrase(segment),
    link: { page: 'segment', id: segment },
  };
  const isShared = concentration !== null && concentrationCoverage.measured >= leastShared;
  const held = {
    ...asked,
    n: concentrationCoverage.measured,
    of: concentrationCoverage.total,
    method: 'concentration',
  };
  const { share, whole } = sme.byCount;
  return [
    {
      ...held,
      measure: 'concentration',
      ...(isShared && { value: Math.round(concentration.hhi) }),
      unit: 'index from 0 to 10,000',
    },
    {
      ...held,
      measure: 'top-four-share',
      ...(isShared && { value: round(concentration.topFourShare, 3) }),
      unit: 'share of value, 0 to 1',
    },
    {
      ...asked,
      measure: 'sme-share',
      ...(share !== null && whole >= leastShared && { value: round(share, 3) }),
      unit: 'share of contracts, 0 to 1',
      n: whole,
      of: sme.countCoverage.total,
      method: 'sme-share',
    },
  ];
}

function priceFigure(
  price: PriceBenchmarkView,
  { segment, about }: WorkSubject,
  input: Record<string, string>,
): FoundFigure {
  const { monthlyPence, group, n, buyers, from } = price;
  return {
    measure: 'price',
    about: [...about],
    ...(monthlyPence !== null && {
      value: monthlyPence.median / 100,
      low: monthlyPence.q1 / 100,
      high: monthlyPence.q3 / 100,
    }),
    unit: 'pounds a month without VAT',
    n,
    basis: `of ${countText(buyers, 'buyer')}`,
    from,
    group: groupText(segment, group?.size ?? null, group?.buyerType ?? null),
    method: 'price-benchmark',
    query: { operation: 'benchmarks.price', input },
    link: {
      page: 'contracts',
      query: {
        segment: [segment],
        ...(group?.size == null ? {} : { valueBand: [group.size] }),
        ...(group?.buyerType == null ? {} : { buyerType: [group.buyerType] }),
        counted: 'valued',
      },
    },
  };
}

function growthFigure(own: ReferenceClassView, { segment, about }: MarketSubject): FoundFigure {
  const ratioAt = (share: number): number | undefined =>
    own.quantiles.find((one) => one.share === share)?.ratio;
  const [median, high] = [ratioAt(0.5), ratioAt(0.8)];
  return {
    measure: 'contract-growth',
    about: [...about],
    ...(median !== undefined && { value: round(median, 3) }),
    ...(high !== undefined && { high: round(high, 3) }),
    unit: 'last or final value over value at award',
    n: own.n,
    group: segmentPhrase(segment),
    basis: priorText(own.sampleShare),
    method: 'reference-classes',
    query: { operation: 'benchmarks.classes', input: { kind: 'contract-growth', segment } },
    link: { page: 'growth', query: { segment: [segment] } },
  };
}

/** How far a class comes from its sample and how far from what was believed before. */
export function priorText(sampleShare: number): string {
  if (sampleShare === 0) return 'what was published before, the sample adds nothing yet';
  return `${Math.round(100 * sampleShare)}% from this sample, the rest from the wider class and what was published before`;
}

function leadBasisText(
  basis: NonNullable<SimilarWorkView['leadTime']>['basis'],
  { segment, route }: MarketSubject,
): string {
  const byRoute = route === null ? '' : ` by the route ${route.replaceAll('-', ' ')}`;
  if (basis === 'segment-and-route') return `in ${segmentPhrase(segment)}${byRoute}`;
  return basis === 'route' && route !== null
    ? `in every digital segment${byRoute}`
    : 'in every digital segment';
}

const bandTexts: Readonly<Record<ValueBand, string>> = {
  none: 'no known value',
  ceiling: 'a ceiling alone',
  'under-10k': 'under £10,000',
  '10k-100k': '£10,000 to £100,000',
  '100k-1m': '£100,000 to £1m',
  '1m-10m': '£1m to £10m',
  '10m-100m': '£10m to £100m',
  'over-100m': '£100m or more',
};

/**
 * A size band in words.
 *
 * @example bandText('1m-10m') // '£1m to £10m'
 */
export function bandText(band: ValueBand): string {
  return bandTexts[band];
}

function groupText(segment: SegmentId, size: ValueBand | null, buyerType: BuyerType | null): string {
  const kind = buyerType === null ? '' : `, ${buyerType.replaceAll('-', ' ').replace('nhs', 'NHS')}`;
  return `${segmentPhrase(segment)}${size === null ? ' of any size' : ` of ${bandText(size)}`}${kind}`;
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
