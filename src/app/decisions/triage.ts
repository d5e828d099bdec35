import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';
import { dayText } from '../../domain/decisions/case-parts/case-fields.ts';
import { readAnswers, triageAnswers, type ReadAnswers } from '../../domain/decisions/triage-answers.ts';
import { answersOfCase, triageFactsOf } from '../../domain/decisions/triage-case.ts';
import { triageCase, type TriageFacts } from '../../domain/decisions/triage.ts';
import { buyerTypes } from '../../domain/organisations/mention.ts';
import { londonDayOf } from '../../lib/days.ts';
import { decodeText } from '../../lib/decode-text.ts';
import { AppError } from '../../lib/errors.ts';
import { unreadable } from '../../ocds/input.ts';
import type { Context } from '../context.ts';
import { operation } from '../operation.ts';
import { readKnownCase } from './read-known-case.ts';
import { questionsText, resultText } from './triage-text.ts';
import { triageView } from './triage-view.ts';

const { shape } = triageAnswers;

const input = z.strictObject({
  answers: z
    .string()
    .optional()
    .describe('A file with answers as "question: answer", or a case, as YAML or JSON. Flags win over it.'),
  wholeLifeValue: shape['whole-life-value'].describe('Pounds with VAT over its whole life'),
  bought: shape.bought.describe('What most of the money is for'),
  monthsLeft: shape['months-left'].describe('Months to the day of need'),
  novel: shape.novel.describe('Novel, contentious or repercussive'),
  firstOfKind: shape['first-of-kind'].describe('First of its kind, or a large change'),
  citizens: shape.citizens.describe('People outside the public sector who use it'),
  evolution: shape.evolution.describe('How mature it is'),
  differentiation: shape.differentiation.describe('How far our own way matters'),
  volatility: shape.volatility.describe('How often rules change it'),
  data: shape.data.describe('How sensitive the data is'),
  suppliers: shape.suppliers.describe('Suppliers who could and would do it'),
  team: shape.team.describe('Whether the team is in post'),
  bodyType: z.enum(buyerTypes).optional().describe('Kind of body that decides'),
  nation: z
    .enum(['england', 'wales', 'scotland', 'northern-ireland'])
    .optional()
    .describe('Nation of the body that decides'),
  on: dayText.optional().describe('Day whose rules hold, YYYY-MM-DD; today where none is given'),
  commencesOn: dayText.optional().describe('Day on which the project is commenced, YYYY-MM-DD'),
  reorganised: z.boolean().optional().describe('Whether the body is being merged or abolished'),
});

type Input = z.output<typeof input>;

/** How much work a case deserves, by twelve answers; without answers the questions. */
export const triage = operation({
  id: 'decisions.triage',
  summary: 'Ask twelve questions and say how much work a sourcing case deserves, and what it will need.',
  kind: 'read',
  access: 'public',
  surfaces: ['cli'],
  positional: 'answers',
  input,
  output: triageView,
  present: ({ questions, problems, result }) =>
    [
      ...(problems.length === 0 ? [] : [problems.map(({ message }) => `Left out: ${message}`).join('\n')]),
      result === null ? questionsText(questions) : resultText(result, questions),
    ].join('\n\n'),
  exitCode: ({ problems }) => (problems.length > 0 ? 1 : 0),
  run: async (context, given) => {
    const { triage: asked, interestTest, approvals } = context.reference.decisions;
    const questions = [...asked.questions];
    const file = given.answers === undefined ? null : await readFileOfAnswers(context, given.answers);
    const flags = flagAnswers(given);
    const isAnswered = file !== null || Object.keys(flags).length > 0;
    const problems = file?.read.problems ?? [];
    if (!isAnswered) return { questions, problems, result: null };
    const facts = factsOf(context, given, file?.facts ?? null);
    const rules = { triage: asked, interestTest, approvals, models: context.reference.deliveryModels };
    const result = triageCase({ ...file?.read.answers, ...flags }, facts, rules);
    return { questions, problems, result };
  },
});

/** Flags as answers: `wholeLifeValue` is the question `whole-life-value`. */
function flagAnswers(given: Input): ReadAnswers['answers'] {
  const named = Object.entries(given).flatMap(([name, value]) => {
    const id = name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
    return id in shape && value !== undefined ? [[id, value] as const] : [];
  });
  return triageAnswers.parse(Object.fromEntries(named));
}

function factsOf(context: Context, given: Input, ofCase: TriageFacts | null): TriageFacts {
  return {
    bodyType: given.bodyType ?? ofCase?.bodyType ?? 'unknown',
    nation: given.nation ?? ofCase?.nation ?? 'england',
    on: given.on ?? ofCase?.on ?? londonDayOf(context.clock.now()),
    commencesOn: given.commencesOn ?? ofCase?.commencesOn ?? null,
    exclusions: ofCase?.exclusions ?? [],
    isReorganised: given.reorganised ?? ofCase?.isReorganised ?? null,
    limits: ofCase?.limits ?? {},
  };
}

const flatAnswers = z.record(z.string(), z.union([z.boolean(), z.number(), z.string()]));

/** Answers of a file: of a case where it is one, else names and answers. */
async function readFileOfAnswers(
  context: Context,
  file: string,
): Promise<{ read: ReadAnswers; facts: TriageFacts | null }> {
  const text = decodeText(await bytesOf(file)).text;
  let value: unknown;
  try {
    value = parse(text);
  } catch (cause) {
    throw unreadable(file, cause);
  }
  if (typeof value === 'object' && value !== null && 'case' in value) {
    const { document, problems } = readKnownCase(context.reference, text);
    if (document !== null) return { read: answersOfCase(document), facts: triageFactsOf(document) };
    throw new AppError(
      'input-unreadable',
      `${file} can’t be read as a case: ${problems[0]?.message ?? ''} "sourcing decisions validate" tells all.`,
    );
  }
  const flat = flatAnswers.safeParse(value);
  if (flat.success) return { read: readAnswers(flat.data), facts: null };
  throw new AppError(
    'input-unreadable',
    `${file} holds no answers: write lines such as "novel: no", or name a case.`,
  );
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw unreadable(file, cause);
  }
}
