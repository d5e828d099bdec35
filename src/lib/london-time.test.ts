import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addLondonSeconds,
  existingLondonTime,
  lastLondonInstant,
  londonInstant,
  londonMidpoint,
  londonSeconds,
  londonTime,
  nextLondonDay,
  parseLondonTime,
} from './london-time.ts';

describe('London time', () => {
  test('summer is one hour ahead of UTC and winter is not', () => {
    expect(londonTime(new Date('2026-08-10T11:00:00Z'))).toBe('2026-08-10T12:00:00');
    expect(londonTime(new Date('2026-01-10T11:00:00.999Z'))).toBe('2026-01-10T11:00:00');
  });

  test('an hour that happens twice in October has a first and a last instant', () => {
    expect(londonInstant('2026-10-25T01:30:00').toISOString()).toBe('2026-10-25T00:30:00.000Z');
    expect(lastLondonInstant('2026-10-25T01:30:00').toISOString()).toBe('2026-10-25T01:30:00.000Z');
    expect(lastLondonInstant('2026-10-25T02:00:00')).toEqual(londonInstant('2026-10-25T02:00:00'));
  });

  test('an hour that March leaves out is passed at its end', () => {
    expect(existingLondonTime('2026-03-29T01:00:00')).toBe('2026-03-29T02:00:00');
    expect(existingLondonTime('2026-03-29T01:59:59')).toBe('2026-03-29T02:00:00');
    expect(existingLondonTime('2026-03-29T00:59:59')).toBe('2026-03-29T00:59:59');
    expect(londonSeconds('2026-03-29T00:00:00', '2026-03-30T00:00:00')).toBe(23 * 3600);
    expect(addLondonSeconds('2026-03-29T00:59:59', 1)).toBe('2026-03-29T02:00:00');
    expect(londonInstant('2026-03-29T01:30:00').toISOString()).toBe('2026-03-29T01:00:00.000Z');
  });

  test('a window over the missing hour of two real seconds is not parted', () => {
    expect(londonMidpoint('2026-03-29T00:59:58', '2026-03-29T02:00:00', 2)).toBeNull();
    expect(londonMidpoint('2026-03-29T00:59:58', '2026-03-29T02:00:02', 2)).toBe('2026-03-29T02:00:00');
  });

  test('halves of any window meet at an existing time and are both at least two seconds long', () => {
    const start = fc.integer({ min: 0, max: 6 * 366 * 86_400 });
    fc.assert(
      fc.property(start, fc.integer({ min: 2, max: 200_000 }), (offset, length) => {
        const from = addLondonSeconds('2021-01-01T00:00:00', offset);
        const to = addLondonSeconds(from, length);
        expect(londonSeconds(from, to)).toBe(length);
        const middle = londonMidpoint(from, to, 2);
        if (length < 4) expect(middle).toBeNull();
        else {
          expect(middle).not.toBeNull();
          const at = middle ?? '';
          expect(existingLondonTime(at)).toBe(at);
          expect(londonSeconds(from, at)).toBeGreaterThanOrEqual(2);
          expect(londonSeconds(at, to)).toBeGreaterThanOrEqual(2);
          expect(londonSeconds(from, at) + londonSeconds(at, to)).toBe(length);
        }
      }),
    );
  });

  test('an existing time comes back from its instant', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6 * 366 * 86_400 }), (offset) => {
        const time = addLondonSeconds('2021-01-01T00:00:00', offset);
        expect(londonTime(londonInstant(time))).toBe(time);
        expect(londonTime(lastLondonInstant(time))).toBe(time);
      }),
    );
  });

  test('days, local times and instants are read, anything else is not', () => {
    expect(parseLondonTime('2026-08-10')).toBe('2026-08-10T00:00:00');
    expect(parseLondonTime('2026-08-10T09:30')).toBe('2026-08-10T09:30:00');
    expect(parseLondonTime('2026-08-10T11:00:00Z')).toBe('2026-08-10T12:00:00');
    expect(parseLondonTime('2026-08-10T11:00:00+02:00')).toBe('2026-08-10T10:00:00');
    for (const text of ['2026-02-30', 'yesterday', '10/08/2026', '', '2026-08-10T25:00:00']) {
      expect(parseLondonTime(text), text).toBeNull();
    }
    expect(nextLondonDay('2026-12-31T10:00:00')).toBe('2027-01-01T00:00:00');
  });
});
