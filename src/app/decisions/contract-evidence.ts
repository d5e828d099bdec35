import { londonDayOf } from '../../lib/days.ts';
import { dayInWords } from '../../lib/day-in-words.ts';
import { quarterOf } from '../../domain/market/financial-year.ts';
import { segmentPhrase } from '../../domain/segments/segment-phrase.ts';
import { findPriceBenchmark } from '../benchmarks/price.ts';
import { listReferenceClasses } from '../benchmarks/classes.ts';
import type { Context } from '../context.ts';
import { findContracts } from '../contracts/find-contracts.ts';
import type { ContractDetail } from '../contracts/views.ts';
import { listRenewals } from '../market/renewals.ts';
import { priorText, type FoundFigure } from './segment-evidence.ts';

/** Contracts named in a figure; the rest is one link away. */
const itemsNamed = 10;
/** Years ahead in which contracts that end are looked for: those of the calendar of renewals. */
const yearsAhead = 3;

/** What the present contract costs a month, and where that lies among comparable ones. */
export async function presentPriceEvidence(
  context: Context,
  { id }: Pick<ContractDetail, 'id'>,
): Promise<FoundFigure[]> {
  const found = await findPriceBenchmark(context, { contract: id });
  if (found?.contract == null) return [];
  const { monthlyPence, shareBelow, of } = found.contract;
  const { group } = found;
  return [
    {
      measure: 'present-price',
      about: ['need.present'],
      ...(monthlyPence !== null && { value: monthlyPence / 100 }),
      ...(shareBelow !== null && { low: Number(shareBelow.toFixed(3)) }),
      unit: 'pounds a month without VAT; low is the share of comparable contracts that cost less',
      n: of,
      ...(group !== null && { group: segmentPhrase(group.segment) }),
      from: found.from,
      method: 'price-benchmark',
      query: { operation: 'benchmarks.price', input: { contract: id } },
      link: { page: 'contract', id },
    },
  ];
}

/** What else of the buyer ends, and what others have of the same product that ends: chances to buy together. */
export async function endingEvidence(
  context: Context,
  { buyer, contract }: { buyer: string | null; contract: ContractDetail | null },
): Promise<FoundFigure[]> {
  const today = londonDayOf(context.clock.now());
  const until = `${Number(today.slice(0, 4)) + yearsAhead}${today.slice(4)}`.replace('-02-29', '-02-28');
  const basis = `by ${dayInWords(until)}`;
  const own = buyer === null ? [] : [await endingOfBuyer(context, buyer, contract, { until, basis })];
  const products = new Map(
    (contract?.vendors ?? []).flatMap(({ products: named }) =>
      named.flatMap(({ id, name }) => (id === null || name === null ? [] : [[id, name] as const])),
    ),
  );
  const peers = await Promise.all(
    [...products].map(async ([id, name]) =>
      endingOfProduct(context, { id, name }, contract, { today, until, basis }),
    ),
  );
  return [...own, ...peers];
}

async function endingOfBuyer(
  context: Context,
  buyer: string,
  contract: ContractDetail | null,
  { until, basis }: { until: string; basis: string },
): Promise<FoundFigure> {
  const input = { buyer, limit: 100 };
  const { items } = await listRenewals.run(context, listRenewals.input.parse(input));
  const others = items.filter(
    (one) => one.endOn <= until && !one.contracts.some(({ id }) => id === contract?.id),
  );
  return {
    measure: 'ending-same-buyer',
    about: ['buyer'],
    value: others.length,
    unit: 'contracts',
    n: others.length,
    ...(contract !== null && { group: 'beside the present one' }),
    basis,
    items: others
      .slice(0, itemsNamed)
      .map(({ id, title, endOn }) => ({ text: title, on: endOn, link: { page: 'contract', id } })),
    method: 'expiry-wall',
    query: { operation: 'market.renewals', input },
    link: { page: 'renewals', query: { buyer } },
  };
}

async function endingOfProduct(
  context: Context,
  product: { id: string; name: string },
  contract: ContractDetail | null,
  { today, until, basis }: { today: string; until: string; basis: string },
): Promise<FoundFigure> {
  const query = { product: product.id, counted: 'running' as const, endsFrom: today, endsTo: until };
  const input = { ...query, sort: 'ending' as const, limit: 100, facets: false };
  const { items } = await findContracts.run(context, findContracts.input.parse(input));
  const others = items.filter(({ buyer }) => buyer?.id !== contract?.buyer?.id);
  return {
    measure: 'ending-same-product',
    about: ['need.present'],
    value: others.length,
    unit: 'contracts',
    n: others.length,
    group: product.name,
    basis: `${basis}${sameQuarterText(others, contract)}`,
    items: others.slice(0, itemsNamed).map(({ id, title, buyer, endOn }) => ({
      text: `${buyer?.name ?? 'A buyer that isn’t named'}: ${title}`,
      ...(endOn !== null && { on: endOn }),
      link: { page: 'contract', id },
    })),
    method: 'vendors',
    query: { operation: 'contracts.find', input },
    link: { page: 'contracts', query },
  };
}

/** How many end in the quarter in which the present contract ends: they could be bought together with its successor. */
function sameQuarterText(
  others: readonly { endOn: string | null }[],
  contract: ContractDetail | null,
): string {
  const quarter = contract?.endOn == null ? null : quarterOf(contract.endOn);
  const count = others.filter(({ endOn }) => endOn !== null && quarterOf(endOn) === quarter).length;
  return count === 0 ? '' : `, ${count} in the same quarter as the present contract`;
}

/** What projects come to against their estimate: a class of its own, for what is built and moved. */
export async function projectCostEvidence(context: Context): Promise<FoundFigure[]> {
  const { classes } = await listReferenceClasses.run(context, { kind: 'project-cost' });
  return classes.map(({ n, quantiles, sampleShare }) => {
    const at = (share: number): number => quantiles.find((one) => one.share === share)?.ratio ?? Number.NaN;
    return {
      measure: 'project-cost',
      about: ['costs'],
      value: Number(at(0.5).toFixed(3)),
      high: Number(at(0.8).toFixed(3)),
      unit: 'outturn over estimate at the same approval stage',
      n,
      basis: priorText(sampleShare),
      method: 'reference-classes',
      query: { operation: 'benchmarks.classes', input: { kind: 'project-cost' } },
      link: { page: 'growth' },
    };
  });
}
