import { quantile } from '../../maths/quantile.ts';
import { dayNumber, dayOfNumber } from './financial-year.ts';

/** Lead times that were seen, in days, by segment and route. */
export type SeenLeadTime = { segment: string; route: string; days: number; contracts: number };

/** On which procurements a decision date rests: of the same segment and route, of the same route, or of all. */
export const leadBases = ['segment-and-route', 'route', 'all'] as const;
export type LeadBasis = (typeof leadBases)[number];

/** By when a renewal has to be decided. */
export type DecisionDate = { on: string; days: number; basis: LeadBasis; count: number };

/** Fewest procurements that a lead time is taken from. */
const fewest = 10;
/** Three of four procurements took no longer. */
const share = 0.75;

/**
 * Works out decision dates from the lead times that were seen: the end less the time that three of four procurements of
 * this kind took from the first tender notice to the contract. Kind: the same segment and route where ten or more were
 * seen, else the same route, else all.
 *
 * @returns a function of a contract's segment, route and end; null where fewer than ten were seen at all, or it has no end
 * @example decisionDates(seen)({ segment: 'cloud-hosting', route: 'open-competition', endOn: '2027-03-31' }) // { on: '2026-09-12', days: 200, … }
 */
export function decisionDates(
  seen: readonly SeenLeadTime[],
): (contract: { segment: string | null; route: string; endOn: string | null }) => DecisionDate | null {
  const byKind = new Map<string, { days: number; count: number } | null>();
  const timeOf = (
    name: string,
    isOf: (one: SeenLeadTime) => boolean,
  ): { days: number; count: number } | null => {
    const known = byKind.get(name);
    if (known !== undefined) return known;
    const days = seen.filter(isOf).flatMap((one) => Array.from({ length: one.contracts }, () => one.days));
    const found =
      days.length < fewest
        ? null
        : quantile(
            days.toSorted((a, b) => a - b),
            share,
          );
    const time = found === null ? null : { days: Math.ceil(found), count: days.length };
    byKind.set(name, time);
    return time;
  };
  return ({ segment, route, endOn }) => {
    if (endOn === null) return null;
    const kinds: [LeadBasis, string, (one: SeenLeadTime) => boolean][] = [
      [
        'segment-and-route',
        `${segment ?? ''} ${route}`,
        (one) => one.segment === segment && one.route === route,
      ],
      ['route', ` ${route}`, (one) => one.route === route],
      ['all', '', () => true],
    ];
    for (const [basis, name, isOf] of kinds) {
      const time = timeOf(name, isOf);
      if (time !== null) return { on: dayOfNumber(dayNumber(endOn) - time.days), basis, ...time };
    }
    return null;
  };
}
