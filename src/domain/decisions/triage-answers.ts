import { z } from 'zod';
import { suggest } from '../../lib/suggest.ts';
import { problem, type CaseProblem } from './case-problem.ts';
import { levels } from './delivery-model.ts';
import { evolutions } from './case-parts/need.ts';
import { triageIds, type TriageId } from './triage-question.ts';

const amount = z.number().min(0).optional();
const truth = z.boolean().optional();

/** Answers of the triage with their types; what isn't known is left out. The value is in pounds with VAT. */
export const triageAnswers = z.strictObject({
  'whole-life-value': amount,
  bought: z.enum(['services', 'software', 'goods', 'mixed']).optional(),
  'months-left': amount,
  novel: truth,
  'first-of-kind': truth,
  citizens: z.enum(['none', 'some', 'many']).optional(),
  evolution: z.enum(evolutions).optional(),
  differentiation: z.enum(levels).optional(),
  volatility: z.enum(levels).optional(),
  data: z.enum(['official', 'official-sensitive', 'above']).optional(),
  suppliers: amount,
  team: truth,
});

/** Answers of the triage; what isn't known is left out. */
export type TriageAnswers = z.output<typeof triageAnswers>;

/** What people wrote as answers: names of questions → values. */
export type WrittenAnswers = Readonly<Record<string, boolean | number | string>>;

/** Answers as they were understood, and what couldn't be. */
export type ReadAnswers = { answers: TriageAnswers; problems: CaseProblem[] };

const error = problem('error');

/**
 * Understands answers as people write them: `yes` and `no` for a truth, a number as text too, choices in any case. What
 * can't be understood is told and left out.
 *
 * @example readAnswers({ novel: 'no', bought: 'Software' }).answers // { novel: false, bought: 'software' }
 */
export function readAnswers(written: WrittenAnswers): ReadAnswers {
  const answers: Record<string, boolean | number | string> = {};
  const problems: CaseProblem[] = [];
  for (const [id, value] of Object.entries(written)) {
    const known = triageIds.find((one) => one === id);
    if (known === undefined) {
      problems.push(error(`triage.${id}`, unknownQuestion(id)));
      continue;
    }
    const schema = triageAnswers.shape[known].unwrap();
    const read = schema.safeParse(understand(value, schema));
    if (read.success) answers[id] = read.data;
    else problems.push(error(`triage.${id}`, refusal(value, schema)));
  }
  return { answers: triageAnswers.parse(answers), problems };
}

const truths: Readonly<Record<string, boolean>> = { yes: true, true: true, no: false, false: false };

function understand(value: boolean | number | string, schema: z.ZodType): boolean | number | string {
  const text = String(value).trim().toLowerCase();
  if (schema instanceof z.ZodBoolean) return truths[text] ?? text;
  if (schema instanceof z.ZodNumber) return /^\d+(\.\d+)?$/u.test(text) ? Number(text) : text;
  return text;
}

function refusal(value: boolean | number | string, schema: z.ZodType): string {
  const choices = schema instanceof z.ZodEnum ? schema.options.map(String) : [];
  const wanted =
    choices.length > 0
      ? `one of ${choices.join(', ')}`
      : schema instanceof z.ZodBoolean
        ? 'yes or no'
        : 'a number, 0 or more';
  const near = suggest(String(value), choices);
  return `${JSON.stringify(value)} is no answer here: write ${wanted}.${near === null ? '' : ` Did you mean "${near}"?`}`;
}

function unknownQuestion(id: string): string {
  const near = suggest(id, triageIds);
  return `There is no question "${id}".${near === null ? '' : ` Did you mean "${near}"?`} The questions are: ${triageIds.join(', ')}.`;
}

/**
 * Questions that nobody has answered, in their order.
 *
 * @example openQuestions({ novel: false }).length // 11
 */
export function openQuestions(answers: TriageAnswers): TriageId[] {
  return triageIds.filter((id) => answers[id] === undefined);
}
