import { expect, test } from 'vitest';
import { words } from '../../../test/support/page.ts';
import type { PriceBenchmarkView } from '../../app/benchmarks/price.ts';
import { presentBenchmark } from './present-benchmark.ts';

const group = { segment: 'cloud-hosting', size: '100k-1m', buyerType: 'nhs' } as const;

const view = (changes: Partial<PriceBenchmarkView> = {}): PriceBenchmarkView => ({
  asked: group,
  group,
  isWider: false,
  from: '2021-11-01',
  n: 40,
  buyers: 22,
  leastContracts: 5,
  leastBuyers: 3,
  monthlyPence: { least: 100_000, q1: 400_000, median: 900_000, q3: 1_600_000, most: 9_000_000 },
  contract: { id: 'c1', gap: null, months: 24, monthlyPence: 1_000_000, shareBelow: 0.55, of: 39 },
  ...changes,
});

test('says where the contract sits, among what, and from how many', () => {
  const shown = presentBenchmark(view(), words);
  expect(shown.own).toBe('This contract comes to £10k a month, ex VAT.');
  expect(shown.place).toBe('That is more than 55% of 39 comparable contracts.');
  expect(shown.group).toMatch(/^Compared with: Cloud hosting, /);
  expect(shown.count).toBe('40 contracts of 22 buyers since 1 November 2021.');
  expect(shown.prices?.map(({ value }) => value)).toEqual(['£1,000', '£4,000', '£9,000', '£16k', '£90k']);
  expect(shown.contractsHref).toBe(
    '/contracts?segment=cloud-hosting&counted=valued&valueBand=100k-1m&buyerType=nhs',
  );
});

test('none and all are said of none and all only, and one contract in the singular', () => {
  const place = (shareBelow: number, of: number): string | null =>
    presentBenchmark(
      view({ contract: { id: 'c1', gap: null, months: 24, monthlyPence: 1, shareBelow, of } }),
      words,
    ).place;
  expect(place(1, 35)).toBe('That is more than all 35 comparable contracts.');
  expect(place(0.998, 500)).toBe('That is more than 99% of 500 comparable contracts.');
  expect(place(0.001, 1000)).toBe('That is more than 1% of 1,000 comparable contracts.');
  expect(place(0, 35)).toBe('None of the 35 comparable contracts comes to less.');
  expect(place(1, 1)).toBe('That is more than the one comparable contract.');
});

test('without enough data shows no numbers', () => {
  const shown = presentBenchmark(view({ monthlyPence: null, n: 2, contract: null }), words);
  expect([shown.prices, shown.place, shown.own, shown.contractsHref]).toEqual([null, null, null, null]);
  expect(shown.tooFew).toBe('Not enough data: at least 5 contracts of 3 buyers are needed.');
});

test('says why a contract cannot be compared', () => {
  const contract = {
    id: 'c1',
    gap: 'no-term',
    months: null,
    monthlyPence: null,
    shareBelow: null,
    of: 0,
  } as const;
  expect(presentBenchmark(view({ contract }), words).gap).toBe('Its start or its end is not published.');
});
