import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addLondonSeconds, londonSeconds } from '../lib/london-time.ts';
import type { Window } from './_source.ts';
import { findATender } from './find-a-tender.ts';
import type { WindowEntry, WindowState } from './ledger.ts';
import { halve, isSettled, openWindows, planWindows } from './plan.ts';

function entry(
  from: string,
  to: string,
  state: WindowState = 'done',
  fetchedAt = '2026-12-01T00:00:00Z',
): WindowEntry {
  return {
    from,
    to,
    state,
    fetchedAt: new Date(fetchedAt),
    received: 1,
    archived: null,
    ingestedAt: null,
    reason: null,
  };
}

/** Times at which the windows of a range begin. */
function beginnings(from: string, to: string): string[] {
  const range = { from: `${from}T00:00:00`, to: `${to}T00:00:00` };
  return planWindows(findATender, range, []).map((window) => window.from.slice(11, 16));
}

function isFinal(to: string, fetchedAt: string): boolean {
  return isSettled(entry(`${to.slice(0, 10)}T00:00:00`, to, 'done', fetchedAt));
}

describe('planning windows', () => {
  test('a quiet day is one window, and a working day under the Act is cut where it is busy', () => {
    expect(beginnings('2026-08-08', '2026-08-10')).toEqual(['00:00', '00:00']);
    expect(beginnings('2024-08-12', '2024-08-13')).toEqual(['00:00']);
    expect(beginnings('2026-08-10', '2026-08-11')).toEqual([
      '00:00',
      '10:00',
      '11:30',
      '13:00',
      '14:30',
      '15:30',
      '16:30',
    ]);
  });

  test('with what is known the range is covered once, without gap or overlap, each piece at least two seconds long', () => {
    const start = '2025-03-28T00:00:00';
    const pieces = fc.array(fc.tuple(fc.integer({ min: 2, max: 90_000 }), fc.boolean()), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(pieces, (lengths) => {
        let at = start;
        const known: Window[] = [];
        for (const [length, isKnown] of lengths) {
          const to = addLondonSeconds(at, length);
          if (isKnown) known.push({ from: at, to });
          at = to;
        }
        const planned = planWindows(findATender, { from: start, to: at }, known);
        const all = [...known, ...planned].sort((a, b) => (a.from < b.from ? -1 : 1));
        expect(all[0]?.from).toBe(start);
        expect(all.at(-1)?.to).toBe(at);
        for (const [i, window] of all.entries()) {
          if (i > 0) expect(window.from).toBe(all[i - 1]?.to);
          expect(londonSeconds(window.from, window.to)).toBeGreaterThanOrEqual(2);
        }
      }),
    );
  });

  test('a window is never halved below two seconds', () => {
    expect(halve(findATender, { from: '2026-08-10T12:00:00', to: '2026-08-10T12:00:03' })).toBeNull();
    expect(halve(findATender, { from: '2026-08-10T12:00:00', to: '2026-08-10T12:00:04' })).toEqual([
      { from: '2026-08-10T12:00:00', to: '2026-08-10T12:00:02' },
      { from: '2026-08-10T12:00:02', to: '2026-08-10T12:00:04' },
    ]);
  });

  test('a window is final an hour after its end, in October counted from the second time the clock shows it', () => {
    expect(isFinal('2026-08-10T12:00:00', '2026-08-10T11:59:59Z')).toBe(false);
    expect(isFinal('2026-08-10T12:00:00', '2026-08-10T12:00:00Z')).toBe(true);
    expect(isFinal('2026-10-25T01:30:00', '2026-10-25T02:00:00Z')).toBe(false);
    expect(isFinal('2026-10-25T01:30:00', '2026-10-25T02:30:00Z')).toBe(true);
  });

  test('windows that failed before are asked for last, and settled ones not at all', () => {
    const windows = [
      entry('2026-08-10T00:00:00', '2026-08-10T06:00:00', 'failed'),
      entry('2026-08-10T06:00:00', '2026-08-10T12:00:00'),
      entry('2026-08-10T12:00:00', '2026-08-10T18:00:00', 'fetching'),
    ];
    expect(openWindows(windows).map((window) => window.state)).toEqual(['fetching', 'failed']);
  });
});
