import type { ProcedureRule } from '../../domain/routes/procedure.ts';
import type { TimetableGap, TimetableRegime } from '../../domain/routes/timetable/timetable-regime.ts';
import type { Timetable, TimetableAsk } from '../../domain/routes/timetable/timetable.ts';
import type { ChosenCircumstance } from '../../domain/routes/timetable/timetable-rules.ts';
import type { Help, Lateness } from '../../domain/routes/timetable/what-would-help.ts';
import { daysBetween, type WorkingCalendar } from '../../domain/routes/timetable/working-days.ts';
import { dayInWords } from '../../lib/day-in-words.ts';
import { countText } from '../count-text.ts';
import type { RemarkCode } from './timetable-view.ts';

/** What may change nothing in a procedure, as the subject of a sentence. */
const circumstanceSubjects: Readonly<Record<ChosenCircumstance, string>> = {
  'qualifying-notice': 'A planned procurement notice',
  urgent: 'A state of urgency',
  'light-touch': 'That the contract is light touch',
  'not-electronic': 'Whether tenders are electronic',
  'documents-later': 'Whether every document comes with the notice',
  'older-framework': 'Under which law a framework was set up',
  standstill: 'A voluntary standstill',
};

/** Why there is no timetable. */
export function gapText(gap: TimetableGap, { regime }: TimetableRegime): string {
  return gap === 'below-threshold-not-modelled'
    ? 'Part 6 of the Procurement Act 2023, on contracts below the threshold, is not for Northern Ireland’s own authorities (section 84). The rules of the Executive that they follow instead are not held here, so that there is no timetable.'
    : `The buyer follows ${regime.name}, whose periods are not held here, so that there is no timetable.`;
}

/** The main answer: when the service starts, or when work has to begin. */
export function summaryText({ rows, direction }: Timetable, { goLive }: TimetableAsk, today: string): string {
  const [first, last] = [rows[0], rows.at(-1)];
  const signed = rows.find(({ milestone }) => milestone.id === 'contract-signed');
  const [from, to] = [dayInWords(first?.realisticOn ?? ''), dayInWords(last?.realisticOn ?? '')];
  if (direction === 'backwards') {
    const shortest = first?.shortestOn ?? '';
    const latest =
      shortest < today
        ? 'even with every step as short as it can be done it had to begin by'
        : 'with every step as short as it can be done it can wait until';
    const begins = (first?.realisticOn ?? '') < today ? 'work had to begin on' : 'work begins on';
    return `For the service to start on ${to}, ${begins} ${from}; ${latest} ${dayInWords(shortest)}.`;
  }
  const spare = goLive === null ? 0 : daysBetween(last?.realisticOn ?? goLive, goLive);
  const rest = spare > 0 ? `, ${countText(spare, 'day')} before it has to` : '';
  return `Begun on ${from}, the contract is signed on ${dayInWords(signed?.realisticOn ?? '')} and the service starts on ${to}${rest}. With every step as short as it can be done it starts on ${dayInWords(last?.shortestOn ?? '')}.`;
}

/** How late it is. */
export function latenessText(
  { from, goLiveOn, lateDays }: Lateness,
  { start, goLive }: TimetableAsk,
): string {
  const begun = start === null ? 'Begun today' : `Begun on ${dayInWords(from)}`;
  return `Too late for ${dayInWords(goLive ?? '')}. ${begun} and done at a realistic pace, the service starts on ${dayInWords(goLiveOn)}: ${countText(lateDays, 'day')} after it has to.`;
}

/** Something that would help, and whether it is enough. */
export function helpText(
  { remedy, goLiveOn, earlierDays, isInTime }: Help,
  procedures: readonly ProcedureRule[],
): string {
  const end = `the service starts on ${dayInWords(goLiveOn)}, ${countText(earlierDays, 'day')} earlier: ${isInTime ? 'in time' : 'still too late'}.`;
  if (remedy.kind === 'shortest') return `With every step as short as it can be done, ${end}`;
  if (remedy.kind === 'circumstance')
    return remedy.circumstance === 'urgent'
      ? `In a state of urgency that makes the ordinary period impractical, ${end}`
      : `With a planned procurement notice 40 days or more before the tender notice, ${end}`;
  const name = procedures.find(({ id }) => id === remedy.procedure)?.name ?? remedy.procedure;
  const conditions: Partial<Record<typeof remedy.procedure, string>> = {
    'framework-direct': 'if a framework covers the need and allows it',
    'framework-competed': 'if a framework covers the need',
    'dynamic-market': 'if a dynamic market covers the need',
    open: 'if one stage is enough',
  };
  return `${name}, ${conditions[remedy.procedure] ?? 'if its conditions hold'}: ${end}`;
}

type Remark = { code: RemarkCode; text: string };

/** What has to be known about a plan, the weightiest first. */
export function remarksOn(
  found: Timetable,
  {
    ask,
    today,
    calendar,
    isActCallOff,
  }: {
    ask: TimetableAsk;
    today: string;
    calendar: WorkingCalendar;
    isActCallOff: boolean;
  },
): Remark[] {
  const remarks: (Remark | null)[] = [
    isActCallOff
      ? {
          code: 'act-call-off',
          text: 'A Scottish body that calls off a framework let under the Procurement Act 2023 follows the Act for that call-off, since 20 December 2025.',
        }
      : null,
    ask.start !== null && ask.start < today
      ? {
          code: 'first-day-past',
          text: `The first day, ${dayInWords(ask.start)}, has passed: today is ${dayInWords(today)}.`,
        }
      : null,
    movedRemark('start-moved', ask.start, found.rows[0]?.realisticOn, calendar),
    ask.start === null
      ? movedRemark('go-live-moved', ask.goLive, found.rows.at(-1)?.realisticOn, calendar)
      : null,
    ...found.conflicts.map(({ milestone, fixed, needed }): Remark => {
      const name = found.rows.find((row) => row.milestone.id === milestone)?.milestone.name ?? milestone;
      return {
        code: 'conflict',
        text:
          found.direction === 'forwards'
            ? `“${name}” is fixed on ${dayInWords(fixed)}, but can’t be reached before ${dayInWords(needed)}. The plan goes on with that day.`
            : `“${name}” is fixed on ${dayInWords(fixed)}, but has to be reached by ${dayInWords(needed)}. The plan goes on with that day.`,
      };
    }),
    found.noticeLastsTo === null
      ? null
      : {
          code: 'notice-too-old',
          text: `The planned procurement notice shortens the tendering period only up to ${dayInWords(found.noticeLastsTo)}, 12 months after it; here the tender notice comes later. Publish it later, or again.`,
        },
    ask.circumstances.includes('urgent') && !found.withoutEffect.includes('urgent')
      ? {
          code: 'urgency',
          text: 'The shorter periods need a state of urgency that makes the ordinary ones impractical. Record why it is one.',
        }
      : null,
    ...found.withoutEffect.map((one): Remark => ({
      code: 'without-effect',
      text: `${circumstanceSubjects[one]} changes nothing in this procedure.`,
    })),
    found.holidaysUnknownOn === null
      ? null
      : { code: 'holidays-unknown', text: unknownHolidaysText(found.holidaysUnknownOn, calendar) },
  ];
  return remarks.filter((remark) => remark !== null);
}

function movedRemark(
  code: 'start-moved' | 'go-live-moved',
  asked: string | null,
  planned: string | undefined,
  calendar: WorkingCalendar,
): Remark | null {
  const dayOff = asked === null ? null : calendar.dayOffName(asked);
  if (asked === null || planned === undefined || dayOff === null) return null;
  const day = `${dayInWords(asked)} is no working day (${dayOff})`;
  return code === 'start-moved'
    ? { code, text: `${day}: work begins on ${dayInWords(planned)}.` }
    : { code, text: `${day}: the plan ends on the working day before it, ${dayInWords(planned)}.` };
}

function unknownHolidaysText(day: string, { coveredFrom, coveredTo }: WorkingCalendar): string {
  return day > coveredTo
    ? `Bank holidays are known up to ${dayInWords(coveredTo)}. After that only weekends are kept free here, so that later days can be wrong.`
    : `Bank holidays are known from ${dayInWords(coveredFrom)} on. Before that only weekends are kept free here, so that earlier days can be wrong.`;
}
