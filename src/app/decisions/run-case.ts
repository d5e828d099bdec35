import { z } from 'zod';
import { completeScores } from '../../domain/decisions/appraisal/complete-scores.ts';
import { composeOptions } from '../../domain/decisions/appraisal/compose-options.ts';
import { refusingErrors } from '../../domain/decisions/appraisal/judge-readiness.ts';
import { valueOptions } from '../../domain/decisions/appraisal/value-options.ts';
import { weighCriteria } from '../../domain/decisions/appraisal/weigh-criteria.ts';
import { discountRatesOn, type DatedRates } from '../../domain/decisions/discount-rates.ts';
import { checkAffordability } from '../../domain/decisions/checks/check-affordability.ts';
import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { eligibleOptions } from '../../domain/decisions/eligible-options.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { operation } from '../operation.ts';
import { appraiseCaseMoney } from './appraise-case.ts';
import { caseFileField, readCaseFile } from './case-file.ts';
import type { CaseRun } from './case-run.ts';
import { caseTasksOf } from './case-tasks.ts';
import { caseProblemView } from './problem-text.ts';
import type { LocatedProblem } from './read-case.ts';
import { runText } from './run-text.ts';
import { valueCase } from './value-case.ts';

const nothing = { rates: null, money: null, appraisal: null, composition: null, modelNames: {} };

/** How long the best composition is looked for. */
const compositionLimitMs = 30_000;

/** Draws are for computing, not for reading. */
const run = z
  .custom<CaseRun>((value) => typeof value === 'object' && value !== null)
  .describe('The case as it was read, its problems, money, appraisal and best compositions.');

/** Works a case out: costs, values, what is indicated and what would change it. */
export const runCase = operation({
  id: 'decisions.run',
  summary:
    'Work out a sourcing case: what is indicated, what it costs, how firm that is, and what would change it.',
  kind: 'job',
  access: 'public',
  surfaces: ['cli'],
  positional: 'file',
  input: z.strictObject({ file: caseFileField }),
  output: z.object({ run, problems: z.array(caseProblemView) }),
  present: ({ run: answer }) => runText(answer),
  exitCode: ({ problems }) => (problems.some(({ kind }) => kind === 'error') ? 1 : 0),
  run: async (context, { file }) => {
    const { document, problems, partial } = await readCaseFile(context, file);
    const readable = document ?? partial?.document ?? null;
    const answer: CaseRun =
      readable === null
        ? { ...nothing, document, problems }
        : { ...(await workOut(context, readable, problems)), leftOut: partial?.leftOut };
    return { run: answer, problems: answer.problems };
  },
});

/**
 * Everything that follows from a case that could be read. What is wrong leaves out what rests on it.
 *
 * @throws AppError `input-unreadable` where its schedule of discount rates isn't held
 */
export async function workOut(
  context: Context,
  document: CaseDocument,
  problems: LocatedProblem[],
): Promise<CaseRun> {
  const isAddable = !problems.some(keepsFromAdding);
  const rates = isAddable ? ratesOf(context, document) : null;
  const money =
    rates === null || document.costs.lines.length === 0
      ? null
      : await appraiseCaseMoney(context, document, rates.schedule, {
          compared: eligibleOptions(document),
          worth: worthOf(document, problems),
        });
  const costs = (money?.options ?? []).map(
    ({ option, cost, totals }) => [option, { p50: cost.p50.value, totals }] as const,
  );
  const cash = new Map((money?.options ?? []).map((own) => [own.option, own.cash.p50.value]));
  const told = [...problems, ...checkAffordability(document, cash).map((each) => ({ ...each, line: null }))];
  const { asks, causes } = caseTasksOf(context.reference, document, problems);
  const appraisal = await valueCase(context, { document, problems, costs, tasks: { asks, causes } });
  const composition = problems.some(({ kind }) => kind === 'error')
    ? null
    : await composeOptions(document, async (problem, count) =>
        context.solver.composition(problem, { count, timeLimitMs: compositionLimitMs }, context.signal),
      );
  const shown = money && {
    ...money,
    options: money.options.map((own) => ({ ...own, totals: new Float64Array(0) })),
  };
  const modelNames = Object.fromEntries(context.reference.deliveryModels.map(({ id, name }) => [id, name]));
  return {
    document,
    problems: told,
    rates: money === null ? null : rates,
    money: shown,
    appraisal,
    composition,
    modelNames,
  };
}

/** Errors of lines, of options and of what they refer to: what they lead to can’t be added up. */
function keepsFromAdding({ kind, path }: LocatedProblem): boolean {
  return kind === 'error' && /^(appraisal|costs|options|benefits|components|enquiries)\b/u.test(path);
}

function ratesOf({ reference }: Context, { appraisal, asOf }: CaseDocument): DatedRates {
  const found = discountRatesOn(reference.decisions.discountRates, appraisal.discountRates, asOf);
  if (found !== null) return found;
  const known = [...new Set(reference.decisions.discountRates.map(({ id }) => id))].join(', ');
  throw new AppError(
    'input-unreadable',
    `No schedule of discount rates called "${appraisal.discountRates}" holds on ${asOf}. There are: ${known}.`,
  );
}

/** What the value of each option is worth in pounds, where the body has said what a point is worth. */
function worthOf(document: CaseDocument, problems: LocatedProblem[]): Record<string, number> {
  const perPoint = document.weights?.pricePerPoint;
  if (perPoint === undefined) return {};
  const weights = refusingErrors(problems).length > 0 ? null : weighCriteria(document);
  const values = weights === null ? null : valueOptions(weights, completeScores(document));
  return Object.fromEntries(
    (values?.options ?? []).map(({ option, value }) => [option, perPoint * (value ?? 0)]),
  );
}
