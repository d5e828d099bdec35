import type { z } from 'zod';
import type { memberParty, memberSupplier } from './members.ts';
import type { quarterTotals, totalsView } from './views.ts';

/** Columns of the figures of products and vendor groups. Money is in pence without VAT, empty where no value is known. */
export const memberColumns = [
  'chart',
  'id',
  'name',
  'way',
  'period',
  'contracts',
  'valuedContracts',
  'pence',
  'buyers',
  'running',
  'nextEndOn',
] as const;

/** One line of such a file. */
export type MemberFigure = Partial<Record<(typeof memberColumns)[number], string | number | null>>;

/**
 * A line with every column.
 *
 * @example memberRow('ends', { period: '2027-Q1', contracts: 0 }).name // null
 */
export function memberRow(
  chart: string,
  figure: MemberFigure,
): Record<(typeof memberColumns)[number], string | number | null> {
  return {
    chart,
    id: figure.id ?? null,
    name: figure.name ?? null,
    way: figure.way ?? null,
    period: figure.period ?? null,
    contracts: figure.contracts ?? null,
    valuedContracts: figure.valuedContracts ?? null,
    pence: figure.pence ?? null,
    buyers: figure.buyers ?? null,
    running: figure.running ?? null,
    nextEndOn: figure.nextEndOn ?? null,
  };
}

/** Contracts and their money. */
export function totalsFigure({ contracts, netCount, netPence }: z.output<typeof totalsView>): MemberFigure {
  return { contracts, valuedContracts: netCount, pence: netCount === 0 ? null : netPence };
}

/** Quarters of a wall. */
export function endFigures(ends: readonly z.output<typeof quarterTotals>[]): MemberFigure[] {
  return ends.map(({ quarter, ...one }) => ({ period: quarter, ...totalsFigure(one) }));
}

/** Organisations on one side. */
export function partyFigures(
  parties: readonly (z.output<typeof memberParty> | z.output<typeof memberSupplier>)[],
): MemberFigure[] {
  return parties.map((one) => ({
    id: one.id,
    name: one.name,
    way: 'way' in one ? one.way : null,
    nextEndOn: one.nextEndOn,
    ...totalsFigure(one),
  }));
}

/** Products or vendor groups with what the register holds of them. */
export function listFigures(
  items: readonly (z.output<typeof totalsView> & {
    id: string;
    name: string;
    buyers: number;
    running: number;
  })[],
): MemberFigure[] {
  return items.map((one) => ({
    id: one.id,
    name: one.name,
    buyers: one.buyers,
    running: one.running,
    ...totalsFigure(one),
  }));
}
