import { allDayCalendar, type DayEvent } from '../../lib/all-day-calendar.ts';
import { csvLine } from '../../lib/csv.ts';
import { AppError } from '../../lib/errors.ts';
import type { TimetableView } from './timetable-view.ts';

/**
 * The milestones and last days of a timetable as CSV, a line each.
 *
 * @throws AppError `bad-request` where the buyer’s law has no timetable
 */
export function timetableCsv(answer: TimetableView): string {
  const { milestones, deadlines } = planOf(answer);
  const head = [
    'kind', 'id', 'milestone', 'notice', 'phase', 'realistic', 'shortest', 'fixed', 'period', 'law', 'what',
  ]; // prettier-ignore
  return [
    csvLine(head),
    ...milestones.map((one) =>
      csvLine([
        'milestone',
        one.id,
        one.name,
        one.notice,
        one.phase,
        one.realisticOn,
        one.shortestOn,
        one.isFixed ? 'yes' : 'no',
        one.period,
        one.law.map(({ text }) => text).join(' '),
        one.text,
      ]),
    ),
    ...deadlines.map((one) =>
      csvLine([
        'last day',
        one.id,
        one.name,
        one.notice,
        'after',
        one.realisticOn,
        one.shortestOn,
        'no',
        null,
        one.law?.text,
        one.text,
      ]),
    ),
  ].join('');
}

/**
 * The same as a calendar (RFC 5545): whole days, on the realistic dates. What has no day is left out.
 *
 * @throws AppError `bad-request` where the buyer’s law has no timetable
 */
export function timetableCalendar(answer: TimetableView): string {
  const { milestones, deadlines } = planOf(answer);
  const { procedure, start, goLive } = answer.asked;
  const idOf = (id: string): string => [procedure, start ?? '', goLive ?? '', id].join('.');
  const events: DayEvent[] = [
    ...milestones.map((one) => ({
      id: idOf(one.id),
      on: one.realisticOn,
      summary: titleOf(one),
      description: [one.text, one.period, ...one.law.map(({ text }) => text)]
        .filter((text) => text !== null)
        .join('\n'),
    })),
    ...deadlines.flatMap((one) =>
      one.realisticOn === null
        ? []
        : [
            {
              id: idOf(one.id),
              on: one.realisticOn,
              summary: `Last day: ${titleOf(one)}`,
              description: [one.text, one.law?.text].filter((text) => text !== undefined).join('\n'),
            },
          ],
    ),
  ];
  const name = `Timetable: ${answer.procedure.name}`;
  // The stamp is the day of the answer, so that the same answer is the same file.
  const text = allDayCalendar(events, { name, product: 'Timetable' }, new Date(`${answer.asOf}T00:00:00Z`));
  return `${text.trimEnd()}\r\n`;
}

function titleOf({ name, notice }: { name: string; notice: string | null }): string {
  return notice === null ? name : `${name} (${notice})`;
}

function planOf({ timetable, gap }: TimetableView): NonNullable<TimetableView['timetable']> {
  if (timetable !== null) return timetable;
  throw new AppError(
    'bad-request',
    gap?.text ?? 'There is no timetable for this buyer. Choose another nation, body or procedure.',
  );
}
