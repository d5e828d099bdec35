import { expect, it } from 'vitest';
import type { PricedContract } from './price-benchmark.ts';
import { termGap, typicalTerm } from './typical-term.ts';

const contract = (id: string, changes: Partial<PricedContract> = {}): PricedContract => ({
  contractId: id,
  segment: 'sector-systems',
  buyerType: 'nhs',
  buyerId: `buyer-${id}`,
  stage: 'signed',
  isFrameworkAgreement: false,
  netPence: 5_000_000_00,
  startOn: '2024-01-01',
  endOn: '2025-12-31',
  ...changes,
});
const five = ['a', 'b', 'c', 'd', 'e'].map((id) => contract(id));
const group = { segment: 'sector-systems', size: '1m-10m', buyerType: 'nhs' } as const;

it('two years are twenty-four months, and a value isn’t needed for a term', () => {
  expect(typicalTerm(five, group).months?.median).toBeCloseTo(24, 1);
  const unvalued = five.map((one) => ({ ...one, netPence: null }));
  const found = typicalTerm(unvalued, group);
  expect(found.group.size).toBeNull();
  expect(found.months?.median).toBeCloseTo(24, 1);
});

it('widens by kind of buyer, then by size, and says what it compared', () => {
  const councils = five.map((one) => ({ ...one, buyerType: 'local-government' }));
  expect(typicalTerm(councils, group).group).toEqual({ ...group, buyerType: null });
  expect(typicalTerm(five.slice(1), group)).toMatchObject({ n: 4, months: null });
});

it('contracts of two buyers are too few buyers', () => {
  const few = five.map((one, index) => ({ ...one, buyerId: `buyer-${index % 2}` }));
  expect(typicalTerm(few, group)).toMatchObject({ n: 5, buyers: 2, months: null });
});

it('says why a term isn’t counted', () => {
  expect(termGap(contract('a'))).toBeNull();
  expect(termGap(contract('a', { isFrameworkAgreement: true }))).toBe('framework-agreement');
  expect(termGap(contract('a', { stage: 'cancelled' }))).toBe('withdrawn');
  expect(termGap(contract('a', { endOn: null }))).toBe('no-term');
  expect(termGap(contract('a', { endOn: '2024-01-10' }))).toBe('short-term');
});
