import { z } from 'zod';
import { financialYearText, idText, provenance, uncertain, words } from './case-fields.ts';

/** When a line falls due: once, in each of several years, or spread by shares. */
const timing = z
  .union(
    [
      z.strictObject({ once: financialYearText }),
      z.strictObject({ from: financialYearText, to: financialYearText }),
      z.strictObject({ shares: z.record(financialYearText, z.number().min(0).max(1)) }),
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
  'staff-transfer', 'decommissioning', 'exit', 'residual-value',
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
  label: words,
  options,
  component: idText.optional(),
  phase: z.enum(phases),
  group: idText.describe('Cost group, the level at which risk is treated.'),
  quantity: uncertain.default(1),
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
      treatment: z.enum(vatTreatments),
      ratePercent: z.number().min(0).max(100).default(20),
      rule: words.optional().describe('The rule that it rests on.'),
    })
    .default({ treatment: 'unknown', ratePercent: 20 }),
  budget: z.enum(['capital', 'resource']).default('resource'),
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
  label: words,
  options,
  kind: z.enum(['cash-releasing', 'non-cash-releasing', 'avoided-cost', 'societal']),
  amount: uncertain.describe('Pounds at the price base, in each year or spread, as `when` says.'),
  when: timing,
  realisedBy: words.optional().describe('The post that owns the benefit and confirms it.'),
  drivers: z.array(idText).default([]),
  ...provenance,
});

/** How uncertainty beyond the lines is treated in one cost group of one option, or of all. */
export const riskTreatmentPart = z
  .strictObject({
    group: idText,
    options: options.default('all'),
    method: z.enum(['bottom-up', 'optimism-bias', 'reference-class']),
    upliftPercent: z
      .number()
      .min(-100)
      .max(1000)
      .optional()
      .describe('For optimism-bias: how much is added.'),
    referenceClass: idText
      .optional()
      .describe('For reference-class: an id of reference/reference-classes.yaml.'),
    because: words.optional(),
  })
  .describe('Exactly one method for each cost group of each option.');

/** A risk that may happen once. */
export const costRiskPart = z.strictObject({
  id: idText,
  label: words,
  options,
  group: idText,
  probability: z.number().min(0).max(1),
  impact: uncertain.describe('Pounds if it happens, without VAT, at the price base.'),
  year: financialYearText,
  owner: words.optional(),
  treatment: words.optional(),
  source: words.optional(),
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
  capital: z.number().min(0).default(0),
  resource: z.number().min(0).default(0),
  source: words.optional(),
});

/** A named what-if. */
export const stressPart = z.strictObject({
  id: idText,
  name: words,
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
