import { sizeMeasures } from '../organisations/body-size.ts';
import {
  comparabilityGap,
  monthlyPence,
  priceRange,
  type PriceRange,
  type PricedContract,
} from './price-benchmark.ts';

/** What a price is divided by: the size of the buyer, or the users that the contract itself gives. */
export const benchmarkMeasures = [...sizeMeasures, 'users'] as const;
export type BenchmarkMeasure = (typeof benchmarkMeasures)[number];

/**
 * How many make one unit: a price is told per 1,000 residents, and per dwelling, member of staff or user.
 *
 * @example unitOf('residents') // 1000
 */
export function unitOf(measure: BenchmarkMeasure): number {
  return measure === 'residents' ? 1000 : 1;
}

/** A contract with the size of its buyer, or its users, in the measure that is asked; null where it isn't known. */
export type SizedContract = PricedContract & { size: number | null };

/** Contracts that are compared with each other. Null is any. */
export type SizeGroup = { segment: string | null; buyerType: string | null };

/**
 * Value per year and unit of size, in pence, over the term without options; null where the contract can't be compared or
 * the size isn't known.
 *
 * @example yearlyPencePerUnit({ ...contract, size: 250_000 }, 'residents') // 48_000
 */
export function yearlyPencePerUnit(contract: SizedContract, measure: BenchmarkMeasure): number | null {
  const month = monthlyPence(contract);
  const { size } = contract;
  return month === null || size === null || size <= 0 ? null : (month * 12) / (size / unitOf(measure));
}

/** Value per year and unit of size in a group. Money in pence without VAT. */
export type SizeBenchmark = {
  group: SizeGroup;
  /** Contracts of the group that could be compared by their price. */
  comparable: number;
  /** Those of them whose size is known: what is measured. */
  n: number;
  buyers: number;
  /** R-8; null where there are too few. */
  yearlyPence: PriceRange | null;
};

/**
 * Value per year and unit of size of the contracts of a group.
 *
 * @example sizeBenchmark(contracts, { segment: 'sector-systems', buyerType: null }, 'dwellings').yearlyPence?.median
 */
export function sizeBenchmark(
  contracts: readonly SizedContract[],
  group: SizeGroup,
  measure: BenchmarkMeasure,
): SizeBenchmark {
  const members = contracts.filter((one) => comparabilityGap(one) === null && isInGroup(one, group));
  const sized = members.flatMap((one) => {
    const value = yearlyPencePerUnit(one, measure);
    return value === null ? [] : [{ value, buyer: one.buyerId ?? one.contractId }];
  });
  const values = sized.map(({ value }) => value);
  const buyers = new Set(sized.map(({ buyer }) => buyer)).size;
  const yearlyPence = priceRange(values, buyers);
  return { group, comparable: members.length, n: values.length, buyers, yearlyPence };
}

function isInGroup(contract: SizedContract, { segment, buyerType }: SizeGroup): boolean {
  return (
    (segment === null || contract.segment === segment) &&
    (buyerType === null || contract.buyerType === buyerType)
  );
}

/**
 * The first of several groups, the narrowest first, that holds enough; else the last.
 *
 * @example sizeBenchmarkWidening(contracts, [narrow, wide], 'residents').group // wide, where narrow holds too few
 */
export function sizeBenchmarkWidening(
  contracts: readonly SizedContract[],
  groups: readonly [SizeGroup, ...SizeGroup[]],
  measure: BenchmarkMeasure,
): SizeBenchmark {
  const found = groups.map((group) => sizeBenchmark(contracts, group, measure));
  const enough = found.find(({ yearlyPence }) => yearlyPence !== null);
  return enough ?? found.at(-1) ?? sizeBenchmark(contracts, groups[0], measure);
}

/** Where one contract sits among others of a group, per unit of size. */
export type SizePlace = { yearlyPence: number; shareBelow: number; of: number };

/**
 * Where a contract sits: the share of the others that cost less per unit, equal ones counted half. Null where it has no value
 * per unit, or nothing is there to compare with.
 *
 * @example sizePlaceIn(contract, contracts, group, 'residents')?.shareBelow // 0.75
 */
export function sizePlaceIn(
  contract: SizedContract,
  contracts: readonly SizedContract[],
  group: SizeGroup,
  measure: BenchmarkMeasure,
): SizePlace | null {
  const own = yearlyPencePerUnit(contract, measure);
  const others = contracts
    .filter((each) => each.contractId !== contract.contractId && isInGroup(each, group))
    .flatMap((each) => yearlyPencePerUnit(each, measure) ?? []);
  if (own === null || others.length === 0) return null;
  const below = others.filter((value) => value < own).length;
  const same = others.filter((value) => value === own).length;
  return { yearlyPence: Math.round(own), shareBelow: (below + same / 2) / others.length, of: others.length };
}
