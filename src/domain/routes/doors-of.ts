import { digitalSegmentIds, type DigitalSegmentId } from '../segments/segment.ts';
import type { Route } from './route.ts';
import { routeStatusOn, type RouteStatus } from './route-status.ts';
import type { UncertainDay } from './uncertain-day.ts';

/** Whether a supplier can get in. */
export type DoorState =
  | { kind: 'open-now' }
  | { kind: 'opens'; on: UncertainDay }
  | { kind: 'closed' }
  /** The route itself may not run, or how it admits suppliers isn’t held. */
  | { kind: 'unknown' }
  | { kind: 'ended'; on: UncertainDay };

/** A way in for suppliers of a segment. */
export type Door = { route: Route; status: RouteStatus; state: DoorState };

/** States in the order in which they are listed: what can be acted on comes first. */
const stateOrder: readonly DoorState['kind'][] = ['open-now', 'opens', 'unknown', 'closed', 'ended'];

/**
 * Every framework and dynamic market of each segment, as a supplier sees it: open now, opening on a day, closed, not known.
 *
 * @param segment null for all
 * @param today `YYYY-MM-DD`
 * @example doorsOf(routes, 'data-analytics-ai', '2026-11-24')[0]?.doors[0]?.state // { kind: 'open-now' }
 */
export function doorsOf(
  routes: readonly Route[],
  segment: DigitalSegmentId | null,
  today: string,
): { segment: DigitalSegmentId; doors: Door[] }[] {
  return digitalSegmentIds
    .filter((one) => segment === null || one === segment)
    .map((one) => ({
      segment: one,
      doors: routes
        .filter(({ lots }) => lots.some(({ segments }) => segments.includes(one)))
        .map((route) => {
          const status = routeStatusOn(route, today, routes);
          return { route, status, state: doorState(route, status, today) };
        })
        .toSorted(
          (a, b) =>
            stateOrder.indexOf(a.state.kind) - stateOrder.indexOf(b.state.kind) ||
            a.route.name.localeCompare(b.route.name, 'en'),
        ),
    }));
}

function doorState({ entry }: Route, status: RouteStatus, today: string): DoorState {
  if (status.kind === 'ended') return { kind: 'ended', on: status.on };
  const next = entry?.value.next ?? null;
  if (entry === null) return { kind: 'unknown' };
  if (entry.value.opens === 'always')
    return status.kind === 'open' ? { kind: 'open-now' } : { kind: 'unknown' };
  if (next !== null && next.last >= today) return { kind: 'opens', on: next };
  return entry.value.opens === 'closed' && status.kind === 'open' ? { kind: 'closed' } : { kind: 'unknown' };
}
