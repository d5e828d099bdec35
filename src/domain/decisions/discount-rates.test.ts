import { expect, it } from 'vitest';
import { testContext } from '../../../test/support/context.ts';
import { discountFactors } from '../../maths/money/present-value.ts';
import { discountRatesOn } from './discount-rates.ts';

const { discountRates } = testContext().reference.decisions;

it('the standard schedule gives the factors of the Green Book’s tables', () => {
  const found = discountRatesOn(discountRates, 'standard', '2026-11-01');
  const factors = discountFactors(found?.schedule ?? [], 77);
  expect([1, 30, 31, 75, 76].map((year) => factors[year]?.toFixed(4))).toEqual([
    '0.9662',
    '0.3563',
    '0.3459',
    '0.0942',
    '0.0919',
  ]);
  expect(found?.open).toContain('30 June 2026');
});

it('has schedules for health and for a sensitivity', () => {
  expect(discountRatesOn(discountRates, 'health', '2026-11-01')?.schedule[0]).toEqual({
    fromYear: 0,
    rate: 0.015,
  });
  expect(discountRatesOn(discountRates, 'sensitivity', '2026-11-01')?.schedule[0]?.rate).toBe(0.03);
});

it('the version of the day holds, and there is none before the first or of another name', () => {
  const [first] = discountRates;
  const later =
    first === undefined
      ? []
      : [
          { ...first, to: '2027-03-31' },
          { ...first, from: '2027-04-01', version: 'next' },
        ];
  expect(discountRatesOn(later, 'standard', '2027-03-31')?.version).toBe('green-book-2003-standard');
  expect(discountRatesOn(later, 'standard', '2027-04-01')?.version).toBe('next');
  expect(discountRatesOn(later, 'standard', '2003-03-31')).toBeNull();
  expect(discountRatesOn(later, 'health', '2026-11-01')).toBeNull();
});
