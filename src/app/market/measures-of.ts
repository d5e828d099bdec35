import type { Coverage } from '../../domain/market/coverage.ts';
import { shareOf } from '../../domain/market/coverage.ts';
import { sharesOfRoutes, type RouteShares } from '../../domain/market/route-shares.ts';
import type { Share } from '../../domain/market/sme-share.ts';
import { routes } from '../../domain/contracts/contract-facts.ts';
import type { FigureSum } from '../../db/queries/market-measures.ts';

/** Sums of one figure by key, for example of `route`. */
function ofFigure(sums: readonly FigureSum[], figure: string): Map<string, Sum> {
  const found = new Map<string, Sum>();
  for (const { key, contracts, netCount, netPence } of sums.filter((one) => one.figure === figure)) {
    const sum = found.get(key) ?? { contracts: 0, netCount: 0, netPence: 0 };
    sum.contracts += contracts;
    sum.netCount += netCount;
    sum.netPence += netPence;
    found.set(key, sum);
  }
  return found;
}

type Sum = { contracts: number; netCount: number; netPence: number };

const nothing: Sum = { contracts: 0, netCount: 0, netPence: 0 };

/** Contracts that no measure counts, with their reason. */
function notCounted(sums: readonly FigureSum[]): Record<string, number> {
  return Object.fromEntries(
    [...ofFigure(sums, 'year')].filter(([key]) => key !== '').map(([key, { contracts }]) => [key, contracts]),
  );
}

function coverage(measured: number, gaps: Record<string, number>): Coverage {
  const used = Object.fromEntries(Object.entries(gaps).filter(([, count]) => count > 0));
  return {
    total: measured + Object.values(used).reduce((sum, count) => sum + count, 0),
    measured,
    gaps: used,
  };
}

/**
 * Contracts that the measures count.
 *
 * @param sums of figure `year`
 * @example countedOf(sums) // { contracts: 120, netCount: 80, netPence: 1_200_000_00, coverage: … }
 */
export function countedOf(sums: readonly FigureSum[]): Sum & { coverage: Coverage } {
  const counted = ofFigure(sums, 'year').get('') ?? nothing;
  return { ...counted, coverage: coverage(counted.contracts, notCounted(sums)) };
}

/**
 * The share of small firms from sums, as `smeShare` gives it from contracts.
 *
 * @param sums of figures `scale` and `year`
 */
export function smeShareOf(sums: readonly FigureSum[]): {
  byCount: Share & { coverage: Coverage };
  byValue: Share & { coverage: Coverage };
} {
  const sizes = ofFigure(sums, 'scale');
  const get = (key: string): Sum => sizes.get(key) ?? nothing;
  const [small, large] = [get('sme'), get('large')];
  const gaps = {
    ...notCounted(sums),
    'no-size': get('no-size').contracts,
    'mixed-sizes': get('mixed').contracts,
  };
  const contracts = small.contracts + large.contracts;
  const valued = small.netCount + large.netCount;
  const pence = small.netPence + large.netPence;
  return {
    byCount: {
      share: shareOf(small.contracts, contracts),
      part: small.contracts,
      whole: contracts,
      coverage: coverage(contracts, gaps),
    },
    byValue: {
      share: shareOf(small.netPence, pence),
      part: small.netPence,
      whole: pence,
      coverage: coverage(valued, { ...gaps, 'no-value': contracts - valued }),
    },
  };
}

/**
 * The routes from sums, as `routeShares` gives them from contracts.
 *
 * @param sums of figures `route` and `year`
 */
export function routeSharesOf(sums: readonly FigureSum[]): RouteShares {
  const found = ofFigure(sums, 'route');
  const known = routes
    .filter((route) => route !== 'unknown')
    .map((route) => ({ route, ...(found.get(route) ?? nothing) }))
    .filter(({ contracts }) => contracts > 0)
    .toSorted((a, b) => b.contracts - a.contracts || a.route.localeCompare(b.route));
  const measured = known.reduce((sum, { contracts }) => sum + contracts, 0);
  const unknown = found.get('unknown')?.contracts ?? 0;
  return {
    ...sharesOfRoutes(known),
    routes: known,
    coverage: coverage(measured, { ...notCounted(sums), 'route-not-stated': unknown }),
  };
}

/**
 * The rate of single bids from sums, as `singleBidRate` gives it from contracts.
 *
 * @param sums of figures `bids` and `year`
 */
export function singleBidRateOf(sums: readonly FigureSum[]): Share & { coverage: Coverage } {
  const found = ofFigure(sums, 'bids');
  const count = (key: string): number => found.get(key)?.contracts ?? 0;
  const part = count('one');
  const whole = part + count('several');
  return {
    share: shareOf(part, whole),
    part,
    whole,
    coverage: coverage(whole, {
      ...notCounted(sums),
      'direct-award': count('direct-award'),
      'below-threshold': count('below-threshold'),
      'competition-not-stated': count('competition-not-stated'),
      'call-off': count('call-off'),
      'no-bid-statistics': count('no-bid-statistics'),
      'no-bids': count('no-bids'),
    }),
  };
}

/**
 * How many contracts concentration could be measured on, from sums.
 *
 * @param sums of figures `supplier` and `year`
 */
export function concentrationCoverageOf(sums: readonly FigureSum[]): Coverage {
  const found = ofFigure(sums, 'supplier');
  const gaps = [...found].filter(([key]) => key !== '').map(([key, { contracts }]) => [key, contracts]);
  return coverage(found.get('')?.contracts ?? 0, { ...notCounted(sums), ...Object.fromEntries(gaps) });
}

/**
 * How many contracts committed value could be measured on, from sums.
 *
 * @param sums of figure `commitment`
 */
export function committedCoverageOf(sums: readonly FigureSum[]): Coverage {
  const found = ofFigure(sums, 'commitment');
  const gaps = [...found].filter(([key]) => key !== '').map(([key, { contracts }]) => [key, contracts]);
  return coverage(found.get('')?.contracts ?? 0, Object.fromEntries(gaps));
}

const quarter = /^\d{4}-Q[1-4]$/;

/**
 * The wall of expiries from sums, as `expiryWall` gives it from contracts.
 *
 * @param sums of figure `expiry`
 */
export function expiryWallOf(sums: readonly FigureSum[]): {
  quarters: ({ quarter: string } & Sum)[];
  coverage: Coverage;
} {
  const found = [...ofFigure(sums, 'expiry')];
  const quarters = found
    .filter(([key]) => quarter.test(key))
    .map(([key, sum]) => ({ quarter: key, ...sum }))
    .toSorted((a, b) => a.quarter.localeCompare(b.quarter));
  const gaps = found.filter(([key]) => !quarter.test(key)).map(([key, { contracts }]) => [key, contracts]);
  return {
    quarters,
    coverage: coverage(
      quarters.reduce((sum, { contracts }) => sum + contracts, 0),
      Object.fromEntries(gaps),
    ),
  };
}
