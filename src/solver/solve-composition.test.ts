import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compositionOption,
  compositionProblem,
  randomComposition,
} from '../../test/factories/composition.ts';
import { seededRng } from '../lib/rng.ts';
import type { CompositionAnswer, CompositionProblem } from '../maths/composition.ts';
import { assessComposition } from '../maths/composition.ts';
import { searchCompositions } from '../maths/search-compositions.ts';
import { openHighs } from './highs.ts';
import type { MixedIntegerSolver } from './mixed-integer.ts';
import { solveComposition } from './solve-composition.ts';

let solver: MixedIntegerSolver;
beforeAll(async () => {
  solver = await openHighs();
});

const solve = (problem: CompositionProblem, count = 5, timeLimitMs = 60_000): CompositionAnswer =>
  solveComposition(solver, problem, { count, timeLimitMs });

/** Of equal objectives either may come first, so objectives are compared. */
function outline(answer: CompositionAnswer): unknown {
  if (answer.kind === 'infeasible') return answer;
  return { kind: answer.kind, objectives: answer.best.map(({ objective }) => objective) };
}

describe('the best compositions', () => {
  const problems = fc
    .record({
      seed: fc.integer(),
      components: fc.integer({ min: 1, max: 5 }),
      models: fc.integer({ min: 1, max: 4 }),
      interfaces: fc.integer({ min: 0, max: 8 }),
      suppliers: fc.integer({ min: 1, max: 4 }),
      years: fc.integer({ min: 1, max: 3 }),
      limitShare: fc.double({ min: 0.4, max: 1.2, noNaN: true }),
    })
    .map(({ seed, ...size }) => randomComposition(seededRng(seed), size));

  it('of any small problem are those that looking at each gives, and so is what an infeasible one needs', () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(problems, (problem) => {
        const expected = searchCompositions(problem, 5);
        const answer = solve(problem);
        kinds.add(answer.kind);
        expect(outline(answer)).toEqual(outline(expected));
        if (answer.kind !== 'proven') return;
        const [first] = answer.best;
        expect(answer.bound).toBeGreaterThanOrEqual(first?.objective ?? Infinity);
        expect(answer.bound).toBeLessThanOrEqual((first?.objective ?? 0) + 0.01);
        for (const each of answer.best) expect(each).toEqual(assessComposition(problem, each.choice));
        expect(new Set(answer.best.map(({ choice }) => choice.join())).size).toBe(answer.best.length);
      }),
      { numRuns: 150, seed: 3 },
    );
    expect([...kinds].toSorted()).toEqual(['infeasible', 'proven']);
  });

  it('are all there are where fewer were asked for than exist', () => {
    const options = [compositionOption({ worth: 2 }), compositionOption({ worth: 1 })];
    expect(outline(solve(compositionProblem({ components: [{ options }] })))).toEqual({
      kind: 'proven',
      objectives: [2, 1],
    });
  });

  it('cost no pound more than the budget, where the solver alone would not see the difference', () => {
    const [dear, cheap] = [2_000_000_001, 2_000_000_000];
    const options = [dear, cheap].map((cost) => compositionOption({ worth: 3 * cost, costByYear: [cost] }));
    const problem = compositionProblem({ components: [{ options }], budgetByYear: [cheap] });
    expect(solve(problem)).toMatchObject({ kind: 'proven', best: [{ choice: [1], cost: cheap }] });
    expect(solve({ ...problem, budgetByYear: [dear] })).toMatchObject({
      best: [{ choice: [0] }, { choice: [1] }],
    });
  });
});

describe('what cannot be solved', () => {
  it('names components that nothing is allowed for', () => {
    const problem = compositionProblem({ components: [{ options: [compositionOption()] }, { options: [] }] });
    expect(solve(problem)).toEqual({ kind: 'infeasible', withoutOption: [1], shortfalls: [] });
  });

  it('says that time ran out, and never that there is no answer', () => {
    const size = { components: 12, models: 8, interfaces: 44, suppliers: 5, years: 3, limitShare: 0.8 };
    expect(solve(randomComposition(seededRng(1), size), 5, 0).kind).toBe('out-of-time');
  });

  it('refuses a question that cannot be meant', () => {
    expect(() => solve(compositionProblem())).toThrow('no component');
    expect(() => solve(compositionProblem({ components: [{ options: [] }] }), 0)).toThrow('At least one');
  });
});
