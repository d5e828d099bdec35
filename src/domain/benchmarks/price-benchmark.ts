import type { Quartiles } from '../../maths/quantile.ts';
import { quartiles } from '../../maths/quantile.ts';
import type { ContractStage } from '../contracts/contract-facts.ts';
import type { ValueBand } from '../contracts/value-band.ts';
import { valueBandOf } from '../contracts/value-band.ts';

/** What a price benchmark needs of one contract. */
export type PricedContract = {
  contractId: string;
  segment: string | null;
  buyerType: string;
  buyerId: string | null;
  stage: ContractStage;
  isFrameworkAgreement: boolean;
  /** Believable value of the signed contract in pence without VAT; null where there is none. */
  netPence: number | null;
  startOn: string | null;
  /** End without options. */
  endOn: string | null;
};

/**
 * Why a contract can't be compared by its price, in the order in which it is asked.
 * framework-agreement: its value is a ceiling · withdrawn · not-classified: no segment · no-value: no believable value of a
 * signed contract without VAT · no-term: start or end not published · short-term: less than a month, so that a value per
 * month means nothing.
 */
export const comparabilityGaps = [
  'framework-agreement',
  'withdrawn',
  'not-classified',
  'no-value',
  'no-term',
  'short-term',
] as const;
export type ComparabilityGap = (typeof comparabilityGaps)[number];

/**
 * Why a contract can't be compared by its price; null where it can.
 *
 * @example comparabilityGap({ ...contract, isFrameworkAgreement: true }) // 'framework-agreement'
 */
export function comparabilityGap(contract: PricedContract): ComparabilityGap | null {
  if (contract.isFrameworkAgreement) return 'framework-agreement';
  if (contract.stage === 'cancelled') return 'withdrawn';
  if (contract.segment === null || contract.segment === '') return 'not-classified';
  if (contract.netPence === null || contract.netPence <= 0) return 'no-value';
  const months = termMonths(contract.startOn, contract.endOn);
  if (months === null) return 'no-term';
  return months < 1 ? 'short-term' : null;
}

const millisecondsPerDay = 86_400_000;
/** Days of a month on average: 365.25 ÷ 12. */
const daysPerMonth = 30.4375;

/**
 * Months of a term, its first and last day included; null where a day is missing or the end lies before the start.
 *
 * @example termMonths('2024-04-01', '2025-03-31') // 11.991786447638603
 */
export function termMonths(startOn: string | null, endOn: string | null): number | null {
  if (startOn === null || endOn === null || endOn < startOn) return null;
  return ((Date.parse(endOn) - Date.parse(startOn)) / millisecondsPerDay + 1) / daysPerMonth;
}

/**
 * Value per month in pence, over the term without options; null where the contract can't be compared.
 *
 * @example monthlyPence(contract) // 1_250_000
 */
export function monthlyPence(contract: PricedContract): number | null {
  if (comparabilityGap(contract) !== null) return null;
  const months = termMonths(contract.startOn, contract.endOn);
  return months === null || contract.netPence === null ? null : contract.netPence / months;
}

/** Contracts that are compared with each other. Null is any. */
export type BenchmarkGroup = { segment: string; size: ValueBand | null; buyerType: string | null };

/** Quartiles are shown from this many contracts of this many buyers on. */
export const leastContracts = 5;
export const leastBuyers = 3;

/** Value per month in a group. Money in pence without VAT. */
export type PriceBenchmark = {
  group: BenchmarkGroup;
  n: number;
  buyers: number;
  /** R-8; null where there are too few. */
  monthlyPence: PriceRange | null;
};

/** Quartiles with the lowest and highest value, in whole pence. */
export type PriceRange = Quartiles & { least: number; most: number };

/**
 * Quartiles and range of values; null where there are too few of them, or of buyers.
 *
 * @example priceRange([1, 2, 3, 4, 5], 3)?.median // 3
 */
export function priceRange(values: readonly number[], buyers: number): PriceRange | null {
  if (values.length < leastContracts || buyers < leastBuyers) return null;
  const found = quartiles(values);
  if (found === null) return null;
  return {
    // Not spread into arguments: of those there can't be as many as there are contracts.
    least: Math.round(values.reduce((least, value) => Math.min(least, value))),
    q1: Math.round(found.q1),
    median: Math.round(found.median),
    q3: Math.round(found.q3),
    most: Math.round(values.reduce((most, value) => Math.max(most, value))),
  };
}

/**
 * Value per month of the contracts of a group that can be compared.
 *
 * @example priceBenchmark(contracts, { segment: 'cloud-hosting', size: '100k-1m', buyerType: null }).monthlyPence?.median
 */
export function priceBenchmark(contracts: readonly PricedContract[], group: BenchmarkGroup): PriceBenchmark {
  const members = contracts.filter((contract) => isInGroup(contract, group));
  const values = members.flatMap((contract) => monthlyPence(contract) ?? []);
  const buyers = new Set(members.map((contract) => contract.buyerId ?? contract.contractId)).size;
  return { group, n: values.length, buyers, monthlyPence: priceRange(values, buyers) };
}

function isInGroup(contract: PricedContract, { segment, size, buyerType }: BenchmarkGroup): boolean {
  if (comparabilityGap(contract) !== null || contract.segment !== segment) return false;
  if (buyerType !== null && contract.buyerType !== buyerType) return false;
  return size === null || valueBandOf(contract.netPence, false) === size;
}

/**
 * The group to compare with: segment, size and buyer type; where that holds too few, without the buyer type, then without
 * the size too.
 *
 * @returns the narrowest group with enough contracts, else the widest
 * @example benchmarkWidening(contracts, group).group.buyerType // null where the buyer type was given up
 */
export function benchmarkWidening(
  contracts: readonly PricedContract[],
  group: BenchmarkGroup,
): PriceBenchmark {
  const wider: BenchmarkGroup[] = [
    group,
    { ...group, buyerType: null },
    { ...group, buyerType: null, size: null },
  ];
  const found = wider.map((one) => priceBenchmark(contracts, one));
  return found.find((one) => one.monthlyPence !== null) ?? priceBenchmark(contracts, wider[2] ?? group);
}

/** Where one contract sits among others. */
export type BenchmarkPlace = {
  monthlyPence: number;
  /** Share of the others that cost less, those that cost the same counted half: 0 to 1. */
  shareBelow: number;
  of: number;
};

/**
 * Where a contract sits among the others of a group; null where it can't be compared, or nothing is there to compare with.
 *
 * @example placeIn(contract, contracts, group)?.shareBelow // 0.75
 */
export function placeIn(
  contract: PricedContract,
  contracts: readonly PricedContract[],
  group: BenchmarkGroup,
): BenchmarkPlace | null {
  const own = monthlyPence(contract);
  const others = contracts
    .filter((each) => each.contractId !== contract.contractId && isInGroup(each, group))
    .flatMap((each) => monthlyPence(each) ?? []);
  if (own === null || others.length === 0) return null;
  const below = others.filter((value) => value < own).length;
  const same = others.filter((value) => value === own).length;
  return { monthlyPence: Math.round(own), shareBelow: (below + same / 2) / others.length, of: others.length };
}
