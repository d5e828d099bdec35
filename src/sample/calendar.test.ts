import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  civil,
  dayFrom,
  dayOf,
  endOfMonth,
  londonOffset,
  workingDay,
  writeDate,
  writeInstant,
} from './calendar.ts';

describe('days of the sample', () => {
  it('writes and reads every day from 1990 to 2110', () => {
    fc.assert(
      fc.property(fc.integer({ min: 7_305, max: 51_500 }), (day) => {
        expect(writeDate(day)).toBe(new Date(day * 86_400_000).toISOString().slice(0, 10));
        expect(dayOf(writeDate(day))).toBe(day);
        const { year, month, date } = civil(day);
        expect(dayFrom(year, month, date)).toBe(day);
      }),
    );
  });

  it('adds months and cuts to the length of the month', () => {
    expect(writeDate(addMonths(dayOf('2026-10-31'), 4))).toBe('2027-02-28');
    expect(writeDate(addMonths(dayOf('2024-02-29'), -12))).toBe('2023-02-28');
    expect(writeDate(endOfMonth(dayOf('2026-11-23'), 16))).toBe('2028-03-31');
  });

  it('knows summer time in London', () => {
    expect(londonOffset(dayOf('2026-03-28'))).toBe('Z');
    expect(londonOffset(dayOf('2026-03-29'))).toBe('+01:00');
    expect(londonOffset(dayOf('2026-10-25'))).toBe('Z');
    expect(writeInstant(dayOf('2026-08-10'), 63_795)).toBe('2026-08-10T17:43:15+01:00');
  });

  it('moves weekends to the Friday before', () => {
    expect(writeDate(workingDay(dayOf('2026-11-22')))).toBe('2026-11-20');
    expect(writeDate(workingDay(dayOf('2026-11-23')))).toBe('2026-11-23');
  });
});
