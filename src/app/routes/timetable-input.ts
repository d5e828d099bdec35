import { z } from 'zod';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { procedureIds } from '../../domain/routes/procedure.ts';
import { nations } from '../../domain/routes/regime.ts';
import { chosenCircumstances } from '../../domain/routes/timetable/timetable-rules.ts';
import { courseOf, type Course, type TimetableAsk } from '../../domain/routes/timetable/timetable.ts';
import { addMonths } from '../../lib/add-months.ts';
import { dayInWords } from '../../lib/day-in-words.ts';
import { londonDayOf } from '../../lib/days.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { bodyTypes } from './regime-entries.ts';
import { timetableReference } from './timetable-reference.ts';

const day = z.iso.date('A day is written 2027-03-01.');
const weeks = z.coerce
  .number('A number of weeks.')
  .int('A whole number of weeks.')
  .min(0, 'A number of weeks from 0 on.')
  .max(104, 'At most 104 weeks.')
  .optional();

/** What a timetable can be asked for. */
export const timetableInput = z.strictObject({
  procedure: z.enum(procedureIds).describe('Procedure, or way to call off a framework.'),
  nation: z
    .enum(nations)
    .default('england')
    .describe('Where the buyer is: its bank holidays, and its law where the kind of body doesn’t decide it.'),
  bodyType: z.enum(bodyTypes).optional().describe('Kind of body that buys.'),
  start: day
    .optional()
    .describe(
      'Day on which work begins: milestones are planned forwards from it. Needed unless goLive is given.',
    ),
  goLive: day
    .optional()
    .describe(
      'Day on which the service has to start: without a start, milestones are planned backwards from it.',
    ),
  segment: z
    .enum(digitalSegmentIds)
    .optional()
    .describe('Market segment, for the times that the register saw; all digital ones unless named.'),
  with: z
    .array(z.enum(chosenCircumstances))
    .default([])
    .describe(
      'What changes the periods: qualifying-notice (a planned procurement notice 40 days to 12 months before), urgent (a state of urgency), light-touch, not-electronic, documents-later (not every document comes with the notice), older-framework (let under the Public Contracts Regulations 2015), standstill (a voluntary one).',
    ),
  fix: z
    .array(z.string().max(60))
    .default([])
    .describe('A milestone that stands on a day, as award-approval=2027-03-01; ids are in the answer.'),
  preparationWeeks: weeks.describe('Weeks that your documents take, in place of the realistic period.'),
  approvalWeeks: weeks.describe('Weeks that each approval takes: to go to market, and to award.'),
  mobilisationWeeks: weeks.describe('Weeks from signature to the start of the service.'),
  as: z
    .enum(['text', 'csv', 'ics'])
    .default('text')
    .describe('What the command prints; the API answers JSON, and the page offers both files.'),
});
export type TimetableInput = z.output<typeof timetableInput>;

/** Years ahead, and years back, that a timetable is planned for at most. */
const mostYears = { ahead: 20, back: 5 };

/**
 * What is asked, read: days that make sense together, fixed days on milestones that the procedure has.
 *
 * @throws AppError `bad-request` naming the fields at fault
 */
export function readTimetableAsk(context: Context, input: TimetableInput): TimetableAsk {
  const { start, goLive } = input;
  if (start === undefined && goLive === undefined)
    throw refusal(
      'A timetable needs a day: the one on which work begins (start), or the one on which the service has to start (go-live).',
      { start: 'Give this day, or the one below.', goLive: 'Give this day, or the one above.' },
    );
  if (start !== undefined && goLive !== undefined && start > goLive)
    throw refusal(
      `Work would begin on ${dayInWords(start)}, after the service has to start on ${dayInWords(goLive)}. Turn them round.`,
      { start: `Must not be after ${dayInWords(goLive)}.` },
    );
  const today = londonDayOf(context.clock.now());
  refuseFarDay('start', start, today);
  refuseFarDay('goLive', goLive, today);
  const ask: TimetableAsk = {
    procedure: input.procedure,
    nation: input.nation,
    bodyType: input.bodyType ?? null,
    circumstances: input.with,
    start: start ?? null,
    goLive: goLive ?? null,
    fixed: new Map(),
    weeks: {
      ...(input.preparationWeeks !== undefined && { preparation: input.preparationWeeks }),
      ...(input.approvalWeeks !== undefined && { approval: input.approvalWeeks }),
      ...(input.mobilisationWeeks !== undefined && { mobilisation: input.mobilisationWeeks }),
    },
  };
  const course = courseOf(
    ask,
    timetableReference(context, () => ({ window: null, whole: null })),
  );
  return { ...ask, fixed: readFixed(course, input.fix, today) };
}

function refuseFarDay(field: 'start' | 'goLive' | 'fix', given: string | undefined, today: string): void {
  if (given === undefined) return;
  const [first, last] = [addMonths(today, -12 * mostYears.back), addMonths(today, 12 * mostYears.ahead)];
  if (given >= first && given <= last) return;
  throw refusal(
    `${given} is too far away for a timetable: days from ${dayInWords(first)} to ${dayInWords(last)} can be planned.`,
    { [field]: `A day from ${dayInWords(first)} to ${dayInWords(last)}.` },
  );
}

function readFixed(
  { steps, calendar }: Course,
  given: readonly string[],
  today: string,
): Map<string, string> {
  // The ends are given by start and go-live.
  const known = steps.slice(1, -1).map(({ milestone }) => milestone.id);
  const fixed = new Map<string, string>();
  for (const text of given) {
    const [, milestone = '', on = ''] = /^([a-z-]+)=(.+)$/u.exec(text) ?? [];
    if (!known.includes(milestone))
      throw refusal(
        `"${text}" fixes no milestone of this procedure. Write one of them and its day, as ${known.at(-1) ?? 'contract-signed'}=2027-03-01; there are: ${known.join(', ')}.`,
        { fix: 'A milestone of the procedure and a day.' },
      );
    if (!z.iso.date().safeParse(on).success)
      throw refusal(`"${on}" is not a day. A day is written 2027-03-01.`, {
        fix: 'A day such as 2027-03-01.',
      });
    refuseFarDay('fix', on, today);
    if (fixed.has(milestone))
      throw refusal(`"${milestone}" is fixed twice. Fix it once.`, { fix: 'Each milestone once.' });
    const dayOff = calendar.dayOffName(on);
    if (dayOff !== null)
      throw refusal(
        `${dayInWords(on)} is no working day (${dayOff}). Fix "${milestone}" on a day that is worked.`,
        { fix: 'A working day.' },
      );
    fixed.set(milestone, on);
  }
  return fixed;
}

function refusal(sentence: string, fields: Record<string, string>): AppError {
  return new AppError('bad-request', sentence, { fields });
}
