import type { LawLimit, PeriodBasis } from '../../domain/routes/timetable/choose-steps.ts';
import { fewestMeasured, type MeasuredTimes } from '../../domain/routes/timetable/measured-periods.ts';
import type { Period } from '../../domain/routes/timetable/period-end.ts';
import type { TimetableRow } from '../../domain/routes/timetable/timetable.ts';
import { dayInWords } from '../../lib/day-in-words.ts';
import { countText } from '../count-text.ts';

/**
 * A length of time in words.
 *
 * @example periodText({ days: 1, counting: 'working' }) // '1 working day'
 */
export function periodText({ days, counting }: Period): string {
  if (counting === 'months-within') return countText(days, 'month');
  return countText(days, counting === 'working' || counting === 'working-from' ? 'working day' : 'day');
}

/** What law asks for, with its source. */
export function lawText({ period, because, source }: LawLimit): string {
  const reason = `${because} (${source})`;
  if (period.days === 0) return `No minimum by law: ${reason}.`;
  if (period.counting === 'working-from')
    return `At least ${periodText(period)} by law, the day of the notice counted: ${reason}.`;
  if (period.counting === 'calendar-within') return `Within ${periodText(period)} by law: ${reason}.`;
  return `At least ${periodText(period)} by law: ${reason}.`;
}

/** The realistic period of a row, and on what it rests; null where nothing but law sets it. */
export function rowPeriodText({ period, shortest, basis, milestone }: TimetableRow): string | null {
  const least = shortest.days < period.days ? `; ${periodText(shortest)} at the shortest` : '';
  const texts: Record<PeriodBasis['kind'], string | null> = {
    none: null,
    judgement: `${periodText(period)}, by judgement${least}.`,
    setting: `${periodText(period)}, as you set it${least}.`,
    register: `${periodText(period)}, ${registerText(basis, milestone.id)}${least}.`,
  };
  return texts[basis.kind];
}

function registerText(basis: PeriodBasis, milestone: string): string {
  const count = basis.kind === 'register' ? countText(basis.count, 'procurement') : '';
  return milestone === 'tenders-due'
    ? `by the register: half of ${count} allowed no more`
    : `by the register: what the other steps leave of the time within which four of five of ${count} were signed`;
}

/** That the notices of a procedure show nothing of its times. */
export const unseenText =
  'Such a procedure begins without a tender notice, so that the register can’t show how long it takes: every period that is not law is authored judgement.';

/** What the register says of a procedure’s times, and of which procurements. */
export function seenText(
  { window, whole }: MeasuredTimes,
  { from, to }: { from: string; to: string },
): string {
  const cohort = `digital procurements with a tender notice from ${dayInWords(from)} to ${dayInWords(to)}: each has had a year to finish`;
  if (to < from) return 'No procurement under the Act is old enough yet: every period is authored judgement.';
  if (window === null && whole === null)
    return `The register holds fewer than ${fewestMeasured} procurements that could show how long this takes (counted are ${cohort}). So every period that is not law is authored judgement.`;
  const parts = [
    window === null
      ? null
      : `half of ${countText(window.count, 'procurement')} had tenders due within ${countText(window.p50, 'day')} of the tender notice`,
    whole === null
      ? null
      : `half of ${countText(whole.count, 'procurement')} were signed within ${countText(whole.p50, 'day')} of it, and four of five within ${countText(whole.p80, 'day')}`,
  ].filter((part) => part !== null);
  const of = (whole ?? window)?.of === 'segment' ? 'of this segment' : 'of all digital segments together';
  return `In the register, ${of}, ${parts.join('; ')}. Counted are ${cohort}.`;
}
