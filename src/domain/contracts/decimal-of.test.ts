import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decimalOf } from './decimal-of.ts';
import { parseMoney } from './money.ts';

describe('decimalOf', () => {
  it('writes pence as pounds and a yen as a yen', () => {
    expect(decimalOf(2_087_850, 'GBP')).toBe('20878.50');
    expect(decimalOf(5, 'GBP')).toBe('0.05');
    expect(decimalOf(1200, 'JPY')).toBe('1200');
    expect(decimalOf(-150, 'GBP')).toBe('-1.50');
    expect(decimalOf(null, 'GBP')).toBeNull();
  });

  it('gives back what parseMoney reads, to the penny', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9_000_000_000_000_000 }), (pence) => {
        expect(parseMoney(decimalOf(pence, 'GBP') ?? '', 'GBP').minorUnits).toBe(pence);
      }),
    );
  });
});
