import type { Amount } from './amount.ts';
import type { ContractFacts } from './contract-facts.ts';

/** The amounts of a process and its contracts, before and after flagging. Flags are set in place. */
export type AmountsOfProcess = {
  process: readonly Amount[];
  /** Every lot of the process, with or without a value. */
  lotIds: readonly string[];
  contracts: readonly Pick<ContractFacts, 'awardId' | 'lotIds' | 'supplierPartyIds' | 'amounts'>[];
};

/** Net and gross of one value, and the contract that they stand in; null: the process or one of its lots. */
type Pair = { net: Amount; gross: Amount; contract: AmountsOfProcess['contracts'][number] | null };

/** A value beside a pair that may speak for one of its sides. */
type Witness = { minorUnits: number; currency: string | null };

/**
 * Marks amounts whose decimal point slipped.
 *
 * Net and gross of one value that differ by a power of ten beyond VAT (`tender.value` amount 1,500,000 and amountGross
 * 18,000,000): the odd one is marked where other amounts of the process speak for one side only; both where none speaks,
 * or some for each. An amount speaks for the side that is at most twice, and at least half of it. Heard are: the sum of the
 * lots, award and contract beside each other, and the estimate where the process has one contract. Another pair that
 * slipped is not heard: lots copy the slips of their tender.
 *
 * And one value a hundred times the other, see {@link flagHundredfold}.
 *
 * @example flagDecimalShifts({ process: amounts, lotIds: ['1'], contracts })
 */
export function flagDecimalShifts(amounts: AmountsOfProcess): void {
  const pairs = [
    ...shiftedPairs(amounts.process, null),
    ...amounts.contracts.flatMap((contract) => shiftedPairs(contract.amounts, contract)),
  ];
  const doubted = new Set(pairs.flatMap(({ net, gross }) => [net, gross]));
  const isHeard = (amount: Amount): boolean => amount.flag === null && !doubted.has(amount);
  // All are judged before any is marked, so that their order doesn't matter.
  const odd = pairs.flatMap((pair) => oddOf(pair, witnessesOf(pair, amounts, isHeard)));
  for (const amount of odd) amount.flag ??= 'decimal-shift';
  flagHundredfold(amounts);
}

function shiftedPairs(amounts: readonly Amount[], contract: Pair['contract']): Pair[] {
  const pairs: Pair[] = [];
  for (const net of amounts) {
    if (net.basis === 'gross' || net.minorUnits === null || net.minorUnits <= 0) continue;
    const gross = amounts.find((amount) => amount.sourcePath === `${net.sourcePath}Gross`);
    if (gross === undefined || gross.minorUnits === null || gross.minorUnits <= 0) continue;
    const ratio = gross.minorUnits / net.minorUnits;
    const isShifted = [10, 100, 1000, 0.1, 0.01, 0.001].some(
      (power) => ratio / power >= 0.95 && ratio / power <= 1.3,
    );
    if (isShifted) pairs.push({ net, gross, contract });
  }
  return pairs;
}

/** What of the process speaks of the same thing as a pair. */
function witnessesOf(
  { net, contract }: Pair,
  amounts: AmountsOfProcess,
  isHeard: (amount: Amount) => boolean,
): Witness[] {
  const [only, ...others] = amounts.contracts;
  const ofOnlyContract = only !== undefined && others.length === 0 ? only.amounts : [];
  const ofProcess = amounts.process.filter((amount) => amount.of === 'process');
  const lots = amounts.process.filter((amount) => amount.of === 'lot' && isHeard(amount));
  const read = (found: readonly Amount[]): Witness[] =>
    found
      .filter(isHeard)
      .flatMap(({ minorUnits, currency }) => (minorUnits === null ? [] : [{ minorUnits, currency }]));
  if (contract !== null) {
    const estimates = others.length === 0 ? ofProcess : [];
    return [...read([...contract.amounts, ...estimates]), ...lotSums(lots, contract.lotIds)];
  }
  if (net.of === 'process') return [...read(ofOnlyContract), ...lotSums(lots, amounts.lotIds)];
  const whole = amounts.lotIds.length === 1 ? [...ofProcess, ...ofOnlyContract] : [];
  const covering = amounts.contracts.filter(
    ({ lotIds: covered }) => covered.length === 1 && covered[0] === net.ofId,
  );
  return read([...whole, ...(covering.length === 1 ? (covering[0]?.amounts ?? []) : [])]);
}

/**
 * What these lots are worth together, by basis and currency; only where each of them has such a value.
 *
 * @example lotSums(amounts, ['1', '2']) // [{ basis: 'net', currency: 'GBP', minorUnits: 150000000, lots: 2 }]
 */
export function lotSums(
  amounts: readonly Amount[],
  lotIds: readonly string[],
): (Witness & Pick<Amount, 'basis'>)[] {
  const sums = new Map<string, Witness & Pick<Amount, 'basis'> & { lots: number }>();
  for (const { of, ofId, minorUnits, basis, currency } of amounts) {
    if (of !== 'lot' || minorUnits === null || !lotIds.includes(ofId ?? '')) continue;
    const key = `${basis} ${currency}`;
    const sum = sums.get(key) ?? { basis, currency, minorUnits: 0, lots: 0 };
    sums.set(key, { ...sum, minorUnits: sum.minorUnits + minorUnits, lots: sum.lots + 1 });
  }
  return [...sums.values()].filter((sum) => sum.lots === lotIds.length && sum.lots > 0);
}

/** The sides of a pair that can't be believed. */
function oddOf({ net, gross }: Pair, witnesses: readonly Witness[]): Amount[] {
  const isBacked = ({ minorUnits, currency }: Amount): boolean =>
    witnesses.some(
      (one) =>
        minorUnits !== null &&
        one.currency === currency &&
        one.minorUnits <= 2 * minorUnits &&
        one.minorUnits >= minorUnits / 2,
    );
  if (isBacked(net) === isBacked(gross)) return [net, gross];
  return isBacked(net) ? [gross] : [net];
}

/**
 * One value a hundred times the other within half a percent, where both speak of the same thing: pence were
 * published as pounds, so the greater isn't believed. Compared: a contract with its award, and the only contract of
 * a process with the process's estimate.
 */
function flagHundredfold(amounts: AmountsOfProcess): void {
  const [only, ...others] = amounts.contracts;
  for (const contract of amounts.contracts) {
    for (const amount of contract.amounts) {
      if (amount.of !== 'contract') continue;
      for (const award of contract.amounts) if (award.of === 'award') comparePair(amount, award);
    }
  }
  if (only === undefined || others.length > 0) return;
  for (const amount of only.amounts) {
    for (const estimate of amounts.process) if (estimate.of === 'process') comparePair(amount, estimate);
  }
}

function comparePair(one: Amount, other: Amount): void {
  if (one.basis !== other.basis || one.currency !== other.currency) return;
  if (one.minorUnits === null || other.minorUnits === null || one.minorUnits <= 0 || other.minorUnits <= 0)
    return;
  const ratio = one.minorUnits / other.minorUnits;
  if (Math.abs(ratio - 100) <= 0.5) one.flag ??= 'decimal-shift';
  if (Math.abs(1 / ratio - 100) <= 0.5) other.flag ??= 'decimal-shift';
}
