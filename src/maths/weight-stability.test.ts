import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weightStability } from './weight-stability.ts';

describe('how far a weight can move', () => {
  it('is where two straight lines meet', () => {
    // With weight w on the first criterion: 80w + 20(1 − w) against 40w + 60(1 − w), equal at one half.
    const points = [
      [80, 20],
      [40, 60],
    ];
    const [first, second] = weightStability(points, [0.6, 0.4]);
    expect(first).toEqual({
      criterion: 0,
      weight: 0.6,
      leader: 0,
      low: 0.5,
      high: 1,
      below: 1,
      above: null,
      leads: [
        { from: 0, to: 0.5, option: 1 },
        { from: 0.5, to: 1, option: 0 },
      ],
    });
    expect(second).toMatchObject({ low: 0, high: 0.5, below: null, above: 1 });
  });

  it('is everything where one option is best throughout, and nothing where two tie and part', () => {
    expect(
      weightStability(
        [
          [9, 9],
          [1, 2],
        ],
        [0.5, 0.5],
      )[0],
    ).toMatchObject({ low: 0, high: 1, below: null, above: null, leads: [{ from: 0, to: 1, option: 0 }] });
    expect(
      weightStability(
        [
          [8, 2],
          [2, 8],
        ],
        [0.5, 0.5],
      )[0],
    ).toMatchObject({ leader: 0, low: 0.5, high: 1, below: 1 });
  });

  it('names who takes over first, and of two at once the one that gains most', () => {
    const points = [
      [10, 50],
      [30, 30],
      [50, 10],
      [20, 20],
    ];
    expect(weightStability(points, [0.2, 0.8])[0]).toMatchObject({ leader: 0, high: 0.5, above: 2 });
  });

  it('takes the others as equal where one criterion has all the weight, and one criterion alone as it is', () => {
    const points = [
      [10, 0, 40],
      [8, 20, 40],
    ];
    // The second is ahead by 10 at weight 0 and behind by 2 at 1.
    expect(weightStability(points, [1, 0, 0])[0]?.low).toBeCloseTo(10 / 12, 12);
    expect(weightStability([[1], [2]], [1])[0]).toMatchObject({ leader: 1, low: 0, high: 1 });
  });

  const decision = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 5 }))
    .chain(([options, criteria]) =>
      fc.record({
        points: fc.array(
          fc.array(fc.integer({ min: 0, max: 100 }), { minLength: criteria, maxLength: criteria }),
          { minLength: options, maxLength: options },
        ),
        swings: fc.array(fc.integer({ min: 1, max: 100 }), { minLength: criteria, maxLength: criteria }),
      }),
    );

  /** The totals after one weight is set and the others are scaled, worked out the long way. */
  const totalsAt = (
    points: readonly (readonly number[])[],
    weights: readonly number[],
    criterion: number,
    set: number,
  ): number[] => {
    const rest = 1 - (weights[criterion] ?? 0);
    return points.map((row) =>
      row.reduce(
        (sum, one, index) =>
          sum + one * (index === criterion ? set : ((weights[index] ?? 0) * (1 - set)) / rest),
        0,
      ),
    );
  };

  it('agrees with trying weights one by one', () => {
    fc.assert(
      fc.property(decision, ({ points, swings }) => {
        const total = swings.reduce((sum, one) => sum + one, 0);
        const weights = swings.map((one) => one / total);
        for (const { criterion, leader, low, high, weight, leads } of weightStability(points, weights)) {
          expect(low).toBeLessThanOrEqual(weight);
          expect(high).toBeGreaterThanOrEqual(weight);
          expect([leads[0]?.from, leads.at(-1)?.to]).toEqual([0, 1]);
          for (let set = 0; set <= 1; set += 1 / 16) {
            const totals = totalsAt(points, weights, criterion, set);
            const most = Math.max(...totals);
            const behind = most - (totals[leader] ?? 0);
            if (set >= low && set <= high) expect(behind).toBeLessThan(1e-9);
            else if (set < low - 1e-9 || set > high + 1e-9) expect(behind).toBeGreaterThan(0);
            const lead = leads.find(({ from, to }) => from <= set && set <= to);
            expect(most - (totals[lead?.option ?? -1] ?? Number.NaN)).toBeLessThan(1e-9);
          }
        }
      }),
    );
  });

  it('has leads without a gap, each by another option', () => {
    fc.assert(
      fc.property(decision, ({ points, swings }) => {
        const total = swings.reduce((sum, one) => sum + one, 0);
        for (const { leads } of weightStability(
          points,
          swings.map((one) => one / total),
        ))
          leads.slice(1).forEach((lead, index) => {
            expect(lead.from).toBe(leads[index]?.to);
            expect(lead.option).not.toBe(leads[index]?.option);
          });
      }),
    );
  });
});
