import type { Route } from '../contracts/contract-facts.ts';
import { quartiles, type Quartiles } from '../../maths/quantile.ts';
import { coverageOf, type Coverage } from './coverage.ts';
import { dayNumber } from './financial-year.ts';
import { isCounted, type MarketContract } from './market-contract.ts';

type Led = Pick<
  MarketContract,
  'stage' | 'isFrameworkAgreement' | 'isCopy' | 'route' | 'tenderOn' | 'decidedOn'
>;

/** Longest time from tender to contract that is believed, in days: five years. */
const longestDays = 1826;

/**
 * Why the time from tender to contract isn't known; null where it is.
 *
 * @example leadTimeGap({ ...contract, tenderOn: null }) // 'no-tender-notice'
 */
export function leadTimeGap(contract: Led): string | null {
  if (contract.isCopy) return 'copy';
  if (contract.isFrameworkAgreement) return 'framework-agreement';
  if (!isCounted(contract)) return 'withdrawn';
  if (contract.tenderOn === null) return 'no-tender-notice';
  if (contract.decidedOn === null) return 'no-day-of-award';
  const days = leadDays(contract);
  return days === null || days < 1 || days > longestDays ? 'days-not-believable' : null;
}

/**
 * Days from the first tender notice to signature (else award); null where one isn't known.
 *
 * @example leadDays({ tenderOn: '2026-01-01', decidedOn: '2026-04-11' }) // 100
 */
export function leadDays({ tenderOn, decidedOn }: Pick<Led, 'tenderOn' | 'decidedOn'>): number | null {
  return tenderOn === null || decidedOn === null ? null : dayNumber(decidedOn) - dayNumber(tenderOn);
}

/** Quartiles of a lead time in days, with how many contracts they rest on. */
export type LeadTime = Quartiles & { count: number };

/**
 * How long procurement took from the first tender notice to the contract, by route and for all routes.
 *
 * @example leadTimes(contracts).all // { q1: 92, median: 140, q3: 201, count: 310 }
 */
export function leadTimes(contracts: readonly Led[]): {
  all: LeadTime | null;
  routes: { route: Route; time: LeadTime }[];
  coverage: Coverage;
} {
  const measured = contracts.filter((contract) => leadTimeGap(contract) === null);
  const routes = [...Map.groupBy(measured, ({ route }) => route)].flatMap(([route, rows]) => {
    const time = leadTimeOf(rows.map(leadDays));
    return time === null ? [] : [{ route, time }];
  });
  return {
    all: leadTimeOf(measured.map(leadDays)),
    routes: routes.toSorted((a, b) => b.time.count - a.time.count || a.route.localeCompare(b.route)),
    coverage: coverageOf(contracts, leadTimeGap),
  };
}

/**
 * Quartiles of days.
 *
 * @example leadTimeOf([]) // null
 */
export function leadTimeOf(days: readonly (number | null)[]): LeadTime | null {
  const known = days.filter((one) => one !== null);
  const found = quartiles(known);
  return found === null ? null : { ...found, count: known.length };
}
