import { z } from 'zod';
import { dayText, idText, words } from './case-fields.ts';

/** Who does what in a case; a post, not a person. */
export const caseRoles = [
  'senior-responsible-owner', 'accounting-officer', 'author', 'commercial-lead', 'digital-lead', 'finance-partner', 'legal',
  'security', 'people-lead', 'facilitator', 'verifier', 'approver',
] as const; // prettier-ignore

/** Someone with a role in the case. */
export const rolePart = z.strictObject({
  role: z.enum(caseRoles).describe('What the post does in the case.'),
  post: words.describe('The post, such as “Head of Commercial”.'),
  name: words.optional().describe('Typed where a signature is needed; not authenticated in local mode.'),
});

/** Stages at which a case is approved. */
export const caseStages = ['strategic-outline', 'outline', 'full'] as const;

/** A stage at which a case is approved. */
export type CaseStage = (typeof caseStages)[number];

/** An approval that was asked for. */
export const approvalPart = z.strictObject({
  stage: z.enum(caseStages).describe('At which stage it is needed.'),
  approver: words.describe('The post or board that approves.'),
  status: z.enum(['needed', 'asked', 'given', 'refused']).describe('How far it is.'),
  on: dayText.optional().describe('When it was asked, given or refused.'),
  releases: words.optional().describe('What is released now.'),
  returns: words.optional().describe('What comes back, and when.'),
  conditions: z.array(words).default([]).describe('On what conditions it was given.'),
});

/** A limit of the body’s own delegations. */
export const delegationPart = z.strictObject({
  approval: idText.describe('The approval that it is the limit of, an id of reference/approvals.yaml.'),
  above: z
    .number()
    .min(0)
    .describe('Pounds above which the approval is needed, on the VAT basis of the approval.'),
  source: words.optional().describe('The scheme or letter that says so, with its date.'),
});

/** What an officer recommends, which may differ from what the method indicates. */
export const recommendationPart = z.strictObject({
  option: idText,
  reasons: words.describe('The officer’s own reasons. “The model said so” is none.'),
  dissent: z.array(words).default([]).describe('Views that differ, word for word.'),
  post: words.describe('The post of the officer.'),
  on: dayText.describe('When it was recommended.'),
});

/** Marking of the case, carried on every page and export. */
export const markingPart = z
  .strictObject({
    level: z.enum(['OFFICIAL', 'OFFICIAL-SENSITIVE']).describe('Classification.'),
    descriptor: z.enum(['COMMERCIAL', 'PERSONAL']).optional().describe('Why it is sensitive.'),
  })
  .default({ level: 'OFFICIAL-SENSITIVE', descriptor: 'COMMERCIAL' })
  .describe('The product is not accredited above OFFICIAL.');

/** Whether a section may be published. */
export const releaseCategories = ['publish', 'on-request', 'exempt'] as const;

/** Release category of one section of the evidence pack. */
export const releasePart = z.strictObject({
  section: words.describe('Section of the evidence pack, by its id or heading.'),
  category: z.enum(releaseCategories).describe('Whether it may be published.'),
  exemption: words
    .optional()
    .describe('Section of the Freedom of Information Act, or its equivalent, that probably applies.'),
  because: words.optional().describe('Why.'),
  reviewOn: dayText.optional().describe('When that is looked at again.'),
});

/** Assessments kept elsewhere. */
export const assessmentPart = z.strictObject({
  kind: z
    .enum(['equality', 'data-protection', 'accessibility', 'security', 'carbon', 'conflicts'])
    .describe('What is assessed.'),
  status: z.enum(['done', 'under-way', 'not-started', 'not-needed']).describe('How far it is.'),
  reference: words.optional().describe('Where it is kept.'),
  because: words.optional().describe('Why none is needed.'),
});
