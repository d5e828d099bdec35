import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatIn } from './format.ts';

const format = formatIn('en-GB');
const pounds = (value: number) => ({ minorUnits: Math.round(value * 100), currency: 'GBP' });
const words = { under: 'under 1%', over: 'over 99%' };

describe('money', () => {
  test('lists show three figures and the usual letters', () => {
    expect(format.moneyShort(pounds(1_234_567.89))).toBe('£1.23m');
    expect(format.moneyShort(pounds(82_000))).toBe('£82k');
    expect(format.moneyShort(pounds(999_999))).toBe('£1m');
    expect(format.moneyShort(pounds(1_500_000_000))).toBe('£1.5bn');
    expect(format.moneyShort(pounds(9_500))).toBe('£9,500');
  });

  test('tables show every penny, and no empty pence', () => {
    expect(format.moneyExact(pounds(1_234_567.89))).toBe('£1,234,567.89');
    expect(format.moneyExact(pounds(1_234_567.8))).toBe('£1,234,567.80');
    expect(format.moneyExact(pounds(1_234_567))).toBe('£1,234,567');
    expect(format.moneyExact(pounds(-20))).toBe('-£20');
  });

  test('a currency keeps its own smallest unit', () => {
    expect(format.moneyExact({ minorUnits: 1500, currency: 'JPY' })).toBe('JP¥1,500');
    expect(format.moneyExact({ minorUnits: 1550, currency: 'EUR' })).toBe('€15.50');
  });

  test('an amount without a currency is a bare number, and one that is no number has no text', () => {
    expect(format.moneyExact({ minorUnits: 150_000, currency: null })).toBe('1,500');
    expect(format.moneyShort({ minorUnits: null, currency: 'GBP' })).toBeNull();
  });

  test('a broken currency code never throws', () => {
    fc.assert(
      fc.property(fc.integer(), fc.string(), (minorUnits, currency) => {
        expect(format.moneyShort({ minorUnits, currency })).not.toBe('');
      }),
    );
  });
});

describe('dates', () => {
  test('days and instants are written as people say them, in London', () => {
    expect(format.day('2027-03-31')).toBe('31 March 2027');
    expect(format.dayOf('2027-03-31T23:30:00Z')).toBe('1 April 2027');
    expect(format.instant('2026-07-01T12:05:00Z')).toBe('1 July 2026 at 13:05');
  });

  test('a day out of range or no day at all stays readable', () => {
    expect(format.day('9999-12-31')).toBe('31 December 9999');
    expect(format.day('soon')).toBe('soon');
  });
});

test('a share never rounds something to nothing or nearly all to all', () => {
  expect(format.share(1, 1000, words)).toBe('under 1%');
  expect(format.share(999, 1000, words)).toBe('over 99%');
  expect(format.share(0, 1000, words)).toBe('0%');
  expect(format.share(1000, 1000, words)).toBe('100%');
  expect(format.share(1, 3, words)).toBe('33%');
  expect(format.share(0, 0, words)).toBe('–');
});

test('sizes are shown in the unit that a reader can judge', () => {
  expect(format.bytes(14_200)).toBe('14 kB');
  expect(format.bytes(2_340_000)).toBe('2.3 MB');
});
