import type { Route } from '../contracts/contract-facts.ts';
import { coverageOf, shareOf, totalsOf, type Coverage, type Totals } from './coverage.ts';
import { isCounted, type MarketContract } from './market-contract.ts';
import type { Share } from './sme-share.ts';

type Routed = Pick<MarketContract, 'stage' | 'isFrameworkAgreement' | 'isCopy' | 'route' | 'netPence'>;

/** Routes by which a contract is bought under an agreement that was competed before. */
export const frameworkRoutes: readonly Route[] = ['framework-call-off', 'dynamic-market'];

/**
 * Why a contract's route says nothing; null where it is known.
 *
 * @example routeGap({ ...contract, route: 'unknown' }) // 'route-not-stated'
 */
export function routeGap(contract: Routed): string | null {
  if (contract.isCopy) return 'copy';
  if (contract.isFrameworkAgreement) return 'framework-agreement';
  if (!isCounted(contract)) return 'withdrawn';
  return contract.route === 'unknown' ? 'route-not-stated' : null;
}

/** How contracts were reached: each route with its contracts, and the two shares that are asked for most. */
export type RouteShares = {
  routes: ({ route: Route } & Totals)[];
  /** Awarded to one supplier without competition. */
  directAward: Share;
  /** Called off from a framework or bought in a dynamic market. */
  framework: Share;
  /** The same by value, of contracts with a believable value. */
  frameworkByValue: Share;
  coverage: Coverage;
};

/**
 * The routes by which contracts were reached, most used first.
 *
 * @example routeShares(contracts).directAward // { share: 0.23, part: 23, whole: 100 }
 */
export function routeShares(contracts: readonly Routed[]): RouteShares {
  const known = contracts.filter((contract) => routeGap(contract) === null);
  const routes = [...Map.groupBy(known, ({ route }) => route)]
    .map(([route, rows]) => ({ route, ...totalsOf(rows) }))
    .toSorted((a, b) => b.contracts - a.contracts || a.route.localeCompare(b.route));
  return { ...sharesOfRoutes(routes), routes, coverage: coverageOf(contracts, routeGap) };
}

/**
 * The two shares of routes that are added up already.
 *
 * @example sharesOfRoutes([{ route: 'direct-award', contracts: 1, … }, { route: 'other', contracts: 3, … }]).directAward.share // 0.25
 */
export function sharesOfRoutes(
  routes: readonly ({ route: Route } & Totals)[],
): Pick<RouteShares, 'directAward' | 'framework' | 'frameworkByValue'> {
  const sum = (only: readonly Route[] | null, of: 'contracts' | 'netPence'): number =>
    routes
      .filter(({ route }) => only === null || only.includes(route))
      .reduce((total, one) => total + one[of], 0);
  const share = (only: readonly Route[], of: 'contracts' | 'netPence'): Share => {
    const part = sum(only, of);
    const whole = sum(null, of);
    return { share: shareOf(part, whole), part, whole };
  };
  return {
    directAward: share(['direct-award'], 'contracts'),
    framework: share(frameworkRoutes, 'contracts'),
    frameworkByValue: share(frameworkRoutes, 'netPence'),
  };
}
