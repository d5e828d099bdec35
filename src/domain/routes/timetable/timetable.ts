import type { Procedure } from '../procedure.ts';
import { bodyThresholdOf, type BodyType, type Nation, type Regimes } from '../regime.ts';
import { chooseSteps, type Deadline, type LawLimit, type PeriodBasis, type Step } from './choose-steps.ts';
import { useMeasured, type MeasuredTimes } from './measured-periods.ts';
import { periodLast, type Period } from './period-end.ts';
import { planBackwards, planForwards, type FixedConflict, type FixedDays, type Pace } from './plan-days.ts';
import { setWeeks, type SettingWeeks } from './setting-weeks.ts';
import { divisionOf, timetableRegime, type TimetableRegime } from './timetable-regime.ts';
import {
  chosenCircumstances,
  type ChosenCircumstance,
  type Circumstance,
  type MilestoneKind,
  type TimetableRules,
} from './timetable-rules.ts';
import { onOrBefore, workingCalendar, type BankHolidays, type WorkingCalendar } from './working-days.ts';

/** What a timetable is made for. */
export type TimetableAsk = {
  procedure: Procedure;
  nation: Nation;
  /** Null where it isn't said. */
  bodyType: BodyType | null;
  circumstances: readonly ChosenCircumstance[];
  /** The first day, the day on which the service has to start, or both: then it is planned from the first day. */
  start: string | null;
  goLive: string | null;
  fixed: FixedDays;
  /** The buyer's own weeks for a phase, in the place of the realistic ones. */
  weeks: SettingWeeks;
};

/** What a timetable goes by. */
export type TimetableReference = {
  rules: TimetableRules;
  holidays: BankHolidays;
  regimes: Regimes;
  /** What the register saw of each procedure. */
  measured: (procedure: Procedure) => MeasuredTimes;
};

/** A milestone with its day at either pace. */
export type TimetableRow = {
  milestone: MilestoneKind;
  realisticOn: string;
  shortestOn: string;
  /** Realistic time since the milestone before, and on what it rests. */
  period: Period;
  shortest: Period;
  basis: PeriodBasis;
  limits: LawLimit[];
  isFixed: boolean;
};

/** A last day after a milestone; null where law says "as soon as possible". */
export type TimetableDeadline = {
  id: string;
  name: string;
  notice: string | null;
  text: string;
  law: LawLimit | null;
  realisticOn: string | null;
  shortestOn: string | null;
};

/** Days of a procurement, in order. */
export type Timetable = {
  direction: 'forwards' | 'backwards';
  rows: TimetableRow[];
  deadlines: TimetableDeadline[];
  /** Fixed days that can't be kept at the realistic pace. */
  conflicts: FixedConflict[];
  /** Circumstances that change nothing for this procedure. */
  withoutEffect: ChosenCircumstance[];
  /** Where a tender notice would come too late for the planned procurement notice: the last day on which it counts. */
  noticeLastsTo: string | null;
  /** First day of the plan that the table of bank holidays doesn't cover; null where it covers all. */
  holidaysUnknownOn: string | null;
};

/** Steps of a procedure for a buyer, with the calendar that they are planned on. */
export type Course = { steps: Step[]; deadlines: Deadline[]; calendar: WorkingCalendar };

/**
 * The steps of what is asked, with periods of law, of the register and of the buyer.
 *
 * @throws RangeError where the rules lack the procedure, or name what they don't have
 * @example courseOf(ask, reference).steps.length // 13
 */
export function courseOf(
  ask: TimetableAsk,
  { rules, holidays, regimes, measured }: TimetableReference,
): Course {
  const procedure = rules.procedures.find(({ id }) => id === ask.procedure);
  if (procedure === undefined) throw new RangeError(`There is no timetable for "${ask.procedure}".`);
  const { steps, deadlines } = chooseSteps(rules, procedure, circumstancesOf(ask, regimes));
  const ordinary = chooseSteps(rules, procedure, circumstancesOf({ ...ask, circumstances: [] }, regimes));
  return {
    steps: setWeeks(useMeasured(steps, ordinary.steps, measured(ask.procedure)), ask.weeks),
    deadlines,
    calendar: workingCalendar(holidays, divisionOf(ask.nation)),
  };
}

/**
 * The law of what is asked.
 *
 * @example regimeOfAsk({ ...ask, nation: 'england' }, regimes).gap // null
 */
export function regimeOfAsk(ask: TimetableAsk, regimes: Regimes): TimetableRegime {
  const isOlderFramework = ask.circumstances.includes('older-framework');
  return timetableRegime(ask, { procedure: ask.procedure, isOlderFramework }, regimes);
}

/**
 * The timetable of a procurement: forwards from its first day where one is given, else backwards from the day on which the
 * service has to start.
 *
 * @throws RangeError where neither day is given
 * @example makeTimetable({ ...ask, start: '2027-01-04' }, reference).rows.at(-1)?.realisticOn
 */
export function makeTimetable(ask: TimetableAsk, reference: TimetableReference): Timetable {
  const course = courseOf(ask, reference);
  const plan = (pace: Pace) => planCourse(course, ask, pace);
  const [realistic, shortest] = [plan('realistic'), plan('shortest')];
  const rows = course.steps.map((step, place): TimetableRow => ({
    milestone: step.milestone,
    realisticOn: realistic.days[place] ?? '',
    shortestOn: shortest.days[place] ?? '',
    period: step.realistic,
    shortest: step.shortest,
    basis: step.basis,
    limits: step.limits.map(({ law }) => law),
    isFixed: ask.fixed.get(step.milestone.id) === realistic.days[place],
  }));
  const lastDay = (deadline: Deadline, days: readonly string[]): string | null =>
    deadline.law === null
      ? null
      : onOrBefore(course.calendar, periodLast(days[deadline.after] ?? '', deadline.law.period));
  const deadlines = course.deadlines.map((deadline) => ({
    id: deadline.rule.id,
    name: deadline.rule.name,
    notice: deadline.rule.notice,
    text: deadline.rule.text,
    law: deadline.law,
    realisticOn: lastDay(deadline, realistic.days),
    shortestOn: lastDay(deadline, shortest.days),
  }));
  return {
    direction: ask.start === null ? 'backwards' : 'forwards',
    rows,
    deadlines,
    conflicts: realistic.conflicts,
    withoutEffect: withoutEffect(ask, reference),
    noticeLastsTo: expiredNotice(course.steps, realistic.days),
    holidaysUnknownOn: firstUncovered(
      [...rows, ...deadlines].flatMap(({ realisticOn, shortestOn }) => [realisticOn, shortestOn]),
      course.calendar,
    ),
  };
}

function planCourse(
  { steps, calendar }: Course,
  { start, goLive, fixed }: TimetableAsk,
  pace: Pace,
): { days: string[]; conflicts: FixedConflict[] } {
  if (start !== null) return planForwards(steps, { calendar, pace, fixed }, start);
  if (goLive === null) throw new RangeError('A timetable needs a first day, or the day on which it ends.');
  return planBackwards(steps, { calendar, pace, fixed }, goLive);
}

function circumstancesOf(ask: TimetableAsk, regimes: Regimes): ReadonlySet<Circumstance> {
  const { procedure, nation, bodyType } = ask;
  const found = new Set<Circumstance>(ask.circumstances);
  if (procedure === 'dynamic-market' || procedure === 'below-threshold') found.add(procedure);
  // Where it isn't known that the buyer is no central government authority, the longer period is planned.
  const isSubCentral =
    bodyType !== null && bodyThresholdOf({ bodyType, nation }, regimes).procedures !== 'central';
  if (procedure === 'competitive-flexible' && isSubCentral) found.add('preselected');
  const { id } = regimeOfAsk(ask, regimes).regime;
  if (id === 'procurement-act-wales' || id === 'procurement-act-northern-ireland')
    found.add('devolved-buyer');
  return found;
}

/** A circumstance has an effect where leaving it out changes the steps, their periods or the last days. */
function withoutEffect(ask: TimetableAsk, { rules, regimes }: TimetableReference): ChosenCircumstance[] {
  const procedure = rules.procedures.find(({ id }) => id === ask.procedure);
  if (procedure === undefined) return [];
  const shape = (given: readonly ChosenCircumstance[]): string => {
    const chosen = chooseSteps(rules, procedure, circumstancesOf({ ...ask, circumstances: given }, regimes));
    return JSON.stringify([
      chosen.steps.map(({ milestone, realistic, limits }) => [milestone.id, realistic, limits]),
      chosen.deadlines.map(({ rule, law }) => [rule.id, law]),
    ]);
  };
  const all = shape(ask.circumstances);
  return chosenCircumstances.filter(
    (one) =>
      ask.circumstances.includes(one) && shape(ask.circumstances.filter((other) => other !== one)) === all,
  );
}

function expiredNotice(steps: readonly Step[], days: readonly string[]): string | null {
  for (const [place, { until }] of steps.entries()) {
    if (until === null) continue;
    const last = periodLast(days[until.since] ?? '', until.law.period);
    if ((days[place] ?? '') > last) return last;
  }
  return null;
}

function firstUncovered(days: readonly (string | null)[], calendar: WorkingCalendar): string | null {
  const outside = days.filter(
    (day): day is string => day !== null && (day < calendar.coveredFrom || day > calendar.coveredTo),
  );
  return outside.toSorted()[0] ?? null;
}
