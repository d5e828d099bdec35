import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { timetableAsk, timetableReference } from '../../../../test/factories/timetable.ts';
import { procedureIds } from '../procedure.ts';
import { nations } from '../regime.ts';
import { courseOf, makeTimetable, regimeOfAsk, type TimetableAsk } from './timetable.ts';
import { latestStart, periodEnd } from './period-end.ts';
import { paces, planBackwards, planForwards } from './plan-days.ts';
import { chosenCircumstances } from './timetable-rules.ts';
import { addDays, onOrAfter, onOrBefore, workingCalendar } from './working-days.ts';

const reference = timetableReference();
const englishCalendar = workingCalendar(reference.holidays, 'england-and-wales');

/** A day of 2025 to 2028: every year that is planned over has its bank holidays. */
const anyDay = fc.integer({ min: 0, max: 1100 }).map((days) => addDays('2025-01-01', days));

/** Anything that can be asked and has a timetable. */
const anyAsk = fc
  .record({
    procedure: fc.constantFrom(...procedureIds),
    nation: fc.constantFrom(...nations),
    bodyType: fc.constantFrom(null, 'central-government' as const, 'local-government' as const),
    circumstances: fc.subarray([...chosenCircumstances]),
    weeks: fc.record(
      {
        preparation: fc.nat({ max: 20 }),
        approval: fc.nat({ max: 8 }),
        mobilisation: fc.nat({ max: 30 }),
      },
      { requiredKeys: [] },
    ),
  })
  .map((parts): TimetableAsk => ({ ...timetableAsk(), ...parts }))
  .filter((ask) => regimeOfAsk(ask, reference.regimes).gap === null);

const daysOf = (ask: TimetableAsk) => {
  const { rows, deadlines } = makeTimetable(ask, reference);
  const last = [...deadlines].flatMap(({ realisticOn, shortestOn }) => [realisticOn, shortestOn]);
  return {
    realistic: rows.map(({ realisticOn }) => realisticOn),
    shortest: rows.map(({ shortestOn }) => shortestOn),
    last: last.filter((day) => day !== null),
  };
};

describe('whatever is asked', () => {
  test('no milestone and no last day stands on a day off', () => {
    fc.assert(
      fc.property(anyAsk, anyDay, fc.boolean(), (asked, day, isForwards) => {
        const ask = { ...asked, start: isForwards ? day : null, goLive: day };
        const { calendar } = courseOf(ask, reference);
        const { realistic, shortest, last } = daysOf(ask);
        expect([...realistic, ...shortest, ...last].filter((one) => !calendar.isWorked(one))).toEqual([]);
      }),
    );
  });

  test('milestones keep their order, and the shortest pace never comes later than the realistic one', () => {
    fc.assert(
      fc.property(anyAsk, anyDay, (asked, day) => {
        const forwards = daysOf({ ...asked, start: day });
        expect(forwards.realistic).toEqual(forwards.realistic.toSorted());
        expect(forwards.shortest).toEqual(forwards.shortest.toSorted());
        expect(forwards.shortest.every((one, place) => one <= (forwards.realistic[place] ?? ''))).toBe(true);
        const backwards = daysOf({ ...asked, start: null, goLive: day });
        expect(backwards.realistic).toEqual(backwards.realistic.toSorted());
        expect(backwards.shortest.every((one, place) => one >= (backwards.realistic[place] ?? ''))).toBe(
          true,
        );
      }),
    );
  });

  test('forwards from the first day that backwards gives, nothing comes later than backwards says', () => {
    fc.assert(
      fc.property(anyAsk, anyDay, fc.constantFrom(...paces), (ask, goLive, pace) => {
        const { steps, calendar } = courseOf(ask, reference);
        const options = { calendar, pace, fixed: new Map<string, string>() };
        const back = planBackwards(steps, options, goLive).days;
        const forth = planForwards(steps, options, back[0] ?? '').days;
        expect(forth.every((day, place) => day <= (back[place] ?? ''))).toBe(true);
        expect((forth.at(-1) ?? '') <= goLive).toBe(true);
      }),
    );
  });

  test('begun one working day later, the end is missed', () => {
    fc.assert(
      fc.property(anyAsk, anyDay, fc.constantFrom(...paces), (ask, goLive, pace) => {
        const { steps, calendar } = courseOf(ask, reference);
        const options = { calendar, pace, fixed: new Map<string, string>() };
        const [first = ''] = planBackwards(steps, options, goLive).days;
        const later = onOrAfter(calendar, addDays(first, 1));
        expect((planForwards(steps, options, later).days.at(-1) ?? '') > goLive).toBe(true);
      }),
    );
  });

  test('backwards from the end that forwards reached, the first day is the same or later, and reaches the same end', () => {
    fc.assert(
      fc.property(anyAsk, anyDay, fc.constantFrom(...paces), (ask, start, pace) => {
        const { steps, calendar } = courseOf(ask, reference);
        const options = { calendar, pace, fixed: new Map<string, string>() };
        const forth = planForwards(steps, options, start).days;
        const end = forth.at(-1) ?? '';
        const [first = ''] = planBackwards(steps, options, end).days;
        expect(first >= (forth[0] ?? '')).toBe(true);
        expect(planForwards(steps, options, first).days.at(-1)).toBe(end);
      }),
    );
  });

  test('fixed days are kept wherever no conflict says otherwise', () => {
    fc.assert(
      fc.property(anyAsk, anyDay, anyDay, fc.boolean(), (asked, day, other, isForwards) => {
        const { calendar } = courseOf(asked, reference);
        const board = onOrAfter(calendar, other);
        const fixed = new Map([['award-approval', board]]);
        const ask = { ...asked, fixed, start: isForwards ? day : null, goLive: isForwards ? null : day };
        const { rows, conflicts } = makeTimetable(ask, reference);
        const row = rows.find(({ milestone }) => milestone.id === 'award-approval');
        expect(row?.realisticOn).toBe(conflicts[0]?.needed ?? board);
        expect(rows.map(({ realisticOn }) => realisticOn)).toEqual(
          rows.map(({ realisticOn }) => realisticOn).toSorted(),
        );
      }),
    );
  });
});

test('a planted calendar that works on Sundays is found by the test of days off', () => {
  const ask = { ...timetableAsk(), start: '2027-01-04' };
  const { steps } = courseOf(ask, reference);
  const sloppy = { ...englishCalendar, isWorked: () => true, isWorkedEverywhere: () => true };
  const { days } = planForwards(
    steps,
    { calendar: sloppy, pace: 'realistic', fixed: new Map() },
    '2027-01-04',
  );
  expect(days.some((day) => !englishCalendar.isWorked(day))).toBe(true);
});

test('the latest start is the last working day from which a period is over in time', () => {
  const anyPeriod = fc.record({
    days: fc.nat({ max: 60 }),
    counting: fc.constantFrom('working' as const, 'working-from' as const, 'calendar-after' as const),
  });
  fc.assert(
    fc.property(anyPeriod, anyDay, (period, by) => {
      const start = latestStart(englishCalendar, by, period);
      const next = onOrAfter(englishCalendar, addDays(start, 1));
      expect(englishCalendar.isWorked(start)).toBe(true);
      expect(periodEnd(englishCalendar, start, period) <= by).toBe(true);
      expect(periodEnd(englishCalendar, next, period) > by).toBe(true);
    }),
  );
});

describe('periods of law', () => {
  const rowOf = (ask: TimetableAsk, id: string) =>
    makeTimetable(ask, reference).rows.find(({ milestone }) => milestone.id === id);
  const tenderingDays = (parts: Partial<TimetableAsk>): number | undefined =>
    rowOf({ ...timetableAsk(), start: '2027-01-04', ...parts }, 'tenders-due')?.limits[0]?.period.days;

  // Procurement Act 2023, section 54(4), row by row.
  test.each([
    [[], 25],
    [['documents-later'], 30],
    [['not-electronic'], 30],
    [['not-electronic', 'documents-later'], 35],
    [['urgent'], 10],
    [['qualifying-notice'], 10],
    [['light-touch'], 0],
    [['not-electronic', 'documents-later', 'urgent'], 10],
  ] as const)('the tendering period with %j is at least %i days', (circumstances, days) => {
    expect(tenderingDays({ circumstances })).toBe(days);
  });

  test('a dynamic market has 10 days, and so have suppliers chosen beforehand by a council but not by a department', () => {
    expect(tenderingDays({ procedure: 'dynamic-market' })).toBe(10);
    expect(tenderingDays({ procedure: 'competitive-flexible', bodyType: 'local-government' })).toBe(10);
    expect(tenderingDays({ procedure: 'competitive-flexible', bodyType: 'central-government' })).toBe(25);
    expect(tenderingDays({ procedure: 'competitive-flexible', bodyType: null })).toBe(25);
  });

  test('a framework’s competition has no minimum of law', () => {
    expect(tenderingDays({ procedure: 'framework-competed' })).toBeUndefined();
  });

  test('the standstill counts the day of the notice, and no bank holiday of any part of the United Kingdom', () => {
    // Friday 12 March 2027 is the first of the eight; 17 March is a bank holiday in Northern Ireland only.
    expect(periodEnd(englishCalendar, '2027-03-12', { days: 8, counting: 'working-from' })).toBe(
      '2027-03-24',
    );
    expect(periodEnd(englishCalendar, '2027-03-17', { days: 8, counting: 'working-from' })).toBe(
      '2027-03-31',
    );
  });

  test.each([
    ['open', [], 'standstill-end'],
    ['open', ['light-touch'], null],
    ['open', ['light-touch', 'standstill'], 'voluntary-standstill-end'],
    ['direct-award', [], 'standstill-end'],
    ['direct-award', ['urgent'], null],
    ['direct-award', ['urgent', 'light-touch', 'standstill'], 'voluntary-standstill-end'],
    ['framework-competed', [], null],
    ['framework-competed', ['standstill'], 'voluntary-standstill-end'],
    ['framework-competed', ['standstill', 'older-framework'], 'older-standstill-end'],
    ['dynamic-market', [], null],
    ['below-threshold', [], null],
  ] as const)('%s with %j has the standstill %s', (procedure, circumstances, standstill) => {
    const { rows } = makeTimetable(
      { ...timetableAsk(), start: '2027-01-04', procedure, circumstances },
      reference,
    );
    const found = rows.map(({ milestone }) => milestone.id).filter((id) => id.endsWith('standstill-end'));
    expect(found).toEqual(standstill === null ? [] : [standstill]);
  });

  test('the contract details notice is due by the thirtieth day, the day of signing counted, on a working day', () => {
    const { rows, deadlines } = makeTimetable({ ...timetableAsk(), start: '2027-01-04' }, reference);
    const signed = rows.find(({ milestone }) => milestone.id === 'contract-signed')?.realisticOn ?? '';
    const due = deadlines.find(({ id }) => id === 'contract-details')?.realisticOn;
    expect(due).toBe(onOrBefore(englishCalendar, addDays(signed, 29)));
  });

  test('a planned procurement notice comes 40 days before the tender notice, and is told where it comes 12 months before', () => {
    const ask: TimetableAsk = {
      ...timetableAsk(),
      start: '2026-01-05',
      circumstances: ['qualifying-notice'],
      weeks: { preparation: 0, approval: 0 },
    };
    const planned = rowOf(ask, 'planned-notice');
    const tender = rowOf(ask, 'tender-notice');
    expect((tender?.shortestOn ?? '') >= addDays(planned?.shortestOn ?? '', 40)).toBe(true);
    expect(makeTimetable(ask, reference).noticeLastsTo).toBeNull();
    expect(makeTimetable({ ...ask, weeks: { preparation: 60 } }, reference).noticeLastsTo).not.toBeNull();
  });

  test('what changes nothing is told', () => {
    const ask: TimetableAsk = {
      ...timetableAsk(),
      start: '2027-01-04',
      procedure: 'framework-direct',
      circumstances: ['urgent', 'standstill'],
    };
    expect(makeTimetable(ask, reference).withoutEffect).toEqual(['urgent']);
  });
});

test('bank holidays of a year that isn’t held are told, not guessed', () => {
  const ask = { ...timetableAsk(), start: '2028-06-01' };
  expect(makeTimetable(ask, reference).holidaysUnknownOn).toMatch(/^2029-/u);
  expect(makeTimetable({ ...ask, start: '2026-06-01' }, reference).holidaysUnknownOn).toBeNull();
});
