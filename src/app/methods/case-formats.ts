import { checkCompositionCases } from '../../domain/methods/composition-cases.ts';
import type { CaseResult } from '../../domain/methods/case-result.ts';
import { openHighs } from '../../solver/highs.ts';
import { solveComposition } from '../../solver/solve-composition.ts';

/** A form of file with values that others computed. */
export type CaseFormat = {
  name: string;
  /** Members that its first case has; of a CSV file: its columns. */
  members: readonly string[];
  /** Computes every value anew. A CSV file comes as its rows, each by column. */
  check(content: unknown): CaseResult[] | Promise<CaseResult[]>;
};

/** How long one composition may take: none of the reference cases needs a second. */
const timeLimitMs = 60_000;

/** Every form that is known; the first whose members are all there is it. */
export const caseFormats: readonly CaseFormat[] = [
  { name: 'composition', members: ['components', 'interfaces'], check: checkCompositions },
];

async function checkCompositions(content: unknown): Promise<CaseResult[]> {
  const solver = await openHighs();
  return checkCompositionCases(content, (problem, count) =>
    solveComposition(solver, problem, { count, timeLimitMs }),
  );
}
