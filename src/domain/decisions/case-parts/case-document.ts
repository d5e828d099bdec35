import { z } from 'zod';
import {
  assessorPart,
  compositionPart,
  criterionPart,
  enquiryPart,
  moderationPart,
  scorePart,
  weightsPart,
} from './appraisal.ts';
import { dayText, financialYearText, idText, words } from './case-fields.ts';
import { pilotPart, reviewPart, routePart } from './delivery.ts';
import { departurePart, evidencePart } from './evidence.ts';
import {
  approvalPart,
  assessmentPart,
  caseStages,
  delegationPart,
  markingPart,
  recommendationPart,
  releasePart,
  rolePart,
} from './governance.ts';
import {
  benefitPart,
  budgetPart,
  correlationPart,
  costLinePart,
  costRiskPart,
  riskTreatmentPart,
  stressPart,
} from './money.ts';
import { componentPart, marketPart, needPart, reusePart } from './need.ts';
import { optionPart, testPart } from './options.ts';

/**
 * A sourcing case as one document: the file that people write, the pages edit and the API exchanges. What is left out is
 * missing and named as such; a case is useful long before it is complete.
 *
 * @example caseDocument.parse(parseYaml(text))
 */
export const caseDocument = z
  .strictObject({
    case: z
      .literal(1, { error: 'write 1, the version of this format that is known here' })
      .describe('Version of this format.'),
    id: idText,
    title: words,
    buyer: z
      .strictObject({
        name: words,
        type: words.describe(
          'central-government, local-government, nhs and so on, as the register has them.',
        ),
        nation: z.enum(['england', 'wales', 'scotland', 'northern-ireland']).default('england'),
        organisation: words.optional().describe('Id of the body in the register.'),
        changesOn: dayText
          .optional()
          .describe('The day on which the body is merged or abolished, where one is known.'),
      })
      .describe('Who decides.'),
    asOf: dayText.describe('The day on which the facts of the case hold.'),
    stage: z.enum(caseStages).default('strategic-outline'),
    marking: markingPart,
    need: needPart,
    appraisal: z
      .strictObject({
        firstYear: financialYearText,
        years: z.number().int().min(1).max(60).describe('Financial years that are appraised.'),
        priceBase: financialYearText.describe('The year at whose prices amounts are given.'),
        discountRates: idText.default('standard').describe('A schedule of reference/discount-rates.yaml.'),
        currency: z
          .literal('GBP', { error: 'amounts are in pounds: convert them and write GBP' })
          .default('GBP'),
        draws: z.number().int().min(1000).max(1_000_000).default(20_000),
        seed: z.number().int().min(0).default(1),
        contingency: words.optional().describe('Who holds the money between P50 and P80.'),
      })
      .describe('How costs are appraised.'),
    triage: z
      .record(idText, z.union([z.boolean(), z.number(), words]))
      .default({})
      .describe('Answers to the twelve questions of reference/triage.yaml, by their ids.'),
    components: z.array(componentPart).default([]),
    reuse: z.array(reusePart).default([]),
    market: marketPart.optional(),
    evidence: z
      .array(evidencePart)
      .max(500)
      .default([])
      .describe('Figures of the register that the case used; `sourcing decisions evidence` takes them.'),
    publicInterestTest: z
      .record(
        idText,
        z.strictObject({ answer: z.enum(['yes', 'partly', 'no', 'unknown']), because: words.optional() }),
      )
      .default({})
      .describe('Answers to reference/public-interest-test.yaml, by ids of its questions and exclusions.'),
    options: z.array(optionPart).default([]),
    departures: z
      .array(departurePart)
      .default([])
      .describe('Where the choice of delivery models differs from what the rules suggest, and why.'),
    tests: z.array(testPart).default([]),
    costs: z
      .strictObject({
        groups: z.array(z.strictObject({ id: idText, name: words })).default([]),
        lines: z.array(costLinePart).max(5000).default([]),
        risks: z.array(costRiskPart).default([]),
        treatments: z.array(riskTreatmentPart).default([]),
        correlations: z.array(correlationPart).default([]),
      })
      .prefault({}),
    benefits: z.array(benefitPart).default([]),
    unmonetised: z
      .array(z.strictObject({ label: words, options: z.array(idText).default([]), effect: words }))
      .default([])
      .describe('Effects that have no price, listed and never counted.'),
    budgets: z.array(budgetPart).default([]),
    stressTests: z.array(stressPart).default([]),
    criteria: z.array(criterionPart).default([]),
    weights: weightsPart.optional(),
    assessors: z.array(assessorPart).default([]),
    scores: z.array(scorePart).default([]),
    moderation: z.array(moderationPart).default([]),
    composition: compositionPart.optional(),
    enquiries: z.array(enquiryPart).default([]),
    roles: z.array(rolePart).default([]),
    assessments: z.array(assessmentPart).default([]),
    approvals: z.array(approvalPart).default([]),
    delegations: z
      .array(delegationPart)
      .default([])
      .describe('Limits of the body’s own delegations, where the product doesn’t hold them.'),
    pilot: pilotPart.optional(),
    route: routePart.optional(),
    review: reviewPart.optional(),
    recommendation: recommendationPart.optional(),
    release: z.array(releasePart).default([]),
  })
  .describe('A sourcing case: how something should be sourced, at what cost, and why.');

/** A case as it was read: what was left out stands as empty. */
export type CaseDocument = z.output<typeof caseDocument>;
