import { z } from 'zod';
import type { countMemberEnds, MemberPartyRow } from '../../db/queries/member-sums.ts';
import { quarterOf, quartersFrom } from '../../domain/market/financial-year.ts';
import { exposureWays } from '../../domain/organisations/vendor-exposure.ts';
import { countText } from '../count-text.ts';
import { totalsView, type coverageView, type quarterTotals } from './views.ts';

/** Buyers and suppliers that are named of what belongs to a product or vendor group, and quarters that are looked ahead. */
export const partiesShown = 25;
const quartersAhead = 12;

/** An organisation on one side of the contracts of a product or vendor group. */
export const memberParty = totalsView.extend({
  id: z.string(),
  name: z.string(),
  /** When the first of its running contracts ends, without options. */
  nextEndOn: z.string().nullable(),
});
/** A supplier, by the way in which its contracts lead there. */
export const memberSupplier = memberParty.extend({ way: z.enum(exposureWays) });

/** A row as the answer has it. */
export function presentMember(row: MemberPartyRow): z.output<typeof memberParty> {
  const { organisationId, name, contracts, netPence, netCount, nextEndOn } = row;
  return { id: organisationId, name, contracts, netPence, netCount, nextEndOn };
}

/** A supplier's row as the answer has it. */
export function presentSeller(row: MemberPartyRow): z.output<typeof memberSupplier> {
  return { ...presentMember(row), way: exposureWays.find((one) => one === row.way) ?? 'inferred' };
}

/** The wall of the next three years, also quarters in which nothing ends. */
export function wallOf(
  quarters: readonly z.output<typeof quarterTotals>[],
  today: string,
): z.output<typeof quarterTotals>[] {
  const found = new Map(quarters.map((one) => [one.quarter, one]));
  return quartersFrom(quarterOf(today), quartersAhead).map(
    (quarter) => found.get(quarter) ?? { quarter, contracts: 0, netCount: 0, netPence: 0 },
  );
}

/** How many contracts have a place in a wall, and why not the others. */
export function endCoverageOf(
  ends: Awaited<ReturnType<typeof countMemberEnds>>,
): z.output<typeof coverageView> {
  return coverageWithGaps(ends.total, ends.measured, { ended: ends.ended, 'no-end': ends.noEnd });
}

/** A coverage whose gaps of no contract are left out. */
export function coverageWithGaps(
  total: number,
  measured: number,
  gaps: Record<string, number>,
): z.output<typeof coverageView> {
  return { total, measured, gaps: Object.fromEntries(Object.entries(gaps).filter(([, count]) => count > 0)) };
}

/** A party as a line of text. */
export function memberCells({ name, contracts, nextEndOn }: z.output<typeof memberParty>): (string | null)[] {
  return [name, countText(contracts, 'contract'), nextEndOn === null ? null : `ends ${nextEndOn}`];
}
