import { quartiles, type Quartiles } from '../../maths/quantile.ts';
import { valueBandOf } from '../contracts/value-band.ts';
import {
  leastBuyers,
  leastContracts,
  termMonths,
  type BenchmarkGroup,
  type PricedContract,
} from './price-benchmark.ts';

/** How long contracts of a group run, in months without options. */
export type TypicalTerm = {
  group: BenchmarkGroup;
  n: number;
  buyers: number;
  /** Quartiles; null where there are too few contracts, or too few buyers. */
  months: Quartiles | null;
};

/**
 * Why the term of a contract isn’t counted; null where it is. Unlike a price, a term needs no believable value.
 *
 * @example termGap({ ...contract, startOn: null }) // 'no-term'
 */
export function termGap(
  contract: PricedContract,
): 'framework-agreement' | 'withdrawn' | 'no-term' | 'short-term' | null {
  if (contract.isFrameworkAgreement) return 'framework-agreement';
  if (contract.stage === 'cancelled') return 'withdrawn';
  const months = termMonths(contract.startOn, contract.endOn);
  if (months === null) return 'no-term';
  return months < 1 ? 'short-term' : null;
}

/**
 * How long contracts run in a segment, size and kind of buyer; where that holds too few, without the kind of buyer, then
 * without the size too. The same rule as for prices: five contracts of three buyers at least.
 *
 * @param contracts all that may be compared, of every kind of buyer and size
 * @example typicalTerm(contracts, { segment: 'sector-systems', size: '1m-10m', buyerType: null }).months?.median // 47.9
 */
export function typicalTerm(contracts: readonly PricedContract[], group: BenchmarkGroup): TypicalTerm {
  const wider: BenchmarkGroup[] = [
    group,
    { ...group, buyerType: null },
    { ...group, buyerType: null, size: null },
  ];
  const found = wider.map((one) => termOf(contracts, one));
  return found.find(({ months }) => months !== null) ?? termOf(contracts, wider[2] ?? group);
}

function termOf(contracts: readonly PricedContract[], group: BenchmarkGroup): TypicalTerm {
  const members = contracts.filter(
    (one) =>
      termGap(one) === null &&
      one.segment === group.segment &&
      (group.buyerType === null || one.buyerType === group.buyerType) &&
      (group.size === null || valueBandOf(one.netPence, false) === group.size),
  );
  const buyers = new Set(members.map(({ buyerId, contractId }) => buyerId ?? contractId)).size;
  const isEnough = members.length >= leastContracts && buyers >= leastBuyers;
  const terms = members.flatMap(({ startOn, endOn }) => termMonths(startOn, endOn) ?? []);
  return { group, n: members.length, buyers, months: isEnough ? quartiles(terms) : null };
}
