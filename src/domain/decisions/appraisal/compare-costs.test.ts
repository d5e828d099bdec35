import { describe, expect, it } from 'vitest';
import { compareCosts } from './compare-costs.ts';

const options = [
  { option: 'mixed', value: 76, cost: { p50: 14.2e6 } },
  { option: 'saas', value: 61, cost: { p50: 12.5e6 } },
  { option: 'build', value: 70, cost: { p50: 15.1e6 } },
];

describe('cost beside value', () => {
  it('names who is on the frontier, and the price of a point between neighbours', () => {
    const found = compareCosts(options, null);
    expect(found?.places.map(({ option, isOnFrontier, dominatedBy }) => [option, isOnFrontier, dominatedBy])).toEqual([
      ['saas', true, []],
      ['mixed', true, []],
      ['build', false, ['mixed']],
    ]); // prettier-ignore
    expect(found?.steps).toHaveLength(1);
    expect(found?.steps[0]).toMatchObject({ from: 'saas', to: 'mixed', extraPoints: 15 });
    expect(found?.steps[0]?.perPoint).toBeCloseTo(113_333.33, 2);
  });

  it('says for which price of a point each is the choice, and that some never are', () => {
    const [saas, mixed, build] = compareCosts(options, null)?.places ?? [];
    expect(saas?.preferred?.to).toBeCloseTo(113_333.33, 2);
    expect(mixed?.preferred).toEqual({ from: saas?.preferred?.to, to: null });
    expect(build?.preferred).toBeNull();
  });

  it('counts, draw by draw, how often each is the best at a price', () => {
    const drawn = [
      { option: 'cheap', value: 50, cost: { p50: 100, totals: Float64Array.of(100, 100, 100, 300) } },
      { option: 'good', value: 60, cost: { p50: 200, totals: Float64Array.of(200, 150, 250, 250) } },
    ];
    const found = compareCosts(drawn, 12)?.bestAtPrice ?? [];
    expect(found.map(({ perPoint }) => perPoint)).toEqual([0, 5, 10, 12, 20]);
    const goodAt = (price: number): number | undefined =>
      found.find(({ perPoint }) => perPoint === price)?.shares.find(({ option }) => option === 'good')?.share;
    // Ten points better: worth 0, 50, 100, 120 and 200 pounds; a tie counts half.
    expect([0, 5, 10, 12, 20].map(goodAt)).toEqual([0.25, 0.375, 0.625, 0.75, 1]);
  });

  it('says nothing of probabilities where draws are missing or not equally many', () => {
    expect(compareCosts(options, null)?.bestAtPrice).toBeNull();
    const unlike = options.map((one, at) => ({
      ...one,
      cost: { ...one.cost, totals: new Float64Array(10 + at) },
    }));
    expect(compareCosts(unlike, null)?.bestAtPrice).toBeNull();
    expect(compareCosts([], null)).toBeNull();
  });
});
