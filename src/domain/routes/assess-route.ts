import { assessDates } from './assess-dates.ts';
import type { Route, RouteLot } from './route.ts';
import type { RouteFinding } from './route-finding.ts';
import type { RouteNeed } from './route-need.ts';
import { routeStatusOn, type RouteStatus } from './route-status.ts';

/**
 * What a route comes to for a need, best first: `usable` as far as is known, `check` where a date is doubtful, `not-yet`
 * where it opens before the award, `unknown` where its status is, `cannot` where something bars it.
 */
export const routeVerdicts = ['usable', 'check', 'not-yet', 'unknown', 'cannot'] as const;
export type RouteVerdict = (typeof routeVerdicts)[number];

/** A route for a need. */
export type RouteAssessment = {
  route: Route;
  verdict: RouteVerdict;
  /** Today. */
  status: RouteStatus;
  /** Lots of the need’s segment. */
  lots: readonly RouteLot[];
  findings: readonly RouteFinding[];
};

/**
 * Whether a need can use a route, with every reason and warning.
 *
 * @param routes all of them: some follow others
 * @example assessRoute(gCloud14, need, routes).verdict // 'cannot'
 */
export function assessRoute(route: Route, need: RouteNeed, routes: readonly Route[]): RouteAssessment {
  const status = routeStatusOn(route, need.today, routes);
  const lots = route.lots.filter(({ segments }) => segments.includes(need.segment));
  const findings = [
    { code: 'serves', weight: 'says', lots } satisfies RouteFinding,
    ...assessDates(route, status, need),
    ...assessUsers(route, need),
    ...assessLots(lots, need),
    ...assessValue(route, need),
    ...assessRules(route, need),
  ];
  return { route, verdict: verdictOf(findings), status, lots, findings };
}

function verdictOf(findings: readonly RouteFinding[]): RouteVerdict {
  const has = (weight: RouteFinding['weight']): boolean => findings.some((one) => one.weight === weight);
  if (has('bars')) return 'cannot';
  if (has('unknown')) return 'unknown';
  if (has('waits')) return 'not-yet';
  return has('doubts') ? 'check' : 'usable';
}

function assessUsers({ mayUse }: Route, { body }: RouteNeed): RouteFinding[] {
  if (mayUse === null) return [{ code: 'users-not-held', weight: 'warns' }];
  const { bodyTypes, nations } = mayUse.value;
  if (bodyTypes !== 'all' && !bodyTypes.includes(body.bodyType))
    return [{ code: 'not-this-body', weight: 'bars' }];
  if (nations !== 'all' && !nations.includes(body.nation))
    return [{ code: 'not-this-nation', weight: 'bars' }];
  return [{ code: 'users-allowed', weight: 'says', confidence: mayUse.confidence }];
}

/** What the lots of the segment allow: classification, and the longest term of those that fit. */
function assessLots(lots: readonly RouteLot[], { classification, months }: RouteNeed): RouteFinding[] {
  const wanted = classification ?? 'official';
  const fitting = lots.filter((lot) => lot.classification === null || lot.classification === wanted);
  if (fitting.length === 0) return [{ code: 'classification-not-served', weight: 'bars' }];
  const isOpen = classification === 'above-official' && fitting.every((lot) => lot.classification === null);
  const longest = fitting.flatMap(({ id, longestMonths }) =>
    longestMonths === null ? [] : [{ id, ...longestMonths }],
  );
  const [most] = longest.toSorted((one, other) => other.value - one.value);
  const isHeld = longest.length === fitting.length;
  return [
    ...(isOpen ? [{ code: 'classification-not-held', weight: 'warns' } satisfies RouteFinding] : []),
    ...(most === undefined || (!isHeld && most.value < months)
      ? [{ code: 'term-not-held', weight: 'warns' } satisfies RouteFinding]
      : [
          most.value < months
            ? ({
                code: 'term-too-long',
                weight: 'bars',
                months,
                longest: most.value,
                confidence: most.confidence,
              } satisfies RouteFinding)
            : ({
                code: 'term-fits',
                weight: 'says',
                longest: most.value,
                lotId: isHeld ? null : most.id,
                confidence: most.confidence,
              } satisfies RouteFinding),
        ]),
  ];
}

function assessValue({ value }: Route, { netPence, grossPence }: RouteNeed): RouteFinding[] {
  if (value === null) return [];
  const asked = value.value.vat === 'gross' ? grossPence : netPence;
  return asked > value.value.minorUnits
    ? [{ code: 'value-above-route', weight: 'bars', minorUnits: value.value.minorUnits }]
    : [];
}

/** How it is called off: with or without a competition, and under which law. */
function assessRules({ kind, directAward, regime }: Route, { body }: RouteNeed): RouteFinding[] {
  // A dynamic market has no award without a competition, whoever says what of it.
  const direct: RouteFinding[] =
    kind === 'dynamic-market'
      ? [{ code: 'direct-award', weight: 'says', isAllowed: false, confidence: 'high' }]
      : directAward === null
        ? [{ code: 'direct-award-not-held', weight: 'warns' }]
        : [
            {
              code: 'direct-award',
              weight: 'says',
              isAllowed: directAward.value,
              confidence: directAward.confidence,
            },
          ];
  const isScottish = body.nation === 'scotland' && body.bodyType !== 'central-government';
  if (regime === null) return [...direct, { code: 'law-not-held', weight: 'warns' }];
  if (regime.value === 'pcr-2015')
    return [
      ...direct,
      isScottish
        ? { code: 'older-law-scotland', weight: 'warns' }
        : { code: 'older-law', weight: 'says', confidence: regime.confidence },
    ];
  return isScottish ? [...direct, { code: 'act-for-scotland', weight: 'says' }] : direct;
}
