import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { timetableReference } from '../../../../test/factories/timetable.ts';
import { holidayDivisions, workingCalendar, type HolidayDivision } from './working-days.ts';

const { holidays } = timetableReference();

/** Easter Sunday by the rule of the Gregorian calendar (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): Temporal.PlainDate {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const sum = h + l - 7 * m + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(sum / 31), day: (sum % 31) + 1 });
}

const date = (year: number, month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
const firstMonday = (year: number, month: number) => {
  const first = date(year, month, 1);
  return first.add({ days: (8 - first.dayOfWeek) % 7 });
};
const lastMonday = (year: number, month: number) => {
  const last = date(year, month, 1).add({ months: 1 }).subtract({ days: 1 });
  return last.subtract({ days: last.dayOfWeek - 1 });
};

/** What Schedule 1 of the Banking and Financial Dealings Act 1971 and the usual proclamations come to in a year. */
function ordinaryHolidays(year: number, division: HolidayDivision): string[] {
  const isScottish = division === 'scotland';
  const feasts = [
    date(year, 1, 1),
    ...(isScottish ? [date(year, 1, 2)] : []),
    ...(division === 'northern-ireland' ? [date(year, 3, 17), date(year, 7, 12)] : []),
    easter(year).subtract({ days: 2 }),
    ...(isScottish ? [] : [easter(year).add({ days: 1 })]),
    firstMonday(year, 5),
    lastMonday(year, 5),
    isScottish ? firstMonday(year, 8) : lastMonday(year, 8),
    ...(isScottish ? [date(year, 11, 30)] : []),
    date(year, 12, 25),
    date(year, 12, 26),
  ];
  const kept = new Set<string>();
  for (const feast of feasts) {
    let day = feast;
    while (day.dayOfWeek > 5 || kept.has(day.toString())) day = day.add({ days: 1 });
    kept.add(day.toString());
  }
  return [...kept].toSorted();
}

/** Days that were proclaimed beside the ordinary ones. */
const special: Partial<Record<HolidayDivision, string[]>> = { scotland: ['2026-06-15'] };

describe.each(holidayDivisions)('%s', (division) => {
  const years = holidays.divisions.find(({ id }) => id === division)?.years ?? [];

  test.each(years)(
    '$year has the ordinary bank holidays, substitute days right, and those proclaimed',
    ({ year, days }) => {
      const proclaimed = (special[division] ?? []).filter((day) => day.startsWith(`${year}-`));
      expect(days.map(({ on }) => on)).toEqual(
        [...ordinaryHolidays(year, division), ...proclaimed].toSorted(),
      );
    },
  );

  test('every year from 2024 to 2028 is held, and a day that is kept on another is named so', () => {
    expect(years.map(({ year }) => year)).toEqual([2024, 2025, 2026, 2027, 2028]);
    const boxing = years.find(({ year }) => year === 2026)?.days.at(-1);
    expect(boxing).toEqual({ on: '2026-12-28', name: 'Boxing Day (substitute day)' });
  });
});

test('the three parts differ where their law does', () => {
  const [english, scottish, irish] = holidayDivisions.map((id) => workingCalendar(holidays, id));
  const worked = (day: string) => [english, scottish, irish].map((calendar) => calendar?.isWorked(day));
  expect(worked('2027-03-29')).toEqual([false, true, false]);
  expect(worked('2027-11-30')).toEqual([true, false, true]);
  expect(worked('2027-07-12')).toEqual([true, true, false]);
  expect(english?.isWorkedEverywhere('2027-11-30')).toBe(false);
  expect(english?.dayOffName('2027-12-27')).toBe('Christmas Day (substitute day)');
  expect(english?.dayOffName('2027-12-26')).toBe('Sunday');
});
