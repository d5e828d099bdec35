import { assert, bigInt, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoney } from './money.ts';

describe('published amounts', () => {
  it('become the smallest unit of their currency without binary fractions', () => {
    expect(parseMoney(20878.5, 'GBP').minorUnits).toBe(2087850);
    expect(parseMoney(1.005, 'GBP')).toEqual({ minorUnits: 101, originalText: '1.005', flag: null });
    expect(parseMoney(0.07, 'GBP').minorUnits).toBe(7);
    expect(parseMoney(1500, 'JPY').minorUnits).toBe(1500);
    expect(parseMoney(1.234, 'KWD').minorUnits).toBe(1234);
  });

  it('may be plain numbers written as text, but a text with separators is unreadable and kept', () => {
    expect(parseMoney('12000.50', 'GBP')).toEqual({ minorUnits: 1200050, originalText: null, flag: null });
    expect(parseMoney('12,000', 'GBP')).toEqual({
      minorUnits: null,
      originalText: '12,000',
      flag: 'unreadable',
    });
    expect(parseMoney('£12', 'GBP').flag).toBe('unreadable');
    expect(parseMoney(true, 'GBP')).toEqual({ minorUnits: null, originalText: 'true', flag: 'unreadable' });
  });

  it('of 1e9999 are placeholders that keep their text', () => {
    expect(parseMoney(Number.POSITIVE_INFINITY, 'GBP')).toEqual({
      minorUnits: null,
      originalText: '1e9999',
      flag: 'placeholder',
    });
    expect(parseMoney('1e9999', 'GBP').flag).toBe('placeholder');
  });

  it('beyond what a database integer carries are unreadable', () => {
    expect(parseMoney(1e14, 'GBP')).toEqual({
      minorUnits: null,
      originalText: '100000000000000',
      flag: 'unreadable',
    });
    expect(parseMoney(9e13, 'GBP').minorUnits).toBe(9e15);
  });

  it('of zero and below are flagged', () => {
    expect(parseMoney(0, 'GBP').flag).toBe('zero');
    expect(parseMoney(-5.25, 'GBP')).toEqual({ minorUnits: -525, originalText: null, flag: 'negative' });
  });

  it('with two places come back exactly for every number of pence', () => {
    assert(
      property(integer({ min: 1, max: 9_000_000_000_000 }), (pence) => {
        expect(parseMoney(pence / 100, 'GBP')).toEqual({ minorUnits: pence, originalText: null, flag: null });
      }),
    );
  });

  it('written as text never lose a digit or throw', () => {
    assert(
      property(bigInt({ min: 0n, max: 10n ** 20n }), (units) => {
        const { minorUnits } = parseMoney(`${units}.25`, 'GBP');
        if (units <= 89_999_999_999_999n) expect(minorUnits).toBe(Number(units * 100n + 25n));
        else expect(minorUnits).toBeNull();
      }),
    );
  });
});
