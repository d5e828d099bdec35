import { describe, expect, it } from 'vitest';
import { penceOfBand, valueBandOf, valueBands } from './value-band.ts';

describe('valueBandOf', () => {
  it('puts a lower bound into its own band', () => {
    expect(valueBandOf(1_000_000, false)).toBe('10k-100k');
    expect(valueBandOf(999_999, false)).toBe('under-10k');
    expect(valueBandOf(10_000_000_000, false)).toBe('over-100m');
  });

  it('keeps ceilings and unknown values apart from real ones', () => {
    expect(valueBandOf(500_000_000, true)).toBe('ceiling');
    expect(valueBandOf(null, false)).toBe('none');
  });

  it('has bounds that meet, each in its own band', () => {
    const bands = valueBands.flatMap((band) => {
      const pence = penceOfBand(band);
      return pence === null ? [] : [{ band, ...pence }];
    });
    for (const [index, { band, from, below }] of bands.entries()) {
      expect(valueBandOf(from, false)).toBe(band);
      if (below !== null) expect(valueBandOf(below - 1, false)).toBe(band);
      expect(bands[index + 1]?.from ?? null).toBe(below);
    }
    expect([penceOfBand('none'), penceOfBand('ceiling')]).toEqual([null, null]);
  });
});
