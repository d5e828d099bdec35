import { expect, test } from 'vitest';
import { caseWith, smallCase } from '../../../../test/factories/sourcing-case.ts';
import { lineTotals } from './line-totals.ts';

const line = (changes: Record<string, unknown>) => ({ ...smallCase.costs.lines[0], ...changes });

test('lines add up by option: every year of a span, once, and shares of the whole', () => {
  const document = caseWith({
    costs: {
      ...smallCase.costs,
      lines: [
        line({ id: 'a', options: 'all', unitCost: 10, when: { from: '2027-28', to: '2029-30' } }),
        line({
          id: 'b',
          options: ['product'],
          unitCost: { low: 0, high: 10 },
          quantity: 4,
          when: { once: '2027-28' },
        }),
        line({
          id: 'c',
          options: ['product'],
          unitCost: 100,
          when: { shares: { '2027-28': 0.4, '2028-29': 0.6 } },
        }),
        line({ id: 'd', options: ['build'], unitCost: 7, when: { from: '2029-30', to: '2027-28' } }),
      ],
    },
  });
  expect(lineTotals(document).map(({ option, lines, pounds }) => [option, lines, pounds])).toEqual([
    ['bau', 1, 30],
    ['minimum', 1, 30],
    ['product', 3, 150],
    ['build', 2, 30],
  ]);
});
