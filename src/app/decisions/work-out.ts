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
import { appraiseCaseMoney } from './appraise-case.ts';
import type { CaseRun } from './case-run.ts';
import type { LocatedProblem } from './read-case.ts';
import { tasksOfCase } from './tasks-of-case.ts';
import { valueCase } from './value-case.ts';

/** How long the best composition is looked for. */
const compositionLimitMs = 30_000;

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
  const appraised =
    rates === null || document.costs.lines.length === 0
      ? null
      : await appraiseCaseMoney(context, document, rates.schedule, {
          compared: eligibleOptions(document),
          worth: worthOf(document, problems),
        });
  const money = appraised?.money ?? null;
  const totals = new Map(appraised?.totals.map(({ option, values }) => [option, values]));
  const costs = (money?.options ?? []).map(
    ({ option, cost }) => [option, { p50: cost.p50.value, totals: totals.get(option) }] as const,
  );
  const cash = new Map((money?.options ?? []).map((own) => [own.option, own.cash.p50.value]));
  const years = new Map((money?.options ?? []).map((own) => [own.option, own.financial]));
  const told = [
    ...problems,
    ...checkAffordability(document, cash, years).map((each) => ({ ...each, line: null })),
  ];
  const {
    triage: { asks },
    readiness: { causes },
  } = tasksOfCase(context, document, problems);
  const appraisal = await valueCase(context, { document, problems, costs, tasks: { asks, causes } });
  const composition = problems.some(({ kind }) => kind === 'error')
    ? null
    : await composeOptions(document, async (problem, count) =>
        context.solver.composition(problem, { count, timeLimitMs: compositionLimitMs }, context.signal),
      );
  const modelNames = Object.fromEntries(context.reference.deliveryModels.map(({ id, name }) => [id, name]));
  return {
    document,
    problems: told,
    rates: money === null ? null : rates,
    money,
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
