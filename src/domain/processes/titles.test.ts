import { describe, expect, it } from 'vitest';
import { compareNumbers, tellingNumbersOf } from './telling-numbers.ts';
import { titleLikeness, titleWordsOf } from './title-likeness.ts';

describe('titles of two portals', () => {
  it.each([
    ['Supply of Laptops', 'LAPTOPS - Contract Award', 1],
    ['CF - Provision of Cloud Hosting', 'Cloud hosting', 1],
    ['DN712345 Leisure centre software', 'Leisure Centre Software', 1],
    ['', 'Laptops', 0],
  ])(
    'are alike but for small words, numbers of projects and kinds of notice: %s · %s',
    (one, other, likeness) => {
      expect(titleLikeness(one, other)).toBe(likeness);
    },
  );

  it('are more alike the more words they share', () => {
    const near = titleLikeness('Housing management system', 'Housing management software system');
    expect(near).toBeGreaterThan(0.8);
    expect(titleLikeness('Housing management system', 'Grounds maintenance')).toBeLessThan(0.4);
  });

  it('keep short numbers among their words', () => {
    expect(titleWordsOf('Network refresh phase 2 (SOL30024)')).toEqual(['network', 'refresh', 'phase', '2']);
  });
});

describe('numbers that tell one of a series from the next', () => {
  it('are years, lots, phases, compass points and short numbers', () => {
    const found = tellingNumbersOf('DN712345 Highways 2025/26 Lot II, Northern area 4, batch A');
    expect(Object.fromEntries([...found].map(([kind, values]) => [kind, [...values]]))).toEqual({
      year: ['2025-26'],
      lot: ['2'],
      area: ['4'],
      batch: ['a'],
      place: ['north'],
    });
  });

  it.each([
    ['Works 2025', 'Works 2025/26'],
    ['Devices, lots 1', 'Devices Lot 01'],
    ['REF 12345678 Works', 'Works'],
    ['PR-2026-0012 Works', 'Works'],
  ])('agree: %s · %s', (one, other) => {
    expect(compareNumbers(one, other)).toEqual({ differing: [], alone: [] });
  });

  it.each([
    ['Works 2025/26', 'Works 2026/27', 'year 2025-26 · 2026-27'],
    ['Phase 1', 'Phase 2', 'phase 1 · 2'],
    ['Estate 12', 'Estate 14', 'number 12 · 14'],
  ])('differ: %s · %s', (one, other, said) => {
    expect(compareNumbers(one, other).differing).toEqual([said]);
  });

  it('in one title alone contradict nothing', () => {
    expect(compareNumbers('Works phase 2', 'Works')).toEqual({ differing: [], alone: ['phase 2'] });
  });
});
