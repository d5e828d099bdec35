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
    title: words.describe('What the case is called.'),
    buyer: z
      .strictObject({
        name: words.describe('Name of the body.'),
        type: words.describe(
          'central-government, local-government, nhs and so on, as the register has them.',
        ),
        nation: z
          .enum(['england', 'wales', 'scotland', 'northern-ireland'])
          .default('england')
          .describe('Whose law and holidays hold.'),
        organisation: words.optional().describe('Id of the body in the register.'),
        changesOn: dayText
          .optional()
          .describe('The day on which the body is merged or abolished, where one is known.'),
      })
      .describe('Who decides.'),
    asOf: dayText.describe('The day on which the facts of the case hold.'),
    stage: z
      .enum(caseStages)
      .default('strategic-outline')
      .describe('The stage of approval that it is written for.'),
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
          .default('GBP')
          .describe('Amounts are in pounds.'),
        draws: z.number().int().min(1000).max(1_000_000).default(20_000).describe('Draws of the simulation.'),
        seed: z.number().int().min(0).default(1).describe('The same seed gives the same draws.'),
        contingency: words.optional().describe('Who holds the money between P50 and P80.'),
        contingencyHeld: z
          .number()
          .min(0)
          .optional()
          .describe('Pounds of cash that are held outside the budgets for what costs more than at P50.'),
      })
      .describe('How costs are appraised.'),
    triage: z
      .record(idText, z.union([z.boolean(), z.number(), words]))
      .default({})
      .describe('Answers to the twelve questions of reference/triage.yaml, by their ids.'),
    components: z
      .array(componentPart)
      .default([])
      .describe('Parts of the service that could be sourced apart.'),
    reuse: z.array(reusePart).default([]).describe('What exists already, and whether it can be used.'),
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
    options: z
      .array(optionPart)
      .default([])
      .describe('Ways to meet the need, with business as usual and do-minimum.'),
    departures: z
      .array(departurePart)
      .default([])
      .describe('Where the choice of delivery models differs from what the rules suggest, and why.'),
    tests: z.array(testPart).default([]).describe('Pass/fail tests of options.'),
    costs: z
      .strictObject({
        groups: z
          .array(z.strictObject({ id: idText, name: words.describe('Name of the group.') }))
          .default([])
          .describe('Cost groups, the level at which risk is treated.'),
        lines: z.array(costLinePart).max(5000).default([]).describe('Lines of cost.'),
        risks: z.array(costRiskPart).default([]).describe('Named risks that may happen once.'),
        treatments: z
          .array(riskTreatmentPart)
          .default([])
          .describe('How uncertainty beyond the lines is treated, by group and option.'),
        correlations: z.array(correlationPart).default([]).describe('What moves together.'),
      })
      .prefault({})
      .describe('One set of lines, from which the economic and the financial table follow.'),
    benefits: z.array(benefitPart).default([]).describe('Benefits in money.'),
    unmonetised: z
      .array(
        z.strictObject({
          label: words.describe('What is affected.'),
          options: z.array(idText).default([]).describe('By which options; none named: all.'),
          effect: words.describe('How.'),
        }),
      )
      .default([])
      .describe('Effects that have no price, listed and never counted.'),
    budgets: z.array(budgetPart).default([]).describe('Money that is there, by year.'),
    stressTests: z.array(stressPart).default([]).describe('Named what-ifs.'),
    criteria: z.array(criterionPart).default([]).describe('What options are scored by, cost apart.'),
    weights: weightsPart.optional().describe('How weights were set and locked.'),
    assessors: z.array(assessorPart).default([]).describe('Who scores.'),
    scores: z.array(scorePart).default([]).describe('What each assessor gave.'),
    moderation: z.array(moderationPart).default([]).describe('What was agreed where assessors differed.'),
    composition: compositionPart.optional().describe('What each component could be, for the best mixture.'),
    enquiries: z.array(enquiryPart).default([]).describe('What could be found out before deciding.'),
    roles: z.array(rolePart).default([]).describe('Who does what in the case.'),
    assessments: z.array(assessmentPart).default([]).describe('Assessments that are kept elsewhere.'),
    approvals: z.array(approvalPart).default([]).describe('Approvals that are needed, by stage.'),
    delegations: z
      .array(delegationPart)
      .default([])
      .describe('Limits of the body’s own delegations, where the product doesn’t hold them.'),
    pilot: pilotPart.optional(),
    route: routePart.optional(),
    review: reviewPart.optional(),
    recommendation: recommendationPart
      .optional()
      .describe('What an officer recommends, which may differ from what the method indicates.'),
    release: z.array(releasePart).default([]).describe('What of the evidence pack may be published.'),
  })
  .describe('A sourcing case: how something should be sourced, at what cost, and why.');

/** A case as it was read: what was left out stands as empty. */
export type CaseDocument = z.output<typeof caseDocument>;
