/** The thread that solves: see thread-solver.ts. */
import { answerOnThread } from '../lib/run-on-thread.ts';
import { openHighs } from './highs.ts';
import { solveComposition } from './solve-composition.ts';
import type { SolverTask } from './thread-solver.ts';

await answerOnThread(async ({ problem, question }: SolverTask) =>
  solveComposition(await openHighs(), problem, question),
);
