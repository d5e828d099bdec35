import { expect, test } from 'vitest';
import { words } from '../../../../test/support/page.ts';
import { presentCoverage, shadeOf } from './chart-figure.ts';

test('reasons stand with most contracts first, and one contract is spoken of as one', () => {
  const coverage = { total: 14, measured: 10, gaps: { withdrawn: 1, 'no-end': 3 } };
  expect(presentCoverage(coverage, words)).toEqual({
    lead: 'Measured on 10 of 14 contracts: why not the others',
    gaps: [
      { text: '3 give no end.', href: null },
      { text: '1 was withdrawn.', href: null },
    ],
  });
});

test('a figure that leaves no contract out, or has none, gives no reasons', () => {
  expect(presentCoverage({ total: 6, measured: 6, gaps: {} }, words)).toEqual({
    lead: 'Measured on all 6 contracts',
    gaps: [],
  });
  expect(presentCoverage({ total: 0, measured: 0, gaps: {} }, words).lead).toBe(
    'No contract of this kind is held',
  );
});

test('every reason has words of its own for one contract and for several', () => {
  for (const forms of Object.values(words.market.gaps)) {
    const one = words.format.plural(1, forms);
    const several = words.format.plural(2, forms);
    // Verbs that differ by number: the form of several must not stand after a single contract.
    expect(one).not.toMatch(/^(?:are|were|have|do|give|name|come|end|say) /u);
    expect(several).not.toMatch(/^(?:is|was|has|does|gives|names|comes|ends|says) /u);
  }
});

test('cells are shaded in five steps of the largest, and nothing is not shaded', () => {
  expect([0, 1, 50, 100].map((value) => shadeOf(value, 100))).toEqual([0, 1, 3, 5]);
  expect(shadeOf(0, 0)).toBe(0);
});
