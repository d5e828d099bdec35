/**
 * What a sum of money is. Different kinds are never added together.
 *
 * ceiling: most that a framework or dynamic market may be used for · estimate: the buyer's guess before award ·
 * award: value in an award notice · contract: value of the signed contract · final: what it came to at the end ·
 * paid: payments made.
 */
export const amountKinds = ['ceiling', 'estimate', 'award', 'contract', 'final', 'paid'] as const;
export type AmountKind = (typeof amountKinds)[number];

/** Whether VAT is left out (net), included (gross) or the source doesn't say. Never converted into each other in storage. */
export const amountBases = ['net', 'gross', 'unstated'] as const;
export type AmountBasis = (typeof amountBases)[number];

/** Why an amount can't be believed. Flagged amounts are kept, left out of sums by one predicate, and counted. */
export const amountFlags = [
  'placeholder',
  'zero',
  'negative',
  'unreadable',
  'decimal-shift',
  'framework-ceiling',
  'above-threshold',
  'out-of-range',
  'shared',
  'currency-mismatch',
  'superseded',
] as const;
export type AmountFlag = (typeof amountFlags)[number];

/** One amount as a notice gives it. Net and gross of the same kind are two amounts. */
export type Amount = {
  /** What the amount is of: the whole process, one lot, one award or one contract. */
  of: 'process' | 'lot' | 'award' | 'contract';
  /** Id of the lot, award or contract within its process; null for the process. */
  ofId: string | null;
  kind: AmountKind;
  basis: AmountBasis;
  /** In the currency's smallest unit (pence); null where the original can't be read as a number. */
  minorUnits: number | null;
  /** ISO 4217, or null where the notice doesn't say. */
  currency: string | null;
  /** The text as published, only where minorUnits can't carry it. */
  originalText: string | null;
  /** JSON path in the compiled release, for example `contracts[0].value.amount`. */
  sourcePath: string;
  flag: AmountFlag | null;
};

/**
 * Whether an amount may enter a sum: readable, believable, counted once, and not the ceiling of a framework.
 * The one predicate for it; sums also keep to one kind, one basis and one currency.
 *
 * @example isSummable({ ...amount, kind: 'ceiling' }) // false
 */
export function isSummable(amount: Amount): boolean {
  return (
    amount.flag === null &&
    amount.minorUnits !== null &&
    amount.currency !== null &&
    amount.kind !== 'ceiling'
  );
}
