import { describe, expect, it } from 'vitest';
import { valueBandOf } from './value-band.ts';

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
});
