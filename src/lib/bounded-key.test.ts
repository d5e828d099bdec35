import fc from 'fast-check';
import { expect, it } from 'vitest';
import { boundedKey, longestKey } from './bounded-key.ts';

it('leaves a key of usual length as it is', () => {
  expect(boundedKey('x'.repeat(longestKey))).toBe('x'.repeat(longestKey));
});

it('cuts a longer one, and keeps those apart that differ only at their end', () => {
  const long = 'x'.repeat(5_000);
  expect(boundedKey(long)).toHaveLength(longestKey);
  expect(boundedKey(`${long}a`)).not.toBe(boundedKey(`${long}b`));
  expect(boundedKey(long)).toBe(boundedKey(long));
});

it('never gives more than the limit, nor half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 900 }), (text) => {
      const key = boundedKey(text);
      expect(key.length).toBeLessThanOrEqual(longestKey);
      expect(key.isWellFormed()).toBe(true);
    }),
  );
});
