import { dayInWords } from '../../lib/day-in-words.ts';
import type { UncertainDay } from '../../domain/routes/uncertain-day.ts';

/**
 * A day or a month as it stands in a sentence.
 *
 * @example uncertainDayText({ text: '2027-10', first: '2027-10-01', last: '2027-10-31' }) // 'October 2027'
 */
export function uncertainDayText({ first, last }: UncertainDay): string {
  return first === last ? dayInWords(first) : dayInWords(first).replace(/^\d+ /u, '');
}

/**
 * The same with the word before it: on a day, in a month.
 *
 * @example onDayText({ text: '2026-10-28', first: '2026-10-28', last: '2026-10-28' }) // 'on 28 October 2026'
 */
export function onDayText(day: UncertainDay): string {
  return `${day.first === day.last ? 'on' : 'in'} ${uncertainDayText(day)}`;
}
