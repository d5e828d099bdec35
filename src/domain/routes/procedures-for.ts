import type { RouteAssessment } from './assess-route.ts';
import type { ProcedureRule } from './procedure.ts';

/** Whether a procedure is open to a need: yes, if its conditions hold, not needed at that value, or no. */
export const opennesses = ['open', 'if', 'not-needed', 'closed'] as const;
export type Openness = (typeof opennesses)[number];

/** A procedure for a need. */
export type ProcedureChoice = {
  rule: ProcedureRule;
  openness: Openness;
  because:
    | 'value-below'
    | 'value-above'
    | 'value-unknown'
    | 'own-choice'
    | 'listed-reasons'
    | 'route-found'
    | 'route-to-check'
    | 'no-route';
};

/**
 * Which procedures of the Act a need can use, in the order of their list. Never fewer than the list: one that is closed says why.
 *
 * @param isAbove whether the estimate reaches the threshold; null where none is held
 * @param routes what was found for the need
 * @example proceduresFor(rules, { isAbove: true, routes: [] }).find(({ rule }) => rule.id === 'open')?.openness // 'open'
 */
export function proceduresFor(
  rules: readonly ProcedureRule[],
  { isAbove, routes }: { isAbove: boolean | null; routes: readonly RouteAssessment[] },
): ProcedureChoice[] {
  return rules.map((rule) => {
    if (rule.needsRoute) return { rule, ...throughRoutes(rule, routes) };
    if (isAbove === null) return { rule, openness: 'if', because: 'value-unknown' };
    if (rule.values === 'below') return { rule, ...(isAbove ? closed('value-above') : open('value-below')) };
    if (!isAbove) return { rule, openness: 'not-needed', because: 'value-below' };
    return rule.id === 'direct-award'
      ? { rule, openness: 'if', because: 'listed-reasons' }
      : { rule, ...open('own-choice') };
  });
}

type Answer = Pick<ProcedureChoice, 'openness' | 'because'>;

function open(because: Answer['because']): Answer {
  return { openness: 'open', because };
}

function closed(because: Answer['because']): Answer {
  return { openness: 'closed', because };
}

/** Frameworks and dynamic markets: open where a route is usable, to be checked where one may be. */
function throughRoutes({ id }: ProcedureRule, routes: readonly RouteAssessment[]): Answer {
  const able = routes.filter(
    ({ verdict, route }) =>
      verdict !== 'cannot' &&
      (route.kind === 'dynamic-market') === (id === 'dynamic-market') &&
      (id !== 'framework-direct' || route.directAward?.value !== false),
  );
  if (able.length === 0) return closed('no-route');
  const isSure = able.some(
    ({ verdict, route }) =>
      verdict === 'usable' && (id !== 'framework-direct' || route.directAward?.value === true),
  );
  return isSure ? open('route-found') : { openness: 'if', because: 'route-to-check' };
}
