import { addMonths } from '../../lib/add-months.ts';
import { daysSince } from './checks-due.ts';
import { oldAfterDays } from './checks-due.ts';
import { datedFacts, type RouteFinding } from './route-finding.ts';
import type { Route } from './route.ts';
import type { RouteNeed } from './route-need.ts';
import type { RouteStatus } from './route-status.ts';

/** Months after the award within which an end leaves no room for delay. */
const narrowMonths = 3;

/**
 * What the dates of a route mean for an award on a day.
 *
 * @param status of the route today
 * @example assessDates(gCloud14, status, need) // [{ code: 'ended', weight: 'bars', on: { text: '2026-10-28', … } }]
 */
export function assessDates(route: Route, status: RouteStatus, need: RouteNeed): RouteFinding[] {
  const { awardOn } = need;
  if (status.kind === 'ended') return [{ code: 'ended', weight: 'bars', on: status.on }];
  return [
    ...(status.kind === 'unknown'
      ? [{ code: 'status-unknown', weight: 'unknown', status } satisfies RouteFinding]
      : []),
    ...(status.kind === 'not-started'
      ? [
          status.from.last > awardOn
            ? ({
                code: 'starts-after-award',
                weight: 'bars',
                from: status.from,
                awardOn,
              } satisfies RouteFinding)
            : ({ code: 'not-started', weight: 'waits', from: status.from } satisfies RouteFinding),
        ]
      : []),
    ...assessEnd(route, status, awardOn),
    ...assessTrust(route, need.today),
  ];
}

function assessEnd({ end, lastEnd, kind }: Route, status: RouteStatus, awardOn: string): RouteFinding[] {
  if (end === null) return status.kind === 'open' ? [{ code: 'end-not-held', weight: 'doubts' }] : [];
  const on = end.value;
  if (on.last < awardOn) {
    // An end that passed without being confirmed is told as such; the award can’t rest on it either way.
    if (status.kind === 'unknown' && status.because === 'end') return [];
    const goesOn = kind === 'open-framework' && lastEnd !== null && lastEnd.value.first >= awardOn;
    return goesOn
      ? [{ code: 'next-framework', weight: 'doubts', on, lastEnd: lastEnd.value, awardOn }]
      : [{ code: 'ends-before-award', weight: 'bars', on, awardOn }];
  }
  if (on.first < awardOn) return [{ code: 'may-end-before-award', weight: 'doubts', on, awardOn }];
  return on.first < addMonths(awardOn, narrowMonths)
    ? [{ code: 'ends-soon-after', weight: 'warns', on, awardOn }]
    : [];
}

/** Dates that rest on little, and facts that nobody has looked at for long. */
function assessTrust(route: Route, today: string): RouteFinding[] {
  const doubtful = datedFacts.filter((name) => route[name]?.confidence === 'low');
  const days = daysSince(route.checked, today);
  return [
    ...(doubtful.length > 0
      ? [{ code: 'low-confidence', weight: 'doubts', of: doubtful } satisfies RouteFinding]
      : []),
    ...(days > oldAfterDays
      ? [{ code: 'checked-long-ago', weight: 'doubts', on: route.checked, days } satisfies RouteFinding]
      : []),
  ];
}
