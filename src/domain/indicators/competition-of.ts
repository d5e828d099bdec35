import type { Route } from '../contracts/contract-facts.ts';
import type { LegalRegime } from '../notices/process-facts.ts';

/** A competition open to the market, or one among the holders of an agreement. They are never counted together. */
export const competitions = ['competition', 'call-off'] as const;
/** One of {@link competitions}. */
export type Competition = (typeof competitions)[number];

/** Routes that are a competition, and of which kind. The others ask nobody, or too little is known of them. */
export const competitionByRoute: Readonly<Partial<Record<Route, Competition>>> = {
  'open-competition': 'competition',
  'restricted-competition': 'competition',
  'flexible-competition': 'competition',
  'framework-call-off': 'call-off',
  'dynamic-market': 'call-off',
};

/**
 * The routes of one kind of competition.
 *
 * @example routesOfCompetition('call-off') // ['framework-call-off', 'dynamic-market']
 */
export function routesOfCompetition(competition: Competition): string[] {
  return Object.entries(competitionByRoute)
    .filter(([, kind]) => kind === competition)
    .map(([route]) => route);
}

/**
 * The kind of competition that a process was; null for a direct award, one below the thresholds, or one whose route isn't
 * known: a number of bids says nothing about these.
 *
 * @example competitionOf({ route: 'open-competition', regime: 'procurement-act' }) // 'competition'
 */
export function competitionOf({ route, regime }: { route: Route; regime: LegalRegime }): Competition | null {
  return regime === 'below-threshold' ? null : (competitionByRoute[route] ?? null);
}
