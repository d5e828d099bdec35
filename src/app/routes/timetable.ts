import { latenessOf } from '../../domain/routes/timetable/what-would-help.ts';
import {
  courseOf,
  makeTimetable,
  regimeOfAsk,
  type TimetableAsk,
  type TimetableDeadline,
  type TimetableRow,
} from '../../domain/routes/timetable/timetable.ts';
import type { LawLimit } from '../../domain/routes/timetable/choose-steps.ts';
import { londonDayOf } from '../../lib/days.ts';
import type { Context } from '../context.ts';
import { operation } from '../operation.ts';
import { lawText, rowPeriodText, seenText, unseenText } from './period-sentences.ts';
import { readProcurementTimes } from './seen-times.ts';
import { readTimetableAsk, timetableInput, type TimetableInput } from './timetable-input.ts';
import { timetableReference } from './timetable-reference.ts';
import { gapText, helpText, latenessText, remarksOn, summaryText } from './timetable-sentences.ts';
import { timetableCalendar, timetableCsv } from './timetable-files.ts';
import { timetableText } from './timetable-text.ts';
import { timetableView, type MilestoneView, type TimetableView } from './timetable-view.ts';

/** The milestones of a procurement with their days: forwards from a start, or backwards from the start of the service. */
export const planTimetable = operation({
  id: 'routes.timetable',
  summary:
    'Plan the milestones and notices of a procurement, forwards from its start or backwards from the day the service has to start.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: timetableInput,
  output: timetableView,
  present: (answer, { as }) => {
    if (as === 'csv') return timetableCsv(answer);
    return as === 'ics' ? timetableCalendar(answer) : timetableText(answer);
  },
  run: answerTimetable,
});

/** The answer to what is asked, for pages and files too. */
export async function answerTimetable(context: Context, input: TimetableInput): Promise<TimetableView> {
  const { procedures, regimes, timetables, bankHolidays } = context.reference.routes;
  const today = londonDayOf(context.clock.now());
  const ask = readTimetableAsk(context, input);
  const found = regimeOfAsk(ask, regimes);
  const rule = procedures.find(({ id }) => id === ask.procedure);
  const course = timetables.procedures.find(({ id }) => id === ask.procedure);
  const { id, name, note, differences } = found.regime;
  return {
    asOf: today,
    asked: {
      procedure: ask.procedure,
      nation: ask.nation,
      bodyType: ask.bodyType,
      segment: input.segment ?? null,
      start: ask.start,
      goLive: ask.goLive,
      circumstances: [...ask.circumstances],
    },
    procedure: { name: rule?.name ?? '', summary: rule?.summary ?? '', source: course?.source ?? '' },
    regime: { id, name, note, differences: [...differences] },
    gap: found.gap === null ? null : { code: found.gap, text: gapText(found.gap, found) },
    timetable:
      found.gap === null ? await planOf(context, ask, { today, segment: input.segment ?? null }) : null,
    reviewed: { periods: timetables.reviewed, holidays: bankHolidays.reviewed },
  };
}

async function planOf(
  context: Context,
  ask: TimetableAsk,
  { today, segment }: { today: string; segment: string | null },
): Promise<NonNullable<TimetableView['timetable']>> {
  const { procedures, regimes } = context.reference.routes;
  const times = await readProcurementTimes(context, today);
  const reference = timetableReference(context, (procedure) => times.of(procedure, segment));
  const found = makeTimetable(ask, reference);
  const late = latenessOf(ask, reference, today);
  const seen = times.of(ask.procedure, segment);
  const { calendar } = courseOf(ask, reference);
  const { isActCallOff } = regimeOfAsk(ask, regimes);
  return {
    direction: found.direction,
    summary: summaryText(found, ask, today),
    milestones: found.rows.map((row, place) => presentRow(row, place, today)),
    deadlines: found.deadlines.map(presentDeadline),
    seen: {
      from: times.from,
      to: times.to,
      ...seen,
      text: times.isSeen(ask.procedure) ? seenText(seen, times) : unseenText,
    },
    lateness:
      late === null
        ? null
        : {
            from: late.from,
            goLiveOn: late.goLiveOn,
            lateDays: late.lateDays,
            text: latenessText(late, ask),
            helps: late.helps.map((help) => ({
              goLiveOn: help.goLiveOn,
              earlierDays: help.earlierDays,
              isInTime: help.isInTime,
              text: helpText(help, procedures),
            })),
          },
    remarks: remarksOn(found, { ask, today, calendar, isActCallOff }),
  };
}

function presentRow(row: TimetableRow, place: number, today: string): MilestoneView {
  const { milestone, period, basis } = row;
  return {
    ...milestone,
    realisticOn: row.realisticOn,
    shortestOn: row.shortestOn,
    days: period.days,
    unit: period.counting === 'working' ? 'working-days' : 'calendar-days',
    basis: basis.kind,
    count: basis.kind === 'register' ? basis.count : null,
    period: place === 0 ? null : rowPeriodText(row),
    law: row.limits.map(presentLaw),
    isFixed: row.isFixed,
    isPast: row.realisticOn < today,
  };
}

function presentDeadline({ law, ...rest }: TimetableDeadline) {
  return { ...rest, law: law === null ? null : presentLaw(law) };
}

function presentLaw(limit: LawLimit): MilestoneView['law'][number] {
  const { name, period, because, source } = limit;
  return {
    name,
    days: period.days,
    counting: period.counting,
    because,
    source,
    text: lawText(limit),
  };
}
