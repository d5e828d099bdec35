import { assessRoute, routeVerdicts, type RouteAssessment } from './assess-route.ts';
import type { Route } from './route.ts';
import type { RouteNeed } from './route-need.ts';

/**
 * Every route of a need’s segment, in order: by verdict (so that the confirmed come before the unconfirmed, and those that
 * are barred last), those of which no day is held behind the others of their verdict, then the more specific lot, then the more awards seen through it, then the name. None is left out.
 *
 * @param awardsSeen awards that the register shows through a route, by its id
 * @example findRoutes(need, routes, new Map()).map(({ route }) => route.id) // ['g-cloud-15', 'g-cloud-14']
 */
export function findRoutes(
  need: RouteNeed,
  routes: readonly Route[],
  awardsSeen: ReadonlyMap<string, number>,
): RouteAssessment[] {
  const seen = ({ route }: RouteAssessment): number => awardsSeen.get(route.id) ?? 0;
  return routes
    .filter(({ lots }) => lots.some(({ segments }) => segments.includes(need.segment)))
    .map((route) => assessRoute(route, need, routes))
    .toSorted(
      (one, other) =>
        routeVerdicts.indexOf(one.verdict) - routeVerdicts.indexOf(other.verdict) ||
        Number(isDateless(one)) - Number(isDateless(other)) ||
        breadth(one) - breadth(other) ||
        seen(other) - seen(one) ||
        one.route.name.localeCompare(other.route.name, 'en'),
    );
}

function isDateless({ status }: RouteAssessment): boolean {
  return status.kind === 'unknown' && status.since === null;
}

/** Segments of its narrowest lot that serves: the fewer, the more it is made for the need. */
function breadth({ lots }: RouteAssessment): number {
  return Math.min(...lots.map(({ segments }) => segments.length));
}
