import { runOnThread } from '../lib/run-on-thread.ts';
import { checkComposition, type CompositionAnswer, type CompositionProblem } from '../maths/composition.ts';
import type { CompositionQuestion } from './solve-composition.ts';

/** Solves problems beside the calling thread. */
export type Solver = {
  /**
   * The best compositions, proven.
   *
   * @throws RangeError for a problem that can't be meant
   */
  composition(
    problem: CompositionProblem,
    question: CompositionQuestion,
    signal: AbortSignal,
  ): Promise<CompositionAnswer>;
};

/** What the thread is given. */
export type SolverTask = { problem: CompositionProblem; question: CompositionQuestion };

/**
 * HiGHS on a thread of its own for each problem, which ends with it: its memory with it, and an interruption at once.
 *
 * @example await threadSolver.composition(problem, { count: 5, timeLimitMs: 10_000 }, signal)
 */
export const threadSolver: Solver = {
  async composition(problem, question, signal) {
    checkComposition(problem);
    const task: SolverTask = { problem, question };
    return runOnThread(new URL('./solve-worker.ts', import.meta.url), task, { signal });
  },
};
