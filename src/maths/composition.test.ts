import { describe, expect, it } from 'vitest';
import { compositionOption, compositionProblem } from '../../test/factories/composition.ts';
import { assessComposition, checkComposition, keepsLimits } from './composition.ts';
import { searchCompositions } from './search-compositions.ts';

const build = compositionOption({ worth: 100, costByYear: [40], teamFte: 3 });
const buy = compositionOption({ model: 'buy', supplier: 'Marram Ltd', worth: 90, costByYear: [20] });
const rent = compositionOption({ model: 'rent', supplier: 'Samphire plc', worth: 96, costByYear: [30] });
const joined = compositionProblem({
  components: [{ options: [build, buy] }, { options: [build, rent] }],
  interfaces: [{ between: [0, 1], costByYear: [15] }],
  extraSupplier: { teamFte: 1, costByYear: [5] },
});

describe('a composition', () => {
  it('costs its options, each interface between unlike models, and each supplier after the first', () => {
    expect(assessComposition(joined, [0, 0])).toMatchObject({
      cost: 80,
      teamFte: 6,
      suppliers: 0,
      objective: 120,
    });
    expect(assessComposition(joined, [1, 1])).toMatchObject({
      cost: 20 + 30 + 15 + 5,
      teamFte: 1,
      suppliers: 2,
      objective: 116,
    });
    expect(assessComposition(joined, [1, 0])).toMatchObject({ cost: 75, teamFte: 3, suppliers: 1 });
  });

  it('keeps a limit that it just fills, also where fractions add up beside it', () => {
    const tenths = compositionProblem({
      components: [
        { options: [compositionOption({ teamFte: 0.1 })] },
        { options: [compositionOption({ teamFte: 0.2 })] },
      ],
      teamCapacityFte: 0.3,
    });
    expect(keepsLimits(tenths, assessComposition(tenths, [0, 0]))).toBe(true);
    const less = { ...tenths, teamCapacityFte: 0.29 };
    expect(keepsLimits(less, assessComposition(less, [0, 0]))).toBe(false);
    expect(keepsLimits(less, assessComposition(less, [0, 0]), { of: 'team' })).toBe(true);
  });
});

describe('looking at every composition', () => {
  it('gives the best first, a mixed one where that wins', () => {
    const answer = searchCompositions(joined, 3);
    expect(answer).toMatchObject({
      kind: 'proven',
      bound: 120,
      best: [{ objective: 120 }, { objective: 116 }, { objective: 115 }],
    });
    const loose = searchCompositions({ ...joined, interfaces: [] }, 1);
    expect(loose).toMatchObject({ best: [{ choice: [1, 1], objective: 131 }] });
  });

  it('says how much of each limit would do where none fits', () => {
    expect(searchCompositions({ ...joined, teamCapacityFte: 0, budgetByYear: [75] }, 1)).toEqual({
      kind: 'infeasible',
      withoutOption: [],
      shortfalls: [
        { limit: { of: 'team' }, available: 0, needed: 1 },
        { limit: { of: 'budget', year: 0 }, available: 75, needed: null },
      ],
    });
    expect(
      searchCompositions({ ...joined, components: [{ options: [] }, { options: [buy] }] }, 1),
    ).toMatchObject({
      kind: 'infeasible',
      withoutOption: [0],
    });
  });

  it('refuses more than it can look at', () => {
    const options = Array.from({ length: 8 }, () => build);
    const large = compositionProblem({ components: Array.from({ length: 12 }, () => ({ options })) });
    expect(() => searchCompositions(large, 1)).toThrow('68719476736 compositions');
  });
});

describe('a problem that cannot be meant', () => {
  it.each([
    ['no component', { components: [] }, 'no component'],
    [
      'an interface with itself',
      { interfaces: [{ between: [1, 1] as const, costByYear: [1] }] },
      'no two components',
    ],
    [
      'an interface with nothing',
      { interfaces: [{ between: [0, 2] as const, costByYear: [1] }] },
      'no two components',
    ],
    [
      'a reward for differing',
      { interfaces: [{ between: [0, 1] as const, costByYear: [-1] }] },
      'must be 0 or more',
    ],
    ['years without a budget', { budgetByYear: [1, 1] }, 'costs of 1 years'],
    ['a limit that is none', { teamCapacityFte: Number.NaN }, 'no number'],
    ['a worth that is none', { components: [{ options: [{ ...build, worth: Number.NaN }] }] }, 'NaN'],
  ])('is refused: %s', (_, fields, message) => {
    expect(() => checkComposition({ ...joined, ...fields })).toThrow(message);
  });
});
