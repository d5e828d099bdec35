import type { Step } from './choose-steps.ts';
import { quantile } from '../../../maths/quantile.ts';

/** How long procurements of a kind took: a number of days, and how many took so many. */
export type SeenDays = { segment: string; days: number; count: number };

/** What the register saw of one procedure, from the same cohort of procurements. */
export type SeenTimes = {
  /** First and last day of the tender notices that are counted. */
  from: string;
  to: string;
  /** From tender notice to the last day for tenders, and to signature. */
  window: readonly SeenDays[];
  whole: readonly SeenDays[];
};

/** Half and four of five took no longer than so many calendar days; of so many procurements. */
export type MeasuredTime = { p50: number; p80: number; count: number; of: 'segment' | 'procedure' };

/** What is known of a procedure's times; null where fewer than {@link fewestMeasured} were seen. */
export type MeasuredTimes = { window: MeasuredTime | null; whole: MeasuredTime | null };

/** Fewest procurements that a period is taken from; with fewer, authored judgement stands. */
export const fewestMeasured = 30;

/**
 * Quantiles of the times seen: of the segment where there are enough, else of the procedure in every segment.
 *
 * @param segment null for every segment
 * @example measureTimes(seen, 'sector-systems').whole // { p50: 148, p80: 214, count: 61, of: 'segment' }
 */
export function measureTimes(seen: SeenTimes, segment: string | null): MeasuredTimes {
  return { window: measure(seen.window, segment), whole: measure(seen.whole, segment) };
}

function measure(rows: readonly SeenDays[], segment: string | null): MeasuredTime | null {
  const kinds: [MeasuredTime['of'], readonly SeenDays[]][] = [['procedure', rows]];
  if (segment !== null) kinds.unshift(['segment', rows.filter((row) => row.segment === segment)]);
  for (const [of, found] of kinds) {
    const days = found
      .flatMap((row) => Array.from({ length: row.count }, () => row.days))
      .toSorted((one, other) => one - other);
    const [p50, p80] = [quantile(days, 0.5), quantile(days, 0.8)];
    if (days.length < fewestMeasured || p50 === null || p80 === null) continue;
    return { p50: wholeDays(p50), p80: wholeDays(p80), count: days.length, of };
  }
  return null;
}

/** Rounded up; what differs from a whole day by the last digits of a computation is that day. */
function wholeDays(days: number): number {
  return Math.ceil(days - 1e-6);
}

/**
 * Puts what the register measured in the place of judgement: half of the tendering periods seen were no longer than the one
 * planned, and assessing gets what the other periods leave of the time within which four of five contracts were signed. No
 * period becomes shorter than the shortest that can be done.
 *
 * @param ordinary the steps without any circumstance that shortens them: what is saved by one is not spent on assessing
 * @example useMeasured(steps, steps, { window: null, whole: null }) // the same steps
 */
export function useMeasured(
  steps: readonly Step[],
  ordinary: readonly Step[],
  { window, whole }: MeasuredTimes,
): Step[] {
  const remainder = whole === null ? null : remainderOf(ordinary, { window, whole });
  return steps.map((step) => {
    const { measured } = step.rule;
    if (window !== null && measured === 'window') return measuredStep(step, window.p50, window.count);
    return whole !== null && remainder !== null && measured === 'remainder'
      ? measuredStep(step, remainder, whole.count)
      : step;
  });
}

/** Calendar days that the steps between tender notice and signature leave for assessing. */
function remainderOf(
  steps: readonly Step[],
  { window, whole }: { window: MeasuredTime | null; whole: MeasuredTime },
): number {
  const from = steps.findIndex(({ milestone }) => milestone.notice === 'UK4');
  const to = steps.findIndex(({ milestone }) => milestone.id === 'contract-signed');
  const between = steps.slice(from + 1, to + 1);
  const others = between
    .filter(({ rule }) => rule.measured !== 'remainder')
    .map((step) =>
      window !== null && step.rule.measured === 'window'
        ? measuredStep(step, window.p50, window.count)
        : step,
    )
    .reduce((sum, step) => sum + ordinaryDays(step), 0);
  const least = between.find(({ rule }) => rule.measured === 'remainder')?.shortest.days ?? 0;
  return Math.max(whole.p80 - others, calendarDays(least, 'working'));
}

function measuredStep(step: Step, days: number, count: number): Step {
  return { ...step, realistic: { days, counting: 'calendar-after' }, basis: { kind: 'register', count } };
}

/** Calendar days that a step takes where no bank holiday falls into it. */
function ordinaryDays({ shortest, realistic, limits }: Step): number {
  const periods = [shortest, realistic, ...limits.map(({ law }) => law.period)];
  return Math.max(...periods.map(({ days, counting }) => calendarDays(days, counting)));
}

function calendarDays(days: number, counting: string): number {
  return counting === 'calendar-after' ? days : Math.ceil((days * 7) / 5);
}
