import { z } from 'zod';
import { dayText, idText, uncertain, words } from './case-fields.ts';

/** What an option is in the appraisal: the two comparators are always there. */
export const optionRoles = ['business-as-usual', 'do-minimum', 'option'] as const;

/** One way to meet the need. */
export const optionPart = z.strictObject({
  id: idText,
  name: words.describe('What the option is called in every table.'),
  role: z
    .enum(optionRoles)
    .default('option')
    .describe('business-as-usual and do-minimum are comparators: always costed and shown.'),
  description: words.optional().describe('What it consists of.'),
  model: idText
    .optional()
    .describe('Delivery model, an id of reference/models.yaml, where the option uses one model throughout.'),
  models: z
    .record(idText, idText)
    .optional()
    .describe('For a mixed option: component id → delivery model id.'),
  shortlisted: z.boolean().default(true).describe('Whether it goes forward to costs and scores.'),
  because: words.optional().describe('Why it was shortlisted, or why not: asked for where it was rejected.'),
  scope: z
    .strictObject({
      serviceLevel: words.optional().describe('Level of service that is priced.'),
      termYears: z.number().positive().optional().describe('Years that it commits to.'),
      volumes: words.optional().describe('Volumes that it is priced for.'),
      differs: words
        .optional()
        .describe(
          'The line that explains why scope, service level, term or volumes differ from the other options.',
        ),
    })
    .default({})
    .describe(
      'What the option delivers. Options are compared only on the same scope, unless a line explains the difference.',
    ),
  readyOn: dayText.optional().describe('When it would work, by a plan that someone answers for.'),
  closesOff: words.optional().describe('What choosing it closes off.'),
  reversal: z
    .strictObject({
      cost: uncertain.describe('Pounds, without VAT, at the price base.'),
      months: z.number().min(0).optional().describe('How long it would take.'),
      how: words.optional().describe('What would have to be done.'),
    })
    .optional()
    .describe('What it would cost, in pounds, to turn back two years after the start.'),
  exit: words.optional().describe('How it ends: data, code, staff, knowledge.'),
});

/** The pass/fail tests that are asked of every option. */
export const testIds = [
  'lawful', 'classification', 'delivered-in-time', 'mandated-platform', 'affordable', 'credible-suppliers', 'team-in-post',
  'exit-tested', 'single-point-of-failure', 'data-protection', 'accessibility', 'clinical-safety', 'staff-transfer',
  'off-payroll', 'subsidy', 'other',
] as const; // prettier-ignore

/** What a test can say. */
export const testResults = ['pass', 'fail', 'condition', 'unknown'] as const;

/** One pass/fail test of one option. */
export const testPart = z.strictObject({
  option: idText,
  test: z.enum(testIds).describe('Which test.'),
  result: z
    .enum(testResults)
    .describe(
      'fail removes the option, and is for lawful, classification, delivered-in-time, mandated-platform and affordable alone; condition keeps it with a treatment; unknown blocks approval.',
    ),
  evidence: words.optional().describe('What the result rests on.'),
  treatment: words.optional().describe('What has to be done: asked for where the result is a condition.'),
  owner: words
    .optional()
    .describe('The post that answers for it: asked for where the result is unknown or a condition.'),
  by: dayText.optional().describe('By when: asked for where the result is unknown or a condition.'),
  on: dayText.optional().describe('When it was tested.'),
});
