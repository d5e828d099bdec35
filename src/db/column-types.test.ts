import { assert, maxSafeInteger, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInstant, parseInt8 } from './column-types.ts';

describe('an eight-byte integer', () => {
  it('is the same number, within what a number holds exactly', () => {
    assert(property(maxSafeInteger(), (number) => parseInt8(String(number)) === number));
  });

  it('is refused beyond that instead of being rounded', () => {
    expect(parseInt8('9007199254740991')).toBe(9_007_199_254_740_991);
    expect(() => parseInt8('9007199254740993')).toThrow(RangeError);
    expect(() => parseInt8('-9223372036854775808')).toThrow(RangeError);
  });
});

describe('an instant', () => {
  it('is ISO text in UTC with the microseconds it has', () => {
    expect(parseInstant('2026-11-23 05:13:41+00')).toBe('2026-11-23T05:13:41Z');
    expect(parseInstant('2026-11-23 05:13:41.000123+00')).toBe('2026-11-23T05:13:41.000123Z');
  });

  it('stays as it is where ISO text cannot say it', () => {
    expect(parseInstant('infinity')).toBe('infinity');
    expect(parseInstant('0044-03-15 12:00:00+00 BC')).toBe('0044-03-15 12:00:00+00 BC');
  });
});
