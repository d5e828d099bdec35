import { z } from 'zod';

const idForm = 'write small letters, digits and hyphens, such as "case-workflow"';

/** A name for references inside the document: small letters, digits and hyphens. */
export const idText = z
  .string({ error: idForm })
  .max(60, 'use at most 60 characters')
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, idForm)
  .describe('A short name that other parts of the document refer to: small letters, digits and hyphens.');

/** Signs that nobody sees: controls but for tabs and line breaks, halves of signs, and what turns the direction of writing. */
const unseen = /(?![\t\n\r])\p{Cc}|[\p{Cs}\u202A-\u202E\u2066-\u2069]/u;

/** A sentence or more. */
export const words = z
  .string()
  .trim()
  .min(1, 'write something here, or leave the line out')
  .max(10_000)
  .refine((text) => !unseen.test(text), {
    error: ({ input }) =>
      `there is a sign in it that can’t be shown (U+${codeOf(unseen.exec(String(input))?.[0] ?? '')}): take it away`,
  });

function codeOf(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}

const dayForm = 'write a day as YYYY-MM-DD, such as "2027-03-31"';

/** A calendar day. */
export const dayText = z
  .string({ error: dayForm })
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u, dayForm)
  .refine(isDay, { error: 'the month has no such day', abort: true })
  .describe('A day as YYYY-MM-DD.');

/** Whether the calendar has the day; what has another form is for the pattern to refuse. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? !/^\d{4}-\d\d-\d\d$/u.test(text) : day.toISOString().startsWith(text);
}

const yearForm = 'write a financial year from 2000-01 on, such as "2027-28"';

/** A financial year from April to March, such as `2027-28`. */
export const financialYearText = z
  .string({ error: yearForm })
  .regex(/^20\d\d-\d\d$/u, { error: yearForm, abort: true })
  .refine((text) => (Number(text.slice(2, 4)) + 1) % 100 === Number(text.slice(5)), {
    error: 'the second year must follow the first, as in "2027-28"',
  })
  .describe('A financial year from April to March, such as 2027-28.');

const finite = z.number();

/** A discrete outcome with its probability. */
const outcome = z.strictObject({
  value: finite.describe('What it comes to.'),
  probability: z.number().min(0).max(1).describe('How likely that is, 0 to 1; all outcomes together 1.'),
});

const forms = 'a number, {low, likely, high}, {low, high}, {p10, p90}, {mean, sd} or {oneOf: […]}';

/**
 * A number that may be uncertain, as people write it: a plain number; three points (beta-PERT, or triangular where said);
 * two ends (uniform); the 10th and 90th percentile of a log-normal; mean and standard deviation of a normal; or outcomes
 * with probabilities.
 *
 * @example uncertain.parse({ low: 400, likely: 520, high: 900 })
 */
export const uncertain = z
  .union(
    [
      finite,
      z
        .strictObject({
          low: finite.optional().describe('Lowest.'),
          likely: finite.optional().describe('Most likely.'),
          high: finite.optional().describe('Highest.'),
          shape: z
            .enum(['pert', 'triangular'])
            .optional()
            .describe('How three points are joined; pert unless said.'),
          p10: z.number().positive().optional().describe('One in ten comes to less.'),
          p90: z.number().positive().optional().describe('One in ten comes to more.'),
          mean: finite.optional().describe('Mean of a normal distribution.'),
          sd: z.number().min(0).optional().describe('Its standard deviation.'),
          oneOf: z.array(outcome).min(1).optional().describe('Outcomes with their probabilities.'),
        })
        .superRefine((given, context) => {
          const problem = uncertainProblem(given);
          if (problem !== null) context.addIssue({ code: 'custom', message: problem });
        }),
    ],
    { error: `write ${forms}` },
  )
  .describe(
    `How much: ${forms}. Three points are a beta-PERT distribution unless shape says triangular; two ends are uniform; p10 and p90 are of a log-normal; oneOf lists outcomes with probabilities that sum to 1.`,
  );

/** An uncertain number as the document holds it. */
export type Uncertain = z.output<typeof uncertain>;

type UncertainParts = {
  low?: number | undefined;
  likely?: number | undefined;
  high?: number | undefined;
  shape?: string | undefined;
  p10?: number | undefined;
  p90?: number | undefined;
  mean?: number | undefined;
  sd?: number | undefined;
  oneOf?: readonly { value: number; probability: number }[] | undefined;
};

/** What is wrong with an uncertain number, in words that say what to write; null where nothing is. */
function uncertainProblem(given: UncertainParts): string | null {
  const has = (...names: (keyof UncertainParts)[]): boolean => {
    const present = Object.keys(given).filter((name) => name !== 'shape');
    return present.length === names.length && names.every((name) => given[name] !== undefined);
  };
  const { low = 0, likely = 0, high = 0, p10 = 0, p90 = 0, oneOf = [] } = given;
  if (given.shape !== undefined && !has('low', 'likely', 'high'))
    return 'shape goes with low, likely and high';
  if (has('low', 'likely', 'high')) {
    if (low > high) return `low (${low}) is above high (${high}): exchange them`;
    if (likely < low || likely > high)
      return `likely (${likely}) must lie between low (${low}) and high (${high})`;
    return null;
  }
  if (has('low', 'high')) return low > high ? `low (${low}) is above high (${high}): exchange them` : null;
  if (has('p10', 'p90')) return p10 > p90 ? `p10 (${p10}) is above p90 (${p90}): exchange them` : null;
  if (has('mean', 'sd')) return null;
  if (has('oneOf')) {
    const sum = oneOf.reduce((total, each) => total + each.probability, 0);
    return Math.abs(sum - 1) > 1e-9
      ? `the probabilities sum to ${Number(sum.toFixed(6))}: make them sum to 1`
      : null;
  }
  return `write ${forms}`;
}

/** On what basis a price that no notice published may be shown to others. */
export const disclosureBases = [
  'published',
  'contract permits Crown bodies',
  'contract permits public bodies',
  'supplier consented',
  'owner only',
] as const;

/** Where a figure comes from, and who stands for it. */
export const provenance = {
  source: words
    .optional()
    .describe('Where the figure comes from: a notice, a quotation, a rate card, a judgement and whose.'),
  owner: words.optional().describe('The post that answers for the figure.'),
  confidence: z.enum(['low', 'medium', 'high']).optional().describe('How far the figure can be relied on.'),
  disclosure: z
    .enum(disclosureBases)
    .optional()
    .describe(
      'For a price that no notice published: on what basis others may see it. Without it: owner only.',
    ),
};
