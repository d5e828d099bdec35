import { z } from 'zod';
import { dayText, idText, uncertain, words } from './case-fields.ts';

/** The five groups of criteria of the delivery model assessment. */
export const criterionGroups = [
  'strategy-and-policy',
  'transition-and-mobilisation',
  'service-delivery',
  'people-and-assets',
  'risk-and-impact',
] as const;

/** Something that options are scored by. */
export const criterionPart = z.strictObject({
  id: idText,
  name: words.describe('What options are scored by.'),
  group: z.enum(criterionGroups).describe('Its group in the delivery model assessment.'),
  parent: idText.optional().describe('The criterion that it is part of.'),
  description: words.optional().describe('What counts, and what is counted elsewhere.'),
  anchors: z
    .strictObject({
      worst: words.describe('What a score of 0 looks like.'),
      best: words.describe('What a score of 100 looks like.'),
    })
    .optional()
    .describe(
      'What a score of 0 and a score of 100 look like: the fixed range that the swing weight is for.',
    ),
  swing: z
    .number()
    .min(0)
    .max(100)
    .optional()
    .describe('Swing weight: how much going from worst to best matters, the most important being 100.'),
});

/** How weights were set, and that they were locked before scores opened. */
export const weightsPart = z.strictObject({
  method: z
    .enum(['swing', 'shares'])
    .default('swing')
    .describe('swing: points of each criterion, made into shares. shares: per cent that sum to 100.'),
  lockedOn: dayText.optional().describe('The day on which weights were locked, before scores opened.'),
  lockedBy: words.optional().describe('The post of the facilitator.'),
  rationale: words.optional().describe('Why the weights are as they are.'),
  pricePerPoint: z
    .number()
    .min(0)
    .optional()
    .describe(
      'Pounds of present value that one more point of value (0 to 100, all criteria together) is worth to the body, said before scores open. Without it, the result says for which prices it holds.',
    ),
});

/** Someone who scores. */
export const assessorPart = z.strictObject({
  id: idText,
  post: words.describe('The post, not the person.'),
  interestsDeclaredOn: dayText.optional().describe('When interests were declared, before options were seen.'),
  interests: words.optional().describe('What was declared; “none” where there is none.'),
});

/** One assessor’s score of one option by one criterion. */
export const scorePart = z.strictObject({
  assessor: idText,
  option: idText,
  criterion: idText,
  score: z
    .union([
      z.number().min(0).max(100),
      z.strictObject({
        low: z.number().min(0).max(100).describe('Lowest score, 0 to 100.'),
        high: z.number().min(0).max(100).describe('Highest score, 0 to 100.'),
      }),
    ])
    .describe('0 to 100 against the anchors, or a range.'),
  note: words.optional().describe('What the score rests on.'),
});

/** What was agreed after the assessors talked. */
export const moderationPart = z.strictObject({
  option: idText,
  criterion: idText,
  score: z.number().min(0).max(100).describe('The score that was agreed.'),
  note: words.describe('Why the scores were brought together, or were not.'),
});

/** What each component could be, for the mixed economy. */
export const compositionPart = z.strictObject({
  choices: z
    .array(
      z.strictObject({
        component: idText,
        model: idText,
        cost: z.number().min(0).describe('Present value over the term, pounds, without VAT.'),
        value: z.number().min(0).max(100).describe('Points, 0 to 100, for this component.'),
        staff: z.number().min(0).default(0).describe('Client staff it needs, full-time equivalents.'),
        supplier: idText
          .optional()
          .describe('Supplier or kind of supplier, to count how many have to be managed.'),
      }),
    )
    .min(1)
    .describe('Ways to source each component.'),
  interfaces: z
    .array(
      z.strictObject({
        between: z.tuple([idText, idText]).describe('Two components.'),
        cost: z.number().min(0).describe('Pounds, present value.'),
      }),
    )
    .default([])
    .describe('Cost of joining two components that are sourced by unlike models, pounds.'),
  costPerExtraSupplier: z
    .number()
    .min(0)
    .default(0)
    .describe('Pounds, present value, that each supplier after the first costs.'),
  staffPerExtraSupplier: z
    .number()
    .min(0)
    .default(0)
    .describe('Client staff that each supplier after the first needs, full-time equivalents.'),
  staffCapacity: z.number().min(0).optional().describe('Client staff that there are, full-time equivalents.'),
  budget: z.number().min(0).optional().describe('Pounds, present value, that may be spent.'),
  pricePerPoint: z
    .number()
    .min(0)
    .describe('Pounds that a point of value of one component is worth to the body.'),
});

/** A test that would tell more before deciding. */
export const enquiryPart = z.strictObject({
  id: idText,
  label: words.describe('A pilot, a question to the market, a pull of usage data.'),
  resolves: z.array(idText).min(1).describe('Ids of the cost lines, benefits or risks that it would settle.'),
  cost: uncertain.describe('Pounds.'),
  days: z.number().min(0).optional().describe('Working days that it takes.'),
});
