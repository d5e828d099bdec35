import { expect, it } from 'vitest';
import { atPath, compareNumber } from './compare-number.ts';

it('a value may be off by the tolerance and no more', () => {
  const given = { id: 'a', what: 'mean', expected: 1, tolerance: 0.25 };
  expect(compareNumber({ ...given, got: 1.25 })).toEqual({
    ...given,
    got: 1.25,
    deviation: 0.25,
    passed: true,
  });
  expect(compareNumber({ ...given, got: 1.5 }).passed).toBe(false);
  expect(compareNumber({ ...given, got: Number.NaN }).passed).toBe(false);
});

it('a refusal says where in the file it was, and a bug stays a bug', () => {
  const refuse = (): never => {
    throw new RangeError('Too much.');
  };
  expect(() => atPath('cases.3', refuse)).toThrow('cases.3: Too much.');
  const fail = (): never => {
    throw new TypeError('Broken.');
  };
  expect(() => atPath('cases.3', fail)).toThrow(/^Broken/);
  expect(atPath('cases.3', () => 7)).toBe(7);
});
