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
import { caseProblemView } from './problem-text.ts';
import { makeRecord, unsignedRecord } from './record/make-record.ts';
import { writeRecordFile } from './record/write-record-file.ts';
import type { LocatedProblem } from './read-case.ts';
import { casePack, packFormats } from './pack/case-pack.ts';
import { runText } from './run-text.ts';
import { tasksOfCase } from './tasks-of-case.ts';
import { writePack } from './write-pack.ts';
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
  input: z.strictObject({
    file: caseFileField,
    record: z
      .string()
      .min(1)
      .optional()
      .describe('Writes an unsigned record of the run to this file; "decisions verify" confirms it.'),
    pack: z
      .boolean()
      .default(true)
      .describe('Write the evidence pack for the stage of the case, as HTML and for Word.'),
    packDir: z.string().default('.').describe('Folder that the evidence pack is written to.'),
  }),
  output: z.object({
    run,
    problems: z.array(caseProblemView),
    pack: z.array(z.string()).describe('Files of the evidence pack.'),
  }),
  present: ({ run: answer, pack }) =>
    [
      runText(answer),
      ...(pack.length === 0 ? [] : [pack.map((file) => `Evidence pack: ${file}`).join('\n')]),
    ].join('\n\n'),
  exitCode: ({ problems }) => (problems.some(({ kind }) => kind === 'error') ? 1 : 0),
  run: async (context, { file, record, pack, packDir }) => {
    const answer = await workOutFile(context, file);
    const { document, problems, leftOut } = answer;
    // A part of a case is told, but nobody decides or signs by it.
    if (document === null || leftOut !== undefined) return { run: answer, problems, pack: [] };
    if (record !== undefined)
      await writeRecordFile(record, makeRecord(context, { ...answer, document }, unsignedRecord(document)));
    const written = pack ? await writeStagePack(context, answer, document.stage, packDir) : [];
    return { run: answer, problems, pack: written };
  },
});

/** A case in a file, worked out as far as it can be. */
export async function workOutFile(context: Context, file: string): Promise<CaseRun> {
  const { document, problems, partial } = await readCaseFile(context, file);
  const readable = document ?? partial?.document ?? null;
  return readable === null
    ? { ...nothing, document, problems }
    : { ...(await workOut(context, readable, problems)), leftOut: partial?.leftOut };
}

/** Which pack goes with a stage. */
const readerOfStage = { 'strategic-outline': 'sobc', outline: 'obc', full: 'fbc' } as const;

/** A folder that can’t be written to doesn’t take the result away: it is said, and the run goes on. */
async function writeStagePack(
  context: Context,
  answer: CaseRun,
  stage: CaseDocument['stage'],
  folder: string,
): Promise<string[]> {
  const pack = await casePack(context, answer, { for: readerOfStage[stage], release: false }, packFormats);
  try {
    return await writePack(pack, folder);
  } catch (cause) {
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown reason';
    context.reporter.warn(
      `The evidence pack could not be written to ${folder} (${reason}). Name another folder with --pack-dir, or leave it out with --no-pack.`,
    );
    context.reporter.skipped(1);
    return [];
  }
}

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
  const told = [...problems, ...checkAffordability(document, cash).map((each) => ({ ...each, line: null }))];
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
