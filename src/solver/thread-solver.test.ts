import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { compositionProblem, randomComposition } from '../../test/factories/composition.ts';
import { seededRng } from '../lib/rng.ts';
import { searchCompositions } from '../maths/search-compositions.ts';
import { threadSolver } from './thread-solver.ts';

const { signal } = new AbortController();
const sizes = { interfaces: 6, suppliers: 3, years: 2, limitShare: 1.1 };

describe('the solver on a thread of its own', () => {
  it('answers as in the calling one', async () => {
    const problem = randomComposition(seededRng(4), { components: 4, models: 3, ...sizes });
    const answer = await threadSolver.composition(problem, { count: 3, timeLimitMs: 60_000 }, signal);
    expect(answer).toMatchObject({
      best: searchCompositions(problem, 3).kind === 'proven' ? expect.anything() : [],
    });
    expect(answer.kind === 'proven' && answer.best.map(({ objective }) => objective)).toEqual(
      objectivesOf(searchCompositions(problem, 3)),
    );
  });

  it('ends at once when it is interrupted, and lets others work meanwhile', async () => {
    const hard = randomComposition(seededRng(1), {
      components: 14,
      models: 10,
      ...sizes,
      interfaces: 60,
      years: 3,
    });
    const stop = new AbortController();
    const answer = threadSolver.composition(hard, { count: 50, timeLimitMs: 600_000 }, stop.signal);
    const ended = expect(answer).rejects.toThrow('aborted');
    await wait(50);
    stop.abort();
    await ended;
    await expect(threadSolver.composition(hard, { count: 1, timeLimitMs: 1 }, stop.signal)).rejects.toThrow(
      'aborted',
    );
  });

  it('refuses what cannot be meant before it starts one', async () => {
    const question = { count: 1, timeLimitMs: 1000 };
    await expect(threadSolver.composition(compositionProblem(), question, signal)).rejects.toThrow(
      RangeError,
    );
  });
});

function objectivesOf(answer: ReturnType<typeof searchCompositions>): number[] {
  return answer.kind === 'infeasible' ? [] : answer.best.map(({ objective }) => objective);
}
