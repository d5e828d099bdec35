import type { Route } from './route.ts';
import type { UncertainDay } from './uncertain-day.ts';

/** How a route stands on a day. */
export type RouteStatus =
  /** It runs, as far as is known; the end is null where it isn’t held. */
  | { kind: 'open'; until: UncertainDay | null }
  | { kind: 'not-started'; from: UncertainDay }
  | { kind: 'ended'; on: UncertainDay }
  /** Nobody has confirmed what should have happened; `since` is null where no day is held at all. */
  | {
      kind: 'unknown';
      since: string | null;
      because: 'start' | 'end' | 'replaced' | 'announced' | 'no-dates';
    };

/**
 * How a route stands on a day: a start or an end that passed without being confirmed leaves it unknown since then.
 *
 * @param day `YYYY-MM-DD`
 * @param routes all of them, because a route of which no end is held may have been followed by another
 * @example routeStatusOn(gCloud15, '2026-11-24', routes) // { kind: 'unknown', since: '2026-09-17', because: 'start' }
 */
export function routeStatusOn(route: Route, day: string, routes: readonly Route[]): RouteStatus {
  const { start, end, stage } = route;
  if (end !== null && end.value.last < day)
    return end.state === 'confirmed'
      ? { kind: 'ended', on: end.value }
      : { kind: 'unknown', since: end.value.last, because: 'end' };
  if (start !== null && start.value.first > day) return { kind: 'not-started', from: start.value };
  if (start !== null && start.state === 'planned')
    return { kind: 'unknown', since: start.value.first, because: 'start' };
  if (stage === 'announced') return { kind: 'unknown', since: null, because: 'announced' };
  if (end !== null) return { kind: 'open', until: end.value };
  const replacedOn = replacementDay(route, day, routes);
  if (replacedOn !== null) return { kind: 'unknown', since: replacedOn, because: 'replaced' };
  if (start === null && route.seen === null) return { kind: 'unknown', since: null, because: 'no-dates' };
  return { kind: 'open', until: null };
}

/** The day on which the first of its followers began, if one has. */
function replacementDay({ id }: Route, day: string, routes: readonly Route[]): string | null {
  const days = routes.flatMap(({ replaces, start }) =>
    replaces.includes(id) && start?.state === 'confirmed' && start.value.first <= day
      ? [start.value.first]
      : [],
  );
  return days.toSorted()[0] ?? null;
}
