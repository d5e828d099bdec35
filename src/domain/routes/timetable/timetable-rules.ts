import type { Route } from '../../contracts/contract-facts.ts';
import type { Procedure } from '../procedure.ts';

/** What a buyer says of its procurement that changes the periods. */
export const chosenCircumstances = [
  'qualifying-notice',
  'urgent',
  'light-touch',
  'not-electronic',
  'documents-later',
  'older-framework',
  'standstill',
] as const;
export type ChosenCircumstance = (typeof chosenCircumstances)[number];

/**
 * Everything that periods and milestones may depend on. preselected: only suppliers chosen beforehand may tender to a buyer that
 * is no central government authority · dynamic-market, below-threshold: the procedure · devolved-buyer: a Welsh or Northern Irish
 * authority.
 */
export const circumstances = [
  ...chosenCircumstances,
  'preselected',
  'dynamic-market',
  'below-threshold',
  'devolved-buyer',
] as const;
export type Circumstance = (typeof circumstances)[number];

/** Holds where all of `when` and none of `unless` are so. */
export type Condition = { when: readonly Circumstance[]; unless: readonly Circumstance[] };

/**
 * How a period of law is counted. calendar-after: N days, the first being the day after · working-from: N days that are worked in
 * every part of the United Kingdom, the first being the day itself · calendar-within: before the end of N days, the first being
 * the day itself · months-within: within N months.
 */
export const lawCountings = ['calendar-after', 'working-from', 'calendar-within', 'months-within'] as const;
export type LawCounting = (typeof lawCountings)[number];

/** A period that law sets, by the circumstances; of the rows that apply, the shortest holds. */
export type LawPeriod = {
  id: string;
  name: string;
  counting: LawCounting;
  source: string;
  rows: readonly (Condition & { days: number; because: string })[];
};

/** Parts of a timetable. */
export const phases = ['prepare', 'approve', 'tender', 'assess', 'award', 'mobilise'] as const;
export type Phase = (typeof phases)[number];

/** What is reached on a day. */
export type MilestoneKind = {
  id: string;
  name: string;
  /** Code of the notice that is published, UK1 … UK17. */
  notice: string | null;
  phase: Phase;
  text: string;
};

/** Which period of the buyer's own takes the place of a realistic one. */
export const buyerSettings = ['preparation', 'approval', 'mobilisation'] as const;
export type BuyerSetting = (typeof buyerSettings)[number];

/** What the register measures of a step: the tendering period, or what the whole leaves for it. */
export const measuredParts = ['window', 'remainder'] as const;
export type MeasuredPart = (typeof measuredParts)[number];

/** A milestone of a procedure, with the working days since the one before it. */
export type StepRule = Condition & {
  milestone: string;
  /** Least that can be done, and an ordinary course: working days, authored judgement. */
  shortest: number;
  realistic: number;
  /** Minimum periods of law, each since a milestone or, with null, since the one before. */
  limits: readonly { law: string; since: string | null }[];
  /** A period within which it has to come. */
  until: { law: string; since: string } | null;
  setting: BuyerSetting | null;
  measured: MeasuredPart | null;
};

/** A last day that hangs on a milestone; without a period of law it is "as soon as possible". */
export type DeadlineRule = Condition & {
  id: string;
  name: string;
  notice: string | null;
  after: string;
  law: string | null;
  text: string;
};

/** The course of one procedure. */
export type ProcedureCourse = {
  id: Procedure;
  /** Route of the register whose lead times stand for it. */
  route: Route;
  source: string;
  steps: readonly StepRule[];
};

/** What `reference/timetables.yaml` holds. */
export type TimetableRules = {
  reviewed: string;
  periods: readonly LawPeriod[];
  milestones: readonly MilestoneKind[];
  deadlines: readonly DeadlineRule[];
  procedures: readonly ProcedureCourse[];
};

/**
 * Whether a condition holds.
 *
 * @example holds({ when: ['urgent'], unless: [] }, new Set(['urgent'])) // true
 */
export function holds({ when, unless }: Condition, given: ReadonlySet<Circumstance>): boolean {
  return when.every((one) => given.has(one)) && !unless.some((one) => given.has(one));
}
