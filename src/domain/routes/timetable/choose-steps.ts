import type { Period } from './period-end.ts';
import {
  holds,
  type Circumstance,
  type DeadlineRule,
  type LawCounting,
  type LawPeriod,
  type MilestoneKind,
  type ProcedureCourse,
  type StepRule,
  type TimetableRules,
} from './timetable-rules.ts';

/** A period that law sets in the circumstances given. */
export type LawLimit = {
  name: string;
  period: { days: number; counting: LawCounting };
  because: string;
  source: string;
};

/** On what a realistic period rests. */
export type PeriodBasis =
  { kind: 'judgement' } | { kind: 'setting' } | { kind: 'register'; count: number } | { kind: 'none' };

/** A milestone with everything that decides its day; `since` is a place in the list of steps, before its own. */
export type Step = {
  milestone: MilestoneKind;
  shortest: Period;
  realistic: Period;
  basis: PeriodBasis;
  limits: readonly { since: number; law: LawLimit }[];
  until: { since: number; law: LawLimit } | null;
  rule: StepRule;
};

/** A last day that hangs on a milestone. */
export type Deadline = { rule: DeadlineRule; after: number; law: LawLimit | null };

/**
 * The steps of a procedure in the circumstances given, each with the periods of law that hold.
 *
 * @throws RangeError where the rules name a milestone or a period that they don't have
 * @example chooseSteps(rules, procedure, new Set()).steps[0]?.milestone.id // 'start'
 */
export function chooseSteps(
  rules: TimetableRules,
  procedure: ProcedureCourse,
  given: ReadonlySet<Circumstance>,
): { steps: Step[]; deadlines: Deadline[] } {
  const chosen = procedure.steps.filter((step) => holds(step, given));
  const placeOf = (id: string): number => chosen.findIndex(({ milestone }) => milestone === id);
  const steps = chosen.map((rule, place): Step => {
    const limits = rule.limits.flatMap(({ law, since }) => {
      const from = since === null ? place - 1 : placeOf(since);
      const limit = lawLimit(rules, law, given);
      return limit === null || from < 0 ? [] : [{ since: from, law: limit }];
    });
    const last = rule.until === null ? null : lawLimit(rules, rule.until.law, given);
    const from = rule.until === null ? -1 : placeOf(rule.until.since);
    return {
      milestone: named(rules.milestones, rule.milestone, 'milestone'),
      shortest: { days: rule.shortest, counting: 'working' },
      realistic: { days: rule.realistic, counting: 'working' },
      basis: rule.realistic === 0 ? { kind: 'none' } : { kind: 'judgement' },
      limits,
      until: last === null || from < 0 ? null : { since: from, law: last },
      rule,
    };
  });
  const deadlines = rules.deadlines
    .filter((rule) => holds(rule, given) && placeOf(rule.after) >= 0)
    .map((rule) => ({
      rule,
      after: placeOf(rule.after),
      law: rule.law === null ? null : lawLimit(rules, rule.law, given),
    }));
  return { steps, deadlines };
}

/**
 * The shortest period of law that applies in the circumstances given; null where law sets none.
 *
 * @throws RangeError where the rules have no such period
 * @example lawLimit(rules, 'tendering', new Set(['urgent']))?.period.days // 10
 */
export function lawLimit(
  rules: TimetableRules,
  id: string,
  given: ReadonlySet<Circumstance>,
): LawLimit | null {
  const { name, counting, source, rows }: LawPeriod = named(rules.periods, id, 'period');
  const [least] = rows.filter((row) => holds(row, given)).toSorted((one, other) => one.days - other.days);
  if (least === undefined) return null;
  return { name, period: { days: least.days, counting }, because: least.because, source };
}

function named<Entry extends { id: string }>(entries: readonly Entry[], id: string, what: string): Entry {
  const found = entries.find((entry) => entry.id === id);
  if (found === undefined)
    throw new RangeError(`The timetables name a ${what} "${id}" that they don't have.`);
  return found;
}
