import { z } from 'zod';
import { getUsedContract, listUsedContracts, type UsedContractRow } from '../../db/queries/body-sizes.ts';
import {
  benchmarkMeasures,
  sizeBenchmarkWidening,
  sizePlaceIn,
  unitOf,
  yearlyPencePerUnit,
  type BenchmarkMeasure,
  type SizedContract,
  type SizeGroup,
} from '../../domain/benchmarks/size-benchmark.ts';
import { comparabilityGap, leastBuyers, leastContracts } from '../../domain/benchmarks/price-benchmark.ts';
import { buyerTypes, type BuyerType } from '../../domain/organisations/mention.ts';
import { parseSegment, segmentIds, type SegmentId } from '../../domain/segments/segment.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { findBuyerSizes, findSizesOfBuyer } from './buyer-sizes.ts';
import { priceRangeView } from './price-range-view.ts';
import { contractsFrom, pricedOf } from './priced-contract.ts';

/** Value per year and unit of size of comparable contracts. */
export const sizeBenchmarkView = z.object({
  per: z.enum(benchmarkMeasures),
  /** How many residents, dwellings, staff or users make one unit. */
  unit: z.number().int(),
  /** What was compared; null is any. */
  segment: z.enum(segmentIds).nullable(),
  buyerType: z.enum(buyerTypes).nullable(),
  product: z.object({ id: z.string(), name: z.string() }).nullable(),
  /** The narrowest group that was tried held too few. */
  isWider: z.boolean(),
  from: z.string(),
  /** Contracts that could be compared by their price; `n` of them have a known size. */
  comparable: z.number().int(),
  n: z.number().int(),
  buyers: z.number().int(),
  leastContracts: z.number().int(),
  leastBuyers: z.number().int(),
  /** Pence without VAT a year and unit; null where there is not enough data. */
  yearlyPence: priceRangeView.nullable(),
  /** The contract asked about. */
  contract: z
    .object({
      id: z.string(),
      /** Size of its buyer, or its users; null where it isn't known. */
      size: z.number().int().nullable(),
      yearlyPence: z.number().int().nullable(),
      shareBelow: z.number().nullable(),
      of: z.number().int(),
    })
    .nullable(),
});
export type SizeBenchmarkView = z.output<typeof sizeBenchmarkView>;

/** What a benchmark by size is asked for; of a contract, `per` may be left to what is known of it. */
export type SizeAsked = {
  per?: BenchmarkMeasure | undefined;
  contract?: string | undefined;
  segment?: SegmentId | undefined;
  buyerType?: BuyerType | undefined;
  product?: string | undefined;
};

/**
 * What comparable contracts cost by the size of their buyers. A product that is named is compared with itself alone; a segment,
 * where its kind of buyer holds too few, with every kind. Of a contract it is its one product, then its segment.
 *
 * @returns null where the contract isn't counted, or nothing is known of its size and `per` is left open
 * @throws AppError bad-request where neither contract, segment nor product is named, not-found for an unknown product
 * @example (await findSizeBenchmark(context, { per: 'dwellings', product: 'civica-cx' }))?.yearlyPence?.median // 1480
 */
export async function findSizeBenchmark(
  context: Context,
  asked: SizeAsked,
): Promise<SizeBenchmarkView | null> {
  const register = await context.register();
  const { bodySizes } = context.reference;
  const own = asked.contract === undefined ? null : await getUsedContract(register, asked.contract);
  if (asked.contract !== undefined && own === null) return null;
  const sizes = own === null ? [] : await findSizesOfBuyer(register, bodySizes, own.buyer_id);
  const per = asked.per ?? (own?.user_count == null ? sizes[0]?.measure : 'users');
  if (per === undefined) return null;
  const { product, groups } = whatToCompare(context, asked, own);
  const from = contractsFrom(context.clock.now());
  const [narrow] = groups;
  const isOfProduct = product !== null && asked.segment === undefined;
  const known = per === 'users' ? new Map<string, number>() : await findBuyerSizes(register, bodySizes, per);
  const read = async (buyerType: string | null): Promise<SizedContract[]> => {
    const group = { segment: isOfProduct ? null : narrow.segment, buyerType, product: product?.id ?? null };
    return (await listUsedContracts(register, group, from)).map((row) => sizedOf(row, per, known));
  };
  // The narrowest group first: the others are read only where it is too small.
  let sized = await read(narrow.buyerType);
  let found = sizeBenchmarkWidening(sized, [narrow], per);
  if (found.yearlyPence === null && groups.length > 1) {
    sized = await read(null);
    found = sizeBenchmarkWidening(sized, groups, per);
  }
  const { group, comparable, n, buyers, yearlyPence } = found;
  return {
    per,
    unit: unitOf(per),
    segment: parseSegment(group.segment ?? ''),
    buyerType: buyerTypes.find((one) => one === group.buyerType) ?? null,
    product,
    isWider: group.segment !== narrow.segment || group.buyerType !== narrow.buyerType,
    from,
    comparable,
    n,
    buyers,
    leastContracts,
    leastBuyers,
    yearlyPence,
    contract:
      own === null ? null : placeOf(sizedOf(own, per, known), yearlyPence === null ? [] : sized, group, per),
  };
}

type Compared = { product: { id: string; name: string } | null; groups: [SizeGroup, ...SizeGroup[]] };

function whatToCompare(
  { reference }: Context,
  asked: SizeAsked,
  own: (UsedContractRow & { products: string[] }) | null,
): Compared {
  const named = asked.product ?? (own?.products.length === 1 ? own.products[0] : undefined);
  const segment = asked.segment ?? parseSegment(own?.segment ?? '') ?? null;
  const buyerType =
    asked.buyerType ?? buyerTypes.find((one) => one === own?.buyer_type && one !== 'unknown') ?? null;
  if (named !== undefined) {
    const found = reference.vendors.products.get(named);
    if (found === undefined && asked.product !== undefined)
      throw new AppError(
        'not-found',
        `No product has the id ${asked.product}. Search for it with \`sourcing products find\`.`,
      );
    // A product says more about what is bought than the kind of buyer does.
    if (found !== undefined) {
      const group = { segment: asked.segment ?? null, buyerType: asked.buyerType ?? null };
      return { product: { id: named, name: found.product.name }, groups: [group] };
    }
  }
  if (segment === null && own === null)
    throw new AppError('bad-request', 'Name a contract, a segment or a product to compare.', {
      fields: { segment: 'Name one, or a contract or product.' },
    });
  return {
    product: null,
    groups: [
      { segment, buyerType },
      { segment, buyerType: null },
    ],
  };
}

function sizedOf(
  row: UsedContractRow,
  per: BenchmarkMeasure,
  known: ReadonlyMap<string, number>,
): SizedContract {
  const size = per === 'users' ? row.user_count : (known.get(row.buyer_id ?? '') ?? null);
  return { ...pricedOf(row), size };
}

function placeOf(
  contract: SizedContract,
  others: readonly SizedContract[],
  group: SizeGroup,
  per: BenchmarkMeasure,
): SizeBenchmarkView['contract'] {
  const place = sizePlaceIn(contract, others, group, per);
  const value = comparabilityGap(contract) === null ? yearlyPencePerUnit(contract, per) : null;
  return {
    id: contract.contractId,
    size: contract.size,
    yearlyPence: value === null ? null : Math.round(value),
    shareBelow: place?.shareBelow ?? null,
    of: place?.of ?? 0,
  };
}
