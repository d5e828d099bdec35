import { ZodError } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { describeIssues } from '../describe-issues.ts';
import { checkCompositionCases } from '../../domain/methods/composition-cases.ts';
import { checkDistributionCases } from '../../domain/methods/distribution-cases.ts';
import { checkForecastScoreCases } from '../../domain/methods/forecast-score-cases.ts';
import { checkInformationCases } from '../../domain/methods/information-cases.ts';
import { checkMultiCriteriaCases } from '../../domain/methods/multi-criteria-cases.ts';
import { checkRankAcceptabilityCases } from '../../domain/methods/rank-acceptability-cases.ts';
import { checkSimulationCases } from '../../domain/methods/simulation-cases.ts';
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
  {
    name: 'distributions',
    members: ['distribution', 'statistic', 'p_or_x', 'value'],
    check: readable(checkDistributionCases),
  },
  { name: 'simulation', members: ['discountRate', 'lines'], check: readable(checkSimulationCases) },
  {
    name: 'value of information',
    members: ['d', 'sd1', 'sd2', 'expected'],
    check: readable(checkInformationCases),
  },
  {
    name: 'multi-criteria',
    members: ['method', 'matrix', 'weights'],
    check: readable(checkMultiCriteriaCases),
  },
  {
    name: 'rank acceptability',
    members: ['scores', 'value', 'weights', 'expected'],
    check: readable(checkRankAcceptabilityCases),
  },
  {
    name: 'forecast scores',
    members: ['forecast', 'observed', 'expected'],
    check: readable(checkForecastScoreCases),
  },
];

async function checkCompositions(content: unknown): Promise<CaseResult[]> {
  const solver = await openHighs();
  return checkCompositionCases(content, (problem, count) =>
    solveComposition(solver, problem, { count, timeLimitMs }),
  );
}

/** A case that isn't one is told as a sentence with its place. */
function readable(check: (content: unknown) => CaseResult[]): (content: unknown) => CaseResult[] {
  return (content) => {
    try {
      return check(content);
    } catch (cause) {
      if (!(cause instanceof ZodError)) throw cause;
      const [first] = describeIssues(cause, content);
      throw new AppError('input-unreadable', `${first?.path ?? ''}: ${first?.message ?? ''}`, { cause });
    }
  };
}
