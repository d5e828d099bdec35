import { quantile } from '../../maths/quantile.ts';
import type { LeadBasis, SeenLeadTime } from './decision-date.ts';

/** How long procurements of a kind took from the first notice to the contract, in days. */
export type ProcurementTime = { p50: number; p80: number; n: number; basis: LeadBasis };

/** Fewest procurements that a time is taken from. */
const fewest = 10;

/**
 * How long procurements of a kind took: of the same segment and route where ten or more were seen, else of the same route,
 * else all. Days are rounded up. Without a route, all of the segment stand for the narrowest kind.
 *
 * @returns null where fewer than ten were seen at all
 * @example procurementTime(seen, { segment: 'sector-systems', route: 'open-competition' }) // { p50: 150, p80: 228, n: 42, … }
 */
export function procurementTime(
  seen: readonly SeenLeadTime[],
  kind: { segment: string | null; route: string | null },
): ProcurementTime | null {
  const isOfRoute = ({ route }: SeenLeadTime): boolean => kind.route === null || route === kind.route;
  const kinds: [LeadBasis, (one: SeenLeadTime) => boolean][] = [
    ['segment-and-route', (one) => one.segment === kind.segment && isOfRoute(one)],
    ['route', isOfRoute],
    ['all', () => true],
  ];
  for (const [basis, isOf] of kinds) {
    const days = seen
      .filter(isOf)
      .flatMap((one) => Array.from({ length: one.contracts }, () => one.days))
      .toSorted((one, other) => one - other);
    const [p50, p80] = [quantile(days, 0.5), quantile(days, 0.8)];
    if (days.length < fewest || p50 === null || p80 === null) continue;
    return { p50: wholeDays(p50), p80: wholeDays(p80), n: days.length, basis };
  }
  return null;
}

/** Rounded up; what differs from a whole day by the last digits of a computation is that day. */
function wholeDays(days: number): number {
  return Math.ceil(days - 1e-6);
}
