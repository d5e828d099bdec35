import { latestStart, periodEnd, type Period } from './period-end.ts';
import type { Step } from './choose-steps.ts';
import { onOrAfter, onOrBefore, type WorkingCalendar } from './working-days.ts';

/** Whether every period is the shortest that can be done, or a realistic one. */
export const paces = ['shortest', 'realistic'] as const;
export type Pace = (typeof paces)[number];

/** Milestones that stand on a day of their own, whatever the periods say: id → day that is worked. */
export type FixedDays = ReadonlyMap<string, string>;

/** A fixed day that can't be kept: the milestone can't come before, or has to come before, another day. */
export type FixedConflict = { milestone: string; fixed: string; needed: string };

/** A day for each step, in order. */
export type PlannedDays = { days: string[]; conflicts: FixedConflict[] };

type Link = { since: number; period: Period };

/** The periods that have to have passed before a step: since the one before, and what law sets. */
function linksTo(steps: readonly Step[], place: number, pace: Pace): Link[] {
  const step = steps[place];
  if (step === undefined || place === 0) return [];
  const own: Link[] = [{ since: place - 1, period: step.shortest }];
  if (pace === 'realistic') own.push({ since: place - 1, period: step.realistic });
  return [...own, ...step.limits.map(({ since, law }) => ({ since, period: law.period }))];
}

/**
 * Plans forwards: every milestone on the first working day on which it can stand. A milestone with a fixed day waits for it;
 * where it can't be reached by then, that is a conflict and the plan goes on with the day that can be reached.
 *
 * @param from the first day, worked or not; a day off gives way to the next working day
 * @example planForwards(steps, { calendar, pace: 'realistic', fixed: new Map() }, '2027-01-04').days.at(-1)
 */
export function planForwards(
  steps: readonly Step[],
  { calendar, pace, fixed }: { calendar: WorkingCalendar; pace: Pace; fixed: FixedDays },
  from: string,
): PlannedDays {
  const days: string[] = [];
  const conflicts: FixedConflict[] = [];
  for (const [place, { milestone }] of steps.entries()) {
    let day = place === 0 ? onOrAfter(calendar, from) : '';
    for (const { since, period } of linksTo(steps, place, pace)) {
      const end = periodEnd(calendar, days[since] ?? from, period);
      if (end > day) day = end;
    }
    const wanted = fixed.get(milestone.id);
    if (wanted !== undefined && wanted < day)
      conflicts.push({ milestone: milestone.id, fixed: wanted, needed: day });
    days.push(wanted !== undefined && wanted > day ? wanted : day);
  }
  return { days, conflicts };
}

/**
 * Plans backwards: every milestone on the last working day from which the end is still reached. A milestone with a fixed day
 * stands on it; where it would have to stand earlier, that is a conflict and the plan goes on with the earlier day.
 *
 * Backwards is the other side of forwards. Forwards from the first day that it gives, no milestone comes later than it says and
 * the end is reached in time; forwards from any later working day the end, or a fixed day, is missed. Forwards, then backwards
 * from the day that was reached, gives a first day that is the same or later. It is later where a day off or a fixed day left
 * time to spare: two first days can then reach the same end, and backwards gives the later one.
 *
 * @param by the last day, worked or not; a day off gives way to the working day before it
 * @example planBackwards(steps, { calendar, pace: 'realistic', fixed: new Map() }, '2027-10-01').days[0]
 */
export function planBackwards(
  steps: readonly Step[],
  { calendar, pace, fixed }: { calendar: WorkingCalendar; pace: Pace; fixed: FixedDays },
  by: string,
): PlannedDays {
  const end = onOrBefore(calendar, by);
  const days = steps.map(() => end);
  const conflicts: FixedConflict[] = [];
  for (let place = steps.length - 1; place >= 0; place -= 1) {
    const id = steps[place]?.milestone.id ?? '';
    const day = days[place] ?? end;
    const wanted = fixed.get(id);
    if (wanted !== undefined && wanted > day) conflicts.push({ milestone: id, fixed: wanted, needed: day });
    const kept = wanted !== undefined && wanted < day ? wanted : day;
    days[place] = kept;
    for (const { since, period } of linksTo(steps, place, pace)) {
      const latest = latestStart(calendar, kept, period);
      if (latest < (days[since] ?? end)) days[since] = latest;
    }
  }
  return { days, conflicts: conflicts.toReversed() };
}
