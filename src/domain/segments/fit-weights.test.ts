import { describe, expect, test } from 'vitest';
import { descend } from './descend.ts';
import { fitWeights, softmax, type Example } from './fit-weights.ts';
import { digitalSegmentIds } from './segment.ts';

const none = digitalSegmentIds.map(() => 0);
const only = (place: number): number[] => digitalSegmentIds.map((_, index) => (index === place ? 1 : 0));
const example = (key: string, digital: number, segments: number[] = none): Example => ({
  features: [{ key, value: 1 }],
  digital,
  segments,
  weight: 1,
});
const authored = {
  weights: new Map([
    ['a', [1, ...none]],
    ['b', [-1, ...none]],
    ['unseen', [2, ...only(3)]],
  ]),
  bias: [0, ...none],
};
const ridge = { digital: 1, segments: 1, bias: 1 };

describe('fitting weights', () => {
  test('a feature that no notice has keeps what was authored, to the bit', () => {
    const fitted = fitWeights([example('a', 1, only(0))], authored, ridge);
    expect(fitted.weights.get('unseen')).toEqual([2, ...only(3)]);
  });

  test('without any notice nothing changes', () => {
    expect(fitWeights([], authored, ridge)).toEqual(authored);
  });

  test('labels that say the contrary turn a weight, and a stronger penalty turns it less', () => {
    const notices = Array.from({ length: 20 }, () => example('a', 0));
    const loose = fitWeights(notices, authored, { ...ridge, digital: 0.1 });
    const tight = fitWeights(notices, authored, { ...ridge, digital: 100 });
    expect(loose.weights.get('a')?.[0]).toBeLessThan(0);
    expect(tight.weights.get('a')?.[0]).toBeGreaterThan(0.8);
  });

  test('is where the gradient of the penalised loss is zero', () => {
    const notices = [example('a', 1), example('a', 1), example('a', 0), example('b', 0)];
    const { weights, bias } = fitWeights(notices, authored, ridge);
    const [a = 0, b = 0, c = 0] = [weights.get('a')?.[0], weights.get('b')?.[0], bias[0]];
    const share = (score: number): number => 1 / (1 + Math.exp(-score));
    expect(3 * share(a + c) - 2 + (a - 1)).toBeCloseTo(0, 6);
    expect(share(b + c) + (b + 1)).toBeCloseTo(0, 6);
    expect(3 * share(a + c) - 2 + share(b + c) + c).toBeCloseTo(0, 6);
  });

  test('segments are learned from digital notices alone', () => {
    const fitted = fitWeights([example('a', 1, only(2)), example('b', 0)], authored, ridge);
    expect(fitted.weights.get('a')?.[3]).toBeGreaterThan(0);
    expect(fitted.weights.get('b')?.slice(1)).toEqual(none);
  });
});

test('shares are in proportion to exponentials, also of large scores', () => {
  expect(softmax([0, Math.log(3)]).map((share) => share.toFixed(6))).toEqual(['0.250000', '0.750000']);
  expect(softmax([1000, 1000])).toEqual([0.5, 0.5]);
});

test('descending finds the least point of a quadratic', () => {
  const rows = [{ places: Int32Array.of(0, 1), values: Float64Array.of(1, 2) }];
  const found = descend(2, { curvature: 1, rows, steps: 400 }, (point, gradient) => {
    const [x = 0, y = 0] = point;
    gradient[0] = x + 2 * y - 5 + 0.5 * x;
    gradient[1] = 2 * (x + 2 * y - 5) + 0.5 * y;
  });
  // Of (x + 2y − 5)²/2 + (x² + y²)/4: x = 10/11, y = 20/11.
  expect(found[0]).toBeCloseTo(10 / 11, 6);
  expect(found[1]).toBeCloseTo(20 / 11, 6);
});
