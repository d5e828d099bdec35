import type { FactsReader } from '../notices/facts-reader.ts';
import type { Amount, AmountFlag } from './amount.ts';
import type { ContractFacts } from './contract-facts.ts';

/** The amounts of a process and its contracts, before and after flagging. Flags are set in place. */
export type AmountsOfProcess = {
  process: readonly Amount[];
  contracts: readonly Pick<ContractFacts, 'awardId' | 'lotIds' | 'supplierPartyIds' | 'amounts'>[];
};

/**
 * Marks amounts that can't be believed when seen beside the others of the process. An amount keeps its first flag.
 * Order: currency, decimal shift, shared, range. Each rule with its example stands below and in docs/methods/money.md.
 *
 * @param amounts rows made for this process alone; their `flag` is set in place
 * @example flagAmounts({ process: amounts, contracts }, reader)
 */
export function flagAmounts(amounts: AmountsOfProcess, reader: FactsReader): void {
  flagCurrencies(amounts.process, reader);
  flagVatShifts(amounts.process);
  for (const contract of amounts.contracts) flagVatShifts(contract.amounts);
  flagHundredfold(amounts);
  flagShared(amounts);
  const all = [...amounts.process, ...amounts.contracts.flatMap((contract) => contract.amounts)];
  for (const amount of all) if (isOutOfRange(amount, reader)) setFlag(amount, 'out-of-range');
  // Net and gross are one value: where one can't be, neither can the other. A zero beside it says nothing of it.
  const paths = new Set(all.filter((one) => one.flag === 'out-of-range').map((one) => valuePath(one)));
  for (const amount of all) if (paths.has(valuePath(amount))) setFlag(amount, 'out-of-range');
}

function valuePath(amount: Amount): string {
  return amount.sourcePath.replace(/Gross$/, '');
}

function setFlag(amount: Amount, flag: AmountFlag): void {
  amount.flag ??= flag;
}

/**
 * A lot in another currency than a tender of the same number: one of the two was never chosen. It is the lot's
 * (`tender.lots[0].value` 26,500,000 AED beside `tender.value` 26,500,000 GBP), unless a British notice has the lot in
 * pounds and the tender not (114,000 GBP beside 114,000 EUR).
 */
function flagCurrencies(amounts: readonly Amount[], reader: FactsReader): void {
  const isBritish = reader.publisher !== 'other';
  const whole = amounts.filter((amount) => amount.of === 'process');
  for (const lot of amounts) {
    if (lot.of !== 'lot') continue;
    for (const twin of whole) {
      if (twin.basis !== lot.basis || twin.minorUnits !== lot.minorUnits || twin.currency === lot.currency)
        continue;
      setFlag(isBritish && lot.currency === 'GBP' ? twin : lot, 'currency-mismatch');
    }
  }
}

/**
 * Net and gross of one value that differ by a power of ten beyond VAT: one of them slipped, neither is believed.
 * `tender.value` amount 1,500,000 and amountGross 18,000,000 (ratio 12).
 */
function flagVatShifts(amounts: readonly Amount[]): void {
  for (const net of amounts) {
    if (net.basis === 'gross' || net.minorUnits === null || net.minorUnits <= 0) continue;
    const path = `${net.sourcePath}Gross`;
    const gross = amounts.find((amount) => amount.sourcePath === path);
    if (gross === undefined || gross.minorUnits === null || gross.minorUnits <= 0) continue;
    const ratio = gross.minorUnits / net.minorUnits;
    if ([10, 100, 1000, 0.1, 0.01, 0.001].some((power) => ratio / power >= 0.95 && ratio / power <= 1.3)) {
      setFlag(net, 'decimal-shift');
      setFlag(gross, 'decimal-shift');
    }
  }
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
  if (Math.abs(ratio - 100) <= 0.5) setFlag(one, 'decimal-shift');
  if (Math.abs(1 / ratio - 100) <= 0.5) setFlag(other, 'decimal-shift');
}

/**
 * One value repeated: the first stands, the repeats are flagged so that sums count it once.
 * Repeated under one award; or equal to the value of the whole process; or, over awards of the same lots to different
 * suppliers, equal to the published value of those lots or the ceiling of a framework. The same value for several
 * suppliers alone is no repeat: two firms may share a lot by halves, and two at 1,500,000 hold a lot of 3,000,000.
 */
function flagShared(amounts: AmountsOfProcess): void {
  if (amounts.contracts.length < 2) return;
  const wholeValues = new Set(
    amounts.process.filter((one) => one.of === 'process').map((one) => valueKey(one)),
  );
  const seen = new Set<string>();
  const firstSupplier = new Map<string, string>();
  for (const contract of amounts.contracts) {
    const lots = contract.lotIds.toSorted().join('\u001f');
    const lotValues = valuesOfLots(amounts.process, contract.lotIds);
    const suppliers = contract.supplierPartyIds.toSorted().join('\u001f');
    for (const amount of contract.amounts) {
      if (amount.minorUnits === null || amount.minorUnits <= 0 || amount.kind === 'final') continue;
      const value = valueKey(amount);
      const keys = amount.of === 'award' ? [`award ${contract.awardId} ${amount.sourcePath}`] : [];
      if (lots !== '' && (amount.kind === 'ceiling' || lotValues.has(value)))
        keys.push(`lots ${amount.of} ${amount.kind} ${value} ${lots}`);
      if (wholeValues.has(value)) keys.push(`whole ${amount.of} ${amount.kind} ${value}`);
      for (const key of keys) {
        const isRepeat = seen.has(key) && (key.startsWith('award') || firstSupplier.get(key) !== suppliers);
        if (isRepeat) setFlag(amount, 'shared');
        if (!seen.has(key)) firstSupplier.set(key, suppliers);
        seen.add(key);
      }
    }
  }
}

/** What the notices say these lots are worth together, by basis and currency. */
function valuesOfLots(amounts: readonly Amount[], lotIds: readonly string[]): Set<string> {
  const sums = new Map<string, Pick<Amount, 'basis' | 'currency'> & { minorUnits: number; lots: number }>();
  for (const amount of amounts) {
    if (amount.of !== 'lot' || amount.minorUnits === null || !lotIds.includes(amount.ofId ?? '')) continue;
    const key = `${amount.basis} ${amount.currency}`;
    const sum = sums.get(key) ?? { basis: amount.basis, currency: amount.currency, minorUnits: 0, lots: 0 };
    sums.set(key, { ...sum, minorUnits: sum.minorUnits + amount.minorUnits, lots: sum.lots + 1 });
  }
  return new Set([...sums.values()].filter((sum) => sum.lots === lotIds.length).map((sum) => valueKey(sum)));
}

function valueKey(amount: Pick<Amount, 'basis' | 'minorUnits' | 'currency'>): string {
  return `${amount.basis} ${amount.minorUnits} ${amount.currency}`;
}

/** Outside what this kind of amount can be, by `reference/plausible-ranges.yaml`. */
function isOutOfRange(amount: Amount, reader: FactsReader): boolean {
  if (amount.minorUnits === null) return false;
  for (const range of reader.reference.plausibleRanges) {
    if (range.currency !== amount.currency || !range.kinds.includes(amount.kind)) continue;
    if (range.regime !== null && range.regime !== reader.regime) continue;
    if (amount.minorUnits < range.leastMinorUnits || amount.minorUnits > range.mostMinorUnits) return true;
  }
  return false;
}
