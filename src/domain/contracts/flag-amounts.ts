import type { JsonObject } from '../../lib/json.ts';
import type { FactsReader } from '../notices/facts-reader.ts';
import type { Amount, AmountFlag } from './amount.ts';
import { flagAboveThreshold } from './flag-above-threshold.ts';
import { flagDecimalShifts, lotSums, type AmountsOfProcess } from './flag-decimal-shifts.ts';

/**
 * Marks amounts that can't be believed when seen beside the others of the process. An amount keeps its first flag.
 * Order: currency, decimal shift, shared, threshold, range. Each rule with its example stands below and in docs/methods/money.md.
 *
 * @param amounts rows made for this process alone; their `flag` is set in place
 * @param published the compiled release and the day of first publication
 * @example flagAmounts({ process: amounts, lotIds: ['1'], contracts }, { compiled, day: '2026-07-29' }, reader)
 */
export function flagAmounts(
  amounts: AmountsOfProcess,
  published: { compiled: JsonObject; day: string | null },
  reader: FactsReader,
): void {
  flagCurrencies(amounts.process, reader);
  flagDecimalShifts(amounts);
  flagShared(amounts);
  const all = [...amounts.process, ...amounts.contracts.flatMap((contract) => contract.amounts)];
  flagAboveThreshold(all, published, reader);
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
    const lotValues = new Set(lotSums(amounts.process, contract.lotIds).map((sum) => valueKey(sum)));
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
