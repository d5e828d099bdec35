import { expect, test } from 'vitest';
import { dependence } from './dependence.ts';

test('the largest and the four largest are shares of the whole', () => {
  expect(dependence([10, 40, 20, 20, 10])).toEqual({ largestShare: 0.4, topFourShare: 0.9, counterparts: 5 });
});

test('who deals with one other depends on it wholly', () => {
  expect(dependence([7])).toEqual({ largestShare: 1, topFourShare: 1, counterparts: 1 });
});

test('without value there is no dependence to state', () => {
  expect(dependence([])).toBeNull();
  expect(dependence([0])).toBeNull();
});
