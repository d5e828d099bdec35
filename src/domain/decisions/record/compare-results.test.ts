import { describe, expect, it } from 'vitest';
import { compareResults } from './compare-results.ts';

describe('results set beside each other', () => {
  const recorded = { money: { options: [{ option: 'saas', p80: 12_543_721.5 }, { option: 'mixed', p80: 3 }] } };

  it('are equal to nine digits', () => {
    expect(compareResults(recorded, structuredClone(recorded))).toEqual([]);
    const near = { money: { options: [{ option: 'saas', p80: 12_543_721.6 }, { option: 'mixed', p80: 3 }] } };
    expect(compareResults(recorded, near)).toEqual([]);
  });

  it('name the figure by option and year, not by its place', () => {
    const other = { money: { options: [{ option: 'saas', p80: 12_543_799 }, { option: 'mixed', p80: 3 }] } };
    expect(compareResults(recorded, other)).toEqual([
      { path: 'money.options[saas].p80', recorded: 12_543_721.5, now: 12_543_799 },
    ]);
  });

  it('tell what is missing, leave what is new, and stop where there is too much', () => {
    expect(compareResults({ a: [1, 2], b: 0 }, { a: [1], c: null })).toEqual([
      { path: 'a[1]', recorded: 2, now: undefined },
      { path: 'b', recorded: 0, now: undefined },
    ]);
    expect(compareResults([1, 2, 3], [4, 5, 6], 2)).toHaveLength(2);
    expect(compareResults({ a: { b: 1 } }, { a: 'text' })).toHaveLength(1);
  });
}); // prettier-ignore
