import { assert, integer, property } from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { readDay, readInstant } from './day.ts';

const day = (text: string, isBritish = true): string | null => readDay(text, 'p', isBritish).day;

describe('days in Europe/London', () => {
  it('takes a stamp at midnight or at the last second as the day that is written, whatever the offset', () => {
    expect(day('2028-06-30T23:59:59Z')).toBe('2028-06-30');
    expect(day('2028-06-30T23:59:59+01:00')).toBe('2028-06-30');
    expect(day('2026-06-01T00:00:00Z')).toBe('2026-06-01');
    expect(day('2026-08-25')).toBe('2026-08-25');
  });

  it('converts any other instant to London', () => {
    expect(day('2026-03-31T23:30:00Z')).toBe('2026-04-01');
    expect(day('2026-03-31T22:59:59Z')).toBe('2026-03-31');
    expect(day('2026-12-31T23:30:00Z')).toBe('2026-12-31');
  });

  it('keeps the day as written outside the United Kingdom', () => {
    expect(day('2026-05-01T02:00:00+04:00', false)).toBe('2026-05-01');
  });

  it('leaves out years that a form writes for "none", and says so', () => {
    expect(readDay('0001-01-01T00:00:00Z', 'awards[0].date', true)).toEqual({
      day: null,
      note: 'awards[0].date: the year in "0001-01-01" is impossible and was left out.',
    });
    expect(day('9999-12-31T23:59:59Z')).toBeNull();
  });

  it('leaves out what is no date, and says so', () => {
    for (const text of ['2026-02-30', '31/12/2026', 'soon', '2026-13-01T00:00:00Z', '2026-01-01T25:00:00Z']) {
      expect(readDay(text, 'p', true)).toMatchObject({
        day: null,
        note: expect.stringContaining('not a date'),
      });
    }
  });
});

describe('instants', () => {
  it('are UTC; without an offset the time is London time, without a time the end of the day', () => {
    expect(readInstant('2026-08-10T10:54:31+01:00')).toBe('2026-08-10T09:54:31Z');
    expect(readInstant('2026-08-10T10:54:31')).toBe('2026-08-10T09:54:31Z');
    expect(readInstant('2026-01-10T10:54:31')).toBe('2026-01-10T10:54:31Z');
    expect(readInstant('2026-08-25')).toBe('2026-08-25T22:59:59Z');
    expect(readInstant('0001-01-01T00:00:00Z')).toBeNull();
  });

  it('agree with the time zone database from 1960 to 2100', () => {
    const from = Date.UTC(1960, 0, 1) / 60_000;
    const to = Date.UTC(2100, 0, 1) / 60_000;
    assert(
      property(integer({ min: from, max: to }), (minutes) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(minutes * 60_000 + 30_000);
        const expected = instant.toZonedDateTimeISO('Europe/London').toPlainDate().toString();
        expect(day(instant.toString())).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});
