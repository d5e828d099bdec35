import type { Route } from './route.ts';
import { routeStatusOn, type RouteStatus } from './route-status.ts';

/** Days after which the facts of a route count as old. */
export const oldAfterDays = 180;

const dayMs = 86_400_000;

/**
 * Days from one day to another.
 *
 * @param from `YYYY-MM-DD`
 * @param to `YYYY-MM-DD`; earlier than `from` gives a negative number
 * @example daysSince('2026-11-24', '2026-12-01') // 7
 */
export function daysSince(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / dayMs);
}

/** Why somebody should look at a route’s facts. */
export const checkReasons = ['ended', 'status-unknown', 'checked-long-ago'] as const;
export type CheckReason = (typeof checkReasons)[number];

/** A route with how it stands, and why its facts should be looked at: none where all is well. */
export type CheckedRoute = { route: Route; status: RouteStatus; daysOld: number; reasons: CheckReason[] };

/**
 * Every route as it stands on a day, those whose facts should be looked at first.
 *
 * @param today `YYYY-MM-DD`
 * @example checksDue(routes, '2026-11-24')[0]?.reasons // ['status-unknown']
 */
export function checksDue(routes: readonly Route[], today: string): CheckedRoute[] {
  const checked = routes.map((route): CheckedRoute => {
    const status = routeStatusOn(route, today, routes);
    const daysOld = daysSince(route.checked, today);
    const reasons: CheckReason[] = [
      ...(status.kind === 'unknown' ? (['status-unknown'] as const) : []),
      ...(status.kind === 'ended' ? (['ended'] as const) : []),
      ...(daysOld > oldAfterDays ? (['checked-long-ago'] as const) : []),
    ];
    return { route, status, daysOld, reasons };
  });
  return checked.toSorted(
    (one, other) => rank(one) - rank(other) || one.route.name.localeCompare(other.route.name, 'en'),
  );
}

/** Unknown before old before ended before fine. */
function rank({ reasons }: CheckedRoute): number {
  if (reasons.includes('status-unknown')) return 0;
  if (reasons.includes('checked-long-ago')) return 1;
  return reasons.includes('ended') ? 2 : 3;
}
