import type { VatBasis } from './column-role.ts';

/** What was paid in one month (`YYYY-MM`). */
export type MonthPaid = { month: string; basis: VatBasis; pence: number };

/** A contract between the same two, as far as its value and term are known. */
export type ContractBetween = {
  /** Believable value in pence without VAT; null where there is none. Never a ceiling. */
  netPence: number | null;
  /** Value shared with other suppliers: how much of it is this one's isn't known. */
  isShared: boolean;
  isFramework: boolean;
  /** Most that a framework may be used for, in pence without VAT; null where there is none, or where VAT is not stated. */
  ceilingPence: number | null;
  startOn: string | null;
  /** Last day with every option. */
  endOn: string | null;
};

/**
 * How payments stand against contracts.
 * within: not more than the contracts come to · over: more, whatever the VAT · depends-on-vat: more only if the payments
 * hold no VAT · over-ceiling: more than the framework may be used for · value-unknown: a contract has no value to compare ·
 * outside-term: nothing was paid during a contract held · no-contract: none is held between the two ·
 * mixed-bases: payments with and without VAT, which are never added.
 */
export const reconcileVerdicts = [
  'within',
  'over',
  'depends-on-vat',
  'over-ceiling',
  'value-unknown',
  'outside-term',
  'no-contract',
  'mixed-bases',
] as const;
export type ReconcileVerdict = (typeof reconcileVerdicts)[number];

/** Payments of one buyer to one supplier beside the contracts between them. */
export type Reconciliation = {
  verdict: ReconcileVerdict;
  /** By VAT basis, in pence; a basis that doesn't occur is left out. */
  paid: { basis: VatBasis; inTermPence: number; outsideTermPence: number }[];
  contractCount: number;
  /** Sum without VAT over the `valuedCount` contracts that have a value of their own. */
  committedPence: number;
  valuedCount: number;
  /** Sum of the ceilings of the frameworks between them; null where there is none. */
  ceilingPence: number | null;
};

/** Invoices come after the work: payments up to this many months behind the end count as in the term. */
export const monthsInArrears = 3;

/** The standard rate of VAT in per cent since 4 January 2011 (Value Added Tax Act 1994, section 2). */
const standardRatePercent = 20;

/**
 * Sets payments against the contracts of the same buyer and supplier. VAT bases are never added to one another: payments
 * without VAT are compared as they are; of others only what must be without VAT even at the standard rate counts as over.
 *
 * @example reconcile([{ month: '2024-05', basis: 'net', pence: 5_000 }], [contract]).verdict // 'within'
 */
export function reconcile(
  payments: readonly MonthPaid[],
  contracts: readonly ContractBetween[],
): Reconciliation {
  const paid = paidByBasis(payments, contracts);
  const own = contracts.filter((contract) => !contract.isFramework);
  const valued = own.filter((contract) => contract.netPence !== null && !contract.isShared);
  const ceilings = contracts.flatMap(({ isFramework, ceilingPence }) =>
    isFramework && ceilingPence !== null ? [ceilingPence] : [],
  );
  const sums = {
    contractCount: own.length,
    committedPence: valued.reduce((sum, { netPence }) => sum + (netPence ?? 0), 0),
    valuedCount: valued.length,
    ceilingPence: ceilings.length === 0 ? null : ceilings.reduce((sum, pence) => sum + pence, 0),
  };
  return { verdict: verdictOf(paid, contracts, sums), paid, ...sums };
}

function paidByBasis(
  payments: readonly MonthPaid[],
  contracts: readonly ContractBetween[],
): Reconciliation['paid'] {
  const sums = new Map<VatBasis, { basis: VatBasis; inTermPence: number; outsideTermPence: number }>();
  for (const { month, basis, pence } of payments) {
    const sum = sums.get(basis) ?? { basis, inTermPence: 0, outsideTermPence: 0 };
    if (contracts.some((contract) => covers(contract, month))) sum.inTermPence += pence;
    else sum.outsideTermPence += pence;
    sums.set(basis, sum);
  }
  return [...sums.values()].toSorted((a, b) => (a.basis < b.basis ? -1 : 1));
}

/** Whether a month lies in the term, or in the months of arrears behind it. An unknown end is open. */
function covers({ startOn, endOn }: ContractBetween, month: string): boolean {
  if (startOn !== null && month < startOn.slice(0, 7)) return false;
  return endOn === null || monthNumber(month) <= monthNumber(endOn) + monthsInArrears;
}

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

function verdictOf(
  paid: Reconciliation['paid'],
  contracts: readonly ContractBetween[],
  sums: Pick<Reconciliation, 'contractCount' | 'committedPence' | 'valuedCount' | 'ceilingPence'>,
): ReconcileVerdict {
  if (contracts.length === 0) return 'no-contract';
  const [only, ...others] = paid;
  if (only === undefined || paid.every(({ inTermPence }) => inTermPence === 0)) return 'outside-term';
  if (others.length > 0) return 'mixed-bases';
  const most = only.inTermPence;
  const least = only.basis === 'net' ? most : Math.round((most * 100) / (100 + standardRatePercent));
  if (sums.ceilingPence !== null && sums.contractCount === 0)
    return least > sums.ceilingPence
      ? 'over-ceiling'
      : most > sums.ceilingPence
        ? 'depends-on-vat'
        : 'within';
  if (most <= sums.committedPence) return 'within';
  if (sums.valuedCount < sums.contractCount || sums.valuedCount === 0) return 'value-unknown';
  return least > sums.committedPence ? 'over' : 'depends-on-vat';
}
