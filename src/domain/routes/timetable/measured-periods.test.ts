import { expect, test } from 'vitest';
import { timetableAsk, timetableReference } from '../../../../test/factories/timetable.ts';
import { measureTimes, type MeasuredTimes, type SeenTimes } from './measured-periods.ts';
import { courseOf, makeTimetable } from './timetable.ts';
import { daysBetween } from './working-days.ts';

const seen: SeenTimes = {
  from: '2025-02-24',
  to: '2025-11-24',
  window: Array.from({ length: 29 }, (_, index) => ({
    segment: 'sector-systems',
    days: 20 + index,
    count: 1,
  })),
  whole: [
    ...Array.from({ length: 20 }, (_, index) => ({
      segment: 'sector-systems',
      days: 100 + 5 * index,
      count: 2,
    })),
    { segment: 'cloud-hosting', days: 60, count: 10 },
  ],
};

test('thirty procurements are enough and twenty-nine are not', () => {
  expect(measureTimes(seen, null).window).toBeNull();
  const one = { segment: 'sector-systems', days: 49, count: 1 };
  expect(measureTimes({ ...seen, window: [...seen.window, one] }, null).window).toEqual({
    p50: 35,
    p80: 44,
    count: 30,
    of: 'procedure',
  });
});

test('a segment with too few is measured by its procedure in every segment', () => {
  expect(measureTimes(seen, 'sector-systems').whole).toMatchObject({ count: 40, of: 'segment' });
  expect(measureTimes(seen, 'cloud-hosting').whole).toMatchObject({ count: 50, of: 'procedure' });
});

const withTimes = (measured: MeasuredTimes) => timetableReference({ measured: () => measured });
const whole = { p50: 150, p80: 220, count: 61, of: 'procedure' as const };
const window = { p50: 33, p80: 40, count: 61, of: 'procedure' as const };

test('assessing gets what the rest leaves, so that the whole takes as long as four of five did', () => {
  const { rows } = makeTimetable({ ...timetableAsk(), start: '2027-01-04' }, withTimes({ window, whole }));
  const dayOf = (id: string): string => rows.find(({ milestone }) => milestone.id === id)?.realisticOn ?? '';
  expect(daysBetween(dayOf('tender-notice'), dayOf('tenders-due'))).toBeGreaterThanOrEqual(33);
  const took = daysBetween(dayOf('tender-notice'), dayOf('contract-signed'));
  // Bank holidays and ends on days off move milestones by some days.
  expect(Math.abs(took - 220)).toBeLessThan(10);
  const assessed = rows.find(({ milestone }) => milestone.id === 'tenders-assessed');
  expect(assessed?.basis).toEqual({ kind: 'register', count: 61 });
});

test('what urgency saves for tenders is not spent on assessing', () => {
  const reference = withTimes({ window, whole });
  const assessing = (circumstances: readonly 'urgent'[]): number | undefined =>
    courseOf({ ...timetableAsk(), circumstances }, reference).steps.find(
      ({ milestone }) => milestone.id === 'tenders-assessed',
    )?.realistic.days;
  expect(assessing(['urgent'])).toBe(assessing([]));
  const due = courseOf({ ...timetableAsk(), circumstances: ['urgent'] }, reference).steps.find(
    ({ milestone }) => milestone.id === 'tenders-due',
  );
  expect(due?.basis.kind).toBe('judgement');
});

test('a register of quick procurements makes nothing shorter than can be done', () => {
  const quick = withTimes({
    window: { ...window, p50: 1, p80: 2 },
    whole: { ...whole, p50: 10, p80: 12 },
  });
  const { rows } = makeTimetable({ ...timetableAsk(), start: '2027-01-04' }, quick);
  expect(rows.every(({ realisticOn, shortestOn }) => shortestOn <= realisticOn)).toBe(true);
  const due = rows.find(({ milestone }) => milestone.id === 'tenders-due');
  const notice = rows.find(({ milestone }) => milestone.id === 'tender-notice');
  expect(daysBetween(notice?.realisticOn ?? '', due?.realisticOn ?? '')).toBeGreaterThanOrEqual(25);
});

test('the buyer’s own weeks go before judgement, and never lengthen the shortest pace', () => {
  const { steps } = courseOf(
    { ...timetableAsk(), weeks: { mobilisation: 1, approval: 10 } },
    timetableReference(),
  );
  const last = steps.at(-1);
  expect(last?.realistic).toEqual({ days: 5, counting: 'working' });
  expect(last?.shortest).toEqual({ days: 5, counting: 'working' });
  const approval = steps.find(({ milestone }) => milestone.id === 'award-approval');
  expect(approval?.realistic).toEqual({ days: 50, counting: 'working' });
  expect(approval?.shortest).toEqual({ days: 3, counting: 'working' });
});
