import type { PlaybookCheck } from '../playbook/playbook.ts';
import { evaluateCondition, factsAsked, type Facts } from './condition.ts';
import type { FactReading } from './fact.ts';
import type { FactName } from './facts.ts';

/**
 * What a check says of a subject. `fires`: its condition holds · `clear`: it doesn’t · `not-stated`: a fact that would decide
 * is missing, so nothing can be said.
 */
export type CheckState = 'fires' | 'clear' | 'not-stated';

/** One check of one subject, with the facts that it looked at. */
export type CheckResult = {
  check: PlaybookCheck;
  state: CheckState;
  facts: { name: FactName; reading: FactReading }[];
  /** Facts that it asks for and that the subject doesn’t state. */
  missing: FactName[];
};

/**
 * Runs checks over the facts of a subject.
 *
 * @example runChecks(playbook.checks, facts).filter(({ state }) => state === 'fires').map(({ check }) => check.id)
 */
export function runChecks(checks: readonly PlaybookCheck[], facts: Facts): CheckResult[] {
  return checks.map((check) => {
    const truth = evaluateCondition(check.when, facts);
    const asked = factsAsked(check.when);
    return {
      check,
      state: truth === 'true' ? 'fires' : truth === 'false' ? 'clear' : 'not-stated',
      facts: asked.flatMap((name) => {
        const reading = facts[name];
        return reading === undefined ? [] : [{ name, reading }];
      }),
      missing: asked.filter((name) => facts[name] === undefined),
    };
  });
}
