import type { Procedure } from '../procedure.ts';
import { planForwards, type Pace } from './plan-days.ts';
import { courseOf, regimeOfAsk, type TimetableAsk, type TimetableReference } from './timetable.ts';
import type { ChosenCircumstance } from './timetable-rules.ts';
import { daysBetween } from './working-days.ts';

/** Something that brings the service earlier. */
export type Remedy =
  | { kind: 'shortest' }
  | { kind: 'circumstance'; circumstance: ChosenCircumstance }
  | { kind: 'procedure'; procedure: Procedure };

/** When the service could start with it, and whether that is in time; days are calendar days against the plan as it is. */
export type Help = { remedy: Remedy; goLiveOn: string; earlierDays: number; isInTime: boolean };

/** How late a procurement is for the day on which the service has to start. */
export type Lateness = {
  /** The day from which it is counted: the first day given, else today. */
  from: string;
  /** When the service could really start, begun on that day. */
  goLiveOn: string;
  lateDays: number;
  helps: Help[];
};

/**
 * Procedures that may stand in for another. A direct award needs a ground that the Act names, and the value decides what is below
 * the threshold: neither is ever proposed to save time.
 */
const standIns: readonly Procedure[] = ['framework-direct', 'framework-competed', 'dynamic-market', 'open'];
const shortening: readonly ChosenCircumstance[] = ['qualifying-notice', 'urgent'];

/**
 * Whether the service can't start on the day wanted, by how many days, and what would bring it earlier; null where it can, or
 * where no day is wanted. Fixed days are kept.
 *
 * @param today from which it is counted where no first day is given
 * @example latenessOf({ ...ask, goLive: '2027-01-04' }, reference, '2026-11-24')?.lateDays // 164
 */
export function latenessOf(ask: TimetableAsk, reference: TimetableReference, today: string): Lateness | null {
  const { goLive } = ask;
  if (goLive === null) return null;
  const from = ask.start ?? today;
  const endOf = (tried: TimetableAsk, pace: Pace): string => {
    const { steps, calendar } = courseOf(tried, reference);
    return planForwards(steps, { calendar, pace, fixed: ask.fixed }, from).days.at(-1) ?? from;
  };
  const goLiveOn = endOf(ask, 'realistic');
  if (goLiveOn <= goLive) return null;
  const helps = remediesFor(ask, reference)
    .map(({ remedy, tried }): Help => {
      const end = endOf(tried, remedy.kind === 'shortest' ? 'shortest' : 'realistic');
      return { remedy, goLiveOn: end, earlierDays: daysBetween(end, goLiveOn), isInTime: end <= goLive };
    })
    .filter(({ earlierDays }) => earlierDays > 0)
    .toSorted((one, other) => other.earlierDays - one.earlierDays);
  return { from, goLiveOn, lateDays: daysBetween(goLive, goLiveOn), helps };
}

function remediesFor(
  ask: TimetableAsk,
  { regimes }: TimetableReference,
): { remedy: Remedy; tried: TimetableAsk }[] {
  const isCompetition = ask.procedure === 'open' || ask.procedure === 'competitive-flexible';
  const circumstances = shortening.filter((one) => isCompetition && !ask.circumstances.includes(one));
  const procedures = standIns.filter(
    (procedure) =>
      procedure !== ask.procedure &&
      ask.procedure !== 'below-threshold' &&
      regimeOfAsk({ ...ask, procedure }, regimes).gap === null,
  );
  return [
    { remedy: { kind: 'shortest' }, tried: ask },
    ...circumstances.map((circumstance) => ({
      remedy: { kind: 'circumstance' as const, circumstance },
      tried: { ...ask, circumstances: [...ask.circumstances, circumstance] },
    })),
    ...procedures.map((procedure) => ({
      remedy: { kind: 'procedure' as const, procedure },
      tried: { ...ask, procedure },
    })),
  ];
}
