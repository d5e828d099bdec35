import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { weighTree } from './criteria-tree.ts';
import { swingWeights } from './swing-weights.ts';

describe('swing weights', () => {
  it('are the points by their sum', () => {
    expect(swingWeights([100, 60, 40])).toEqual([0.5, 0.3, 0.2]);
    expect(swingWeights([0, 5])).toEqual([0, 1]);
  });

  it('refuse points that say nothing', () => {
    expect(() => swingWeights([])).toThrow('above nought');
    expect(() => swingWeights([0, 0])).toThrow('above nought');
    expect(() => swingWeights([1, -1])).toThrow('not -1');
    expect(() => swingWeights([Number.NaN])).toThrow('not NaN');
  });

  it('add up to 1 and stand to each other as the points do', () => {
    const points = fc.array(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(points, (given) => {
        const weights = swingWeights(given);
        expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
        weights.forEach((weight, index) => {
          expect(weight * (given[0] ?? 0)).toBeCloseTo((weights[0] ?? 0) * (given[index] ?? 0), 9);
        });
      }),
    );
  });
});

describe('a tree of criteria', () => {
  it('gives each criterion the share of its group', () => {
    const found = weighTree([
      { id: 'service', parentId: null, points: 100 },
      { id: 'uptime', parentId: 'service', points: 100 },
      { id: 'support', parentId: 'service', points: 25 },
      { id: 'people', parentId: null, points: 60 },
    ]);
    expect(found).toEqual([
      { id: 'service', localWeight: 0.625, weight: 0.625, isCriterion: false },
      { id: 'uptime', localWeight: 0.8, weight: 0.5, isCriterion: true },
      { id: 'support', localWeight: 0.2, weight: 0.125, isCriterion: true },
      { id: 'people', localWeight: 0.375, weight: 0.375, isCriterion: true },
    ]);
  });

  it('is refused where it goes round in a circle, and the sentence shows how', () => {
    const circle = [
      { id: 'a', parentId: 'c', points: 1 },
      { id: 'b', parentId: 'a', points: 1 },
      { id: 'c', parentId: 'b', points: 1 },
      { id: 'd', parentId: 'a', points: 1 },
    ];
    expect(() => weighTree(circle)).toThrow('a → c → b → a');
    expect(() => weighTree(circle.toReversed())).toThrow('in a circle');
    expect(() => weighTree([{ id: 'a', parentId: 'a', points: 1 }])).toThrow('a → a');
  });

  it('is refused where nodes are missing, twice there or without points', () => {
    expect(() => weighTree([{ id: 'a', parentId: 'x', points: 1 }])).toThrow(`"x", which isn't there`);
    const twice = { id: 'a', parentId: null, points: 1 };
    expect(() => weighTree([twice, { ...twice }])).toThrow('occurs twice');
    expect(() => weighTree([{ ...twice, points: 0 }])).toThrow('above nought');
  });

  it('has criteria that together count 1, whatever the tree', () => {
    const nodes = fc
      .array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 100 })), { minLength: 1, maxLength: 20 })
      .map((drawn) =>
        drawn.map(([parent, points], index) => ({
          id: String(index),
          // A parent that comes before, so that there is no circle.
          parentId: index === 0 || parent % (index + 1) === index ? null : String(parent % (index + 1)),
          points,
        })),
      );
    fc.assert(
      fc.property(nodes, (given) => {
        const leaves = weighTree(given).filter(({ isCriterion }) => isCriterion);
        expect(leaves.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});
