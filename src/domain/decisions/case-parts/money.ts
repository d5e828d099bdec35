import { z } from 'zod';
import { financialYearText, idText, provenance, uncertain, words } from './case-fields.ts';

/** When a line falls due: once, in each of several years, or spread by shares. */
const timing = z
  .union(
    [
      z.strictObject({ once: financialYearText }),
      z.strictObject({ from: financialYearText, to: financialYearText }),
      z.strictObject({
        shares: z
          .record(financialYearText, z.number().min(0).max(1))
          .describe('Year → share of the whole amount.'),
      }),
    ],
    {
      error: 'write {once: 2027-28}, {from: 2027-28, to: 2033-34} or {shares: {2027-28: 0.4, 2028-29: 0.6}}',
    },
  )
  .describe(
    'once: the whole amount in one year. from and to: the amount in every year. shares: the amount spread, shares that sum to 1.',
  );

/** When a line falls due, as the document holds it. */
export type Timing = z.output<typeof timing>;

/** Stages of a service’s life that cost money; the list is there so that none is forgotten. */
export const phases = [
  'engagement', 'procurement', 'mobilisation', 'discovery', 'build', 'integration', 'data-migration', 'change-adoption',
  'security-accreditation', 'run', 'licences', 'client-team', 'contract-management', 'improvement', 'dual-running',
  'staff-transfer', 'supplier-failure', 'carbon', 'decommissioning', 'exit', 'residual-value',
] as const; // prettier-ignore

/** VAT on a line, and whether the body gets it back. */
export const vatTreatments = ['recoverable', 'irrecoverable', 'outside-scope', 'unknown'] as const;

const options = z
  .union([z.literal('all'), z.array(idText).min(1, 'name at least one option, or write all')], {
    error: 'write all, or a list of ids of options, such as [saas, mixed]',
  })
  .describe('Ids of the options that the line belongs to, or all.');

/** One line of cost: quantity × unit cost, in pounds without VAT at the price base. */
export const costLinePart = z.strictObject({
  id: idText,
  label: words.describe('What is paid for.'),
  options,
  component: idText.optional().describe('The component that it belongs to.'),
  phase: z.enum(phases).describe('Stage of the service’s life.'),
  group: idText.describe('Cost group, the level at which risk is treated.'),
  quantity: uncertain.default(1).describe('How many units; may be uncertain, as the unit cost.'),
  unit: words.optional().describe('What one is: a person-year, a user, a transaction.'),
  unitCost: uncertain.describe('Pounds for one, without VAT, at the case’s price base.'),
  when: timing,
  realGrowthPercent: z
    .number()
    .min(-50)
    .max(100)
    .default(0)
    .describe('Yearly change of the unit cost beyond general inflation.'),
  fixedPrice: z
    .boolean()
    .default(false)
    .describe('True where the contract fixes the price in cash, so that inflation lowers it in real terms.'),
  vat: z
    .strictObject({
      treatment: z.enum(vatTreatments).describe('Whether the body gets the VAT back.'),
      ratePercent: z.number().min(0).max(100).default(20).describe('Rate of VAT, per cent.'),
      rule: words.optional().describe('The rule that it rests on.'),
    })
    .default({ treatment: 'unknown', ratePercent: 20 })
    .describe('VAT on the line, for the financial table.'),
  budget: z.enum(['capital', 'resource']).default('resource').describe('The budget that it is paid from.'),
  sunk: z
    .boolean()
    .default(false)
    .describe('Spent or committed whatever is decided: out of the economic table.'),
  transfer: z
    .boolean()
    .default(false)
    .describe('Money that only moves inside the public sector: out of the economic table.'),
  drivers: z
    .array(idText)
    .default([])
    .describe(
      'What the line moves with in stress tests: day-rate, volume, licence, delay, or names of your own.',
    ),
  ...provenance,
});

/** A benefit in money, by year. */
export const benefitPart = z.strictObject({
  id: idText,
  label: words.describe('What is gained.'),
  options,
  kind: z
    .enum(['cash-releasing', 'non-cash-releasing', 'avoided-cost', 'societal'])
    .describe('Whether money leaves a budget, time is freed, a cost is avoided, or others gain.'),
  amount: uncertain.describe('Pounds at the price base, in each year or spread, as `when` says.'),
  when: timing,
  optimismPercent: z
    .number()
    .min(0)
    .max(99)
    .optional()
    .describe(
      'Per cent that are taken off for optimism, beyond the range: benefits are hoped for as costs are. Without it: nothing is.',
    ),
  realisedBy: words.optional().describe('The post that owns the benefit and confirms it.'),
  drivers: z.array(idText).default([]).describe('What it moves with in stress tests.'),
  ...provenance,
});

/** How uncertainty beyond the lines is treated in one cost group of one option, or of all. */
export const riskTreatmentPart = z
  .strictObject({
    group: idText,
    options: options.default('all'),
    method: z
      .enum(['bottom-up', 'optimism-bias', 'reference-class'])
      .describe('Named risks and ranges alone, a percentage added, or what projects of the kind came to.'),
    upliftPercent: z
      .number()
      .min(-100)
      .max(1000)
      .optional()
      .describe('For optimism-bias: how much is added.'),
    referenceClass: idText
      .optional()
      .describe('For reference-class: an id of reference/reference-classes.yaml.'),
    betweenOptions: z
      .number()
      .min(0)
      .max(1)
      .default(0.3)
      .describe(
        'For reference-class: rank correlation (Spearman) of what the group comes to in two options. 0: each option’s projects go their own way; 1: whatever goes wrong in one goes wrong in all.',
      ),
    because: words.optional().describe('Why this method, and this figure.'),
  })
  .describe('Exactly one method for each cost group of each option.');

/** A risk that may happen once. */
export const costRiskPart = z.strictObject({
  id: idText,
  label: words.describe('What may happen.'),
  options,
  group: idText.describe('Cost group that it belongs to.'),
  probability: z.number().min(0).max(1).describe('How likely it is, 0 to 1.'),
  impact: uncertain.describe('Pounds if it happens, without VAT, at the price base.'),
  year: financialYearText,
  owner: words.optional().describe('The post that answers for it.'),
  treatment: words.optional().describe('What is done about it.'),
  source: words.optional().describe('What probability and impact rest on.'),
});

/** What moves together. */
export const correlationPart = z.strictObject({
  between: z
    .tuple([idText, idText])
    .describe('Two cost groups, or the same one twice for the lines within it.'),
  rank: z.number().min(-1).max(1).describe('Rank correlation (Spearman), −1 to 1.'),
});

/** Money that is there. */
export const budgetPart = z.strictObject({
  year: financialYearText,
  capital: z.number().min(0).default(0).describe('Pounds of capital in that year, in cash.'),
  resource: z.number().min(0).default(0).describe('Pounds of resource in that year, in cash.'),
  source: words.optional().describe('Who agreed it, and where that stands.'),
});

/** A named what-if. */
export const stressPart = z.strictObject({
  id: idText,
  name: words.describe('What is supposed to happen.'),
  factors: z
    .record(idText, z.number().min(0))
    .default({})
    .describe('Driver → factor, such as day-rate: 1.15.'),
  delayMonths: z
    .number()
    .int()
    .min(0)
    .max(60)
    .default(0)
    .describe('How much later the new arrangement starts; business as usual goes on meanwhile.'),
});
