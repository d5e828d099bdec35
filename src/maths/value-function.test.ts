import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { additiveValue } from './additive-value.ts';
import { type ValueFunction, valueOf } from './value-function.ts';

describe('points of a score', () => {
  it('rise in a straight line from the worst to the best end, whichever is the larger', () => {
    const days: ValueFunction = { kind: 'linear', worst: 90, best: 30 };
    expect([90, 75, 60, 30].map((score) => valueOf(score, days))).toEqual([0, 25, 50, 100]);
  });

  it('follow the corners of a piecewise-linear function', () => {
    const uptime: ValueFunction = {
      kind: 'piecewise',
      corners: [
        [95, 0],
        [99, 60],
        [99.9, 100],
      ],
    };
    expect([95, 97, 99, 99.9].map((score) => valueOf(score, uptime))).toEqual([0, 30, 60, 100]);
  });

  it('beyond the range are refused, or those of the nearest end', () => {
    const range: ValueFunction = { kind: 'linear', worst: 0, best: 10 };
    expect(() => valueOf(11, range)).toThrow('outside the range from 0 to 10');
    expect([-1, 11].map((score) => valueOf(score, range, 'clamp'))).toEqual([0, 100]);
  });

  it('need a function that is one', () => {
    expect(() => valueOf(Number.NaN, { kind: 'linear', worst: 0, best: 1 })).toThrow('NaN');
    expect(() => valueOf(1, { kind: 'linear', worst: 1, best: 1 })).toThrow('no two ends');
    expect(() => valueOf(1, { kind: 'piecewise', corners: [[1, 0]] })).toThrow('two corners');
    const twice = [
      [1, 0],
      [1, 50],
    ] as const;
    expect(() => valueOf(1, { kind: 'piecewise', corners: twice })).toThrow('come after');
    const tooMany = [
      [1, 0],
      [2, 101],
    ] as const;
    expect(() => valueOf(1, { kind: 'piecewise', corners: tooMany })).toThrow('not 101');
  });

  it('never turn the order of scores, and stay from 0 to 100', () => {
    const end = fc.integer({ min: -50, max: 50 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(end, end, share, share, (worst, best, one, other) => {
        fc.pre(worst !== best);
        const [low, high] = [Math.min(one, other), Math.max(one, other)].map((at) =>
          valueOf(worst + (best - worst) * at, { kind: 'linear', worst, best }, 'clamp'),
        );
        expect(low).toBeGreaterThanOrEqual(0);
        expect(low).toBeLessThanOrEqual((high ?? 0) + 1e-9);
        expect(high).toBeLessThanOrEqual(100);
      }),
    );
  });
});

it('the weighted value is the sum of the parts shown', () => {
  expect(
    additiveValue(
      [
        [100, 0],
        [50, 80],
      ],
      [0.6, 0.4],
    ),
  ).toEqual([
    { total: 60, parts: [60, 0] },
    { total: 62, parts: [30, 32] },
  ]);
  expect(() => additiveValue([[1, 2]], [0.6, 0.6])).toThrow('add up to 1.2');
});
