import fc from 'fast-check';
import { expect, test } from 'vitest';
import { marketContract } from '../../../test/factories/market-contract.ts';
import { committedByYear, committedGap, committedParts } from './committed-value.ts';
import { dayOfNumber } from './financial-year.ts';

test('a value is spread over its days, first and last included, by financial year', () => {
  const parts = committedParts(
    marketContract({ netPence: 36_500, startOn: '2025-03-01', endOn: '2026-02-28' }),
  );
  expect(parts.map(({ year, days, pence }) => [year, days, pence])).toEqual([
    [2024, 31, 3_100],
    [2025, 334, 33_400],
  ]);
});

test('a contract of one day lies in the year of that day', () => {
  const day = (on: string): unknown =>
    committedParts(marketContract({ netPence: 99, startOn: on, endOn: on })).map(({ year, pence }) => [
      year,
      pence,
    ]);
  expect(day('2026-03-31')).toEqual([[2025, 99]]);
  expect(day('2026-04-01')).toEqual([[2026, 99]]);
});

test('options stand apart, at the same daily rate', () => {
  const [first, second] = committedParts(
    marketContract({
      netPence: 36_500,
      startOn: '2025-04-01',
      endOn: '2026-03-31',
      maxEndOn: '2027-03-31',
    }),
  );
  expect(first).toMatchObject({ year: 2025, pence: 36_500, extensionPence: 0 });
  expect(second).toMatchObject({ year: 2026, days: 0, pence: 0, extensionDays: 365, extensionPence: 36_500 });
});

test('what was ended early commits nothing after that day, and its options nothing', () => {
  const parts = committedParts(
    marketContract({
      netPence: 73_000,
      startOn: '2025-04-01',
      endOn: '2027-03-31',
      maxEndOn: '2029-03-31',
      stage: 'terminated',
      endedOn: '2026-03-31',
    }),
  );
  expect(parts.map(({ year, pence, extensionPence }) => [year, pence, extensionPence])).toEqual([
    [2025, 36_500, 0],
  ]);
});

test.each([
  ['framework-agreement', { isFrameworkAgreement: true, netPence: null }],
  ['withdrawn', { stage: 'cancelled' as const }],
  ['not-signed', { stage: 'intended' as const }],
  ['not-signed', { stage: 'awarded' as const }],
  ['no-value', { netPence: null }],
  ['no-start', { startOn: null }],
  ['no-end', { endOn: null }],
  ['end-before-start', { endOn: '2020-01-01' }],
  ['end-unknown', { stage: 'terminated' as const }],
])('a contract is left out and the reason is %s', (gap, changes) => {
  const contract = marketContract(changes);
  expect(committedGap(contract)).toBe(gap);
  expect(committedParts(contract)).toEqual([]);
  expect(committedByYear([contract, marketContract()]).coverage).toEqual({
    total: 2,
    measured: 1,
    gaps: { [gap]: 1 },
  });
});

test('years add up to the value to the penny, and days to the term, whatever the days', () => {
  const start = fc.integer({ min: 10_000, max: 22_000 });
  const length = fc.integer({ min: 1, max: 6_000 });
  fc.assert(
    fc.property(
      start,
      length,
      fc.integer({ min: 1, max: 9_000_000_000_000_000 }),
      length,
      (first, days, pence, more) => {
        const contract = marketContract({
          netPence: pence,
          startOn: dayOfNumber(first),
          endOn: dayOfNumber(first + days - 1),
          maxEndOn: dayOfNumber(first + days - 1 + more),
        });
        const parts = committedParts(contract);
        const sum = (of: (part: (typeof parts)[number]) => number): number =>
          parts.reduce((total, part) => total + of(part), 0);
        expect(sum((part) => part.pence)).toBe(pence);
        expect(sum((part) => part.days)).toBe(days);
        expect(sum((part) => part.extensionDays)).toBe(more);
        expect(parts.every((part) => part.pence >= 0 && part.extensionPence >= 0)).toBe(true);
      },
    ),
  );
});

/** Day by day, in pounds as they are, without any of the code above. */
test('a naive sum over every day gives the same years', () => {
  const contracts = [
    marketContract({ netPence: 1_234_567, startOn: '2023-07-15', endOn: '2026-01-02' }),
    marketContract({ netPence: 88, startOn: '2024-04-01', endOn: '2024-04-03' }),
  ];
  const naive = new Map<number, number>();
  for (const { netPence, startOn, endOn } of contracts) {
    const from = Date.parse(startOn ?? '');
    const to = Date.parse(endOn ?? '');
    const days = (to - from) / 86_400_000 + 1;
    for (let at = from; at <= to; at += 86_400_000) {
      const day = new Date(at);
      const year = day.getUTCFullYear() - (day.getUTCMonth() < 3 ? 1 : 0);
      naive.set(year, (naive.get(year) ?? 0) + (netPence ?? 0) / days);
    }
  }
  for (const { year, pence } of committedByYear(contracts).years)
    expect(Math.abs(pence - (naive.get(year) ?? 0))).toBeLessThanOrEqual(1);
  expect(committedByYear(contracts).years.map(({ year }) => year)).toEqual(
    [...naive.keys()].toSorted((a, b) => a - b),
  );
});
