import { dayInWords } from '../../lib/day-in-words.ts';
import { textSection, textTable } from '../text-form.ts';
import type { TimetableView } from './timetable-view.ts';

/** A timetable as text. */
export function timetableText({ procedure, regime, gap, timetable, reviewed }: TimetableView): string {
  const head = `${procedure.name}\n${regime.name}`;
  if (timetable === null)
    return [head, gap?.text ?? '', regime.note].filter((part) => part !== '').join('\n\n');
  const { milestones, deadlines, lateness } = timetable;
  const paragraphs = [
    head,
    lateness === null ? timetable.summary : `${lateness.text}\n${timetable.summary}`,
    lateness === null
      ? ''
      : textSection('What would bring it earlier', lateness.helps.map(({ text }) => `- ${text}`).join('\n')),
    textTable([
      ['realistic', 'shortest', 'notice', 'milestone'],
      ...milestones.map((one) => [
        one.realisticOn,
        one.shortestOn,
        one.notice,
        `${one.name}${one.isFixed ? ' (fixed)' : ''}`,
      ]),
    ]),
    textSection(
      'Due afterwards',
      textTable(
        deadlines.map(({ realisticOn, shortestOn, notice, name, text }) => [
          realisticOn ?? 'soon',
          shortestOn ?? 'soon',
          notice,
          `${name}: ${text}`,
        ]),
      ),
    ),
    textSection(
      'Why these periods',
      milestones
        .filter(({ period, law }) => period !== null || law.length > 0)
        .map(
          ({ name, period, law }) => `${name}: ${[period, ...law.map(({ text }) => text)].join(' ').trim()}`,
        )
        .join('\n'),
    ),
    timetable.seen.text,
    timetable.remarks.map(({ text }) => `! ${text}`).join('\n'),
    `Authored periods reviewed on ${dayInWords(reviewed.periods)}, bank holidays on ${dayInWords(reviewed.holidays)}. Check the law before you rely on a date.`,
  ];
  return paragraphs.filter((part) => part !== '').join('\n\n');
}
