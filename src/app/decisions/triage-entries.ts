import { z } from 'zod';
import { approvalCategories } from '../../domain/decisions/approvals.ts';
import { idText } from '../../domain/decisions/case-parts/case-fields.ts';
import { caseStages } from '../../domain/decisions/case-parts/governance.ts';
import { caseTasks, triageIds, triageKinds, triagePaths } from '../../domain/decisions/triage-question.ts';
import { buyerTypes } from '../../domain/organisations/mention.ts';

const text = z.string().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, 'a day as YYYY-MM-DD');
const provenance = { source: text, reviewed: day };
const nations = z.array(z.enum(['england', 'wales', 'scotland', 'northern-ireland'])).min(1);
const bodies = z.array(z.enum(buyerTypes));

/** The shape of a question of `reference/triage.yaml`. */
export const triageQuestionEntry = z.strictObject({
  id: z.enum(triageIds),
  kind: z.enum(triageKinds),
  choices: z
    .array(z.strictObject({ id: idText, text }))
    .min(2)
    .optional(),
  unit: text.optional(),
  text,
  hint: text,
  why: text,
  ...provenance,
});

/** The shape of `reference/triage.yaml`. */
export const triageEntries = z.strictObject({
  limits: z.strictObject({
    lightBelow: z.number().positive(),
    fullFrom: z.number().positive(),
    shortMonths: z.number().positive(),
    fewSuppliers: z.number().int().positive(),
    ...provenance,
  }),
  questions: z
    .array(triageQuestionEntry)
    .refine(
      (questions) =>
        questions.length === triageIds.length && triageIds.every((id, at) => questions[at]?.id === id),
      { error: `the questions are, in this order: ${triageIds.join(', ')}` },
    ),
  paths: z
    .array(
      z.strictObject({
        id: z.enum(triagePaths),
        name: text,
        text,
        asks: z.array(z.enum(caseTasks)).min(1),
        ...provenance,
      }),
    )
    .length(triagePaths.length),
});

/** The shape of `reference/public-interest-test.yaml`. */
export const interestTestEntries = z.strictObject({
  rules: z
    .array(
      z.strictObject({
        version: idText,
        name: text,
        published: day,
        from: day,
        to: day.nullable(),
        binds: bodies.min(1),
        nations,
        above: z.number().positive(),
        bought: z.array(text).min(1),
        unclear: z.array(text),
        reporting: text,
        ...provenance,
      }),
    )
    .min(1),
  exclusions: z.array(z.strictObject({ id: idText, text, note: text.optional(), ...provenance })),
  parts: z
    .array(
      z.strictObject({
        id: z.enum(['service', 'readiness']),
        name: text,
        questions: z.array(z.strictObject({ id: idText, heading: text, text, ...provenance })).min(1),
      }),
    )
    .length(2),
});

/** The shape of `reference/approvals.yaml`. */
export const approvalEntries = z
  .array(
    z.strictObject({
      id: idText,
      regime: text,
      name: text,
      bodies: z.union([z.literal('all'), bodies.min(1)]),
      nations: nations.optional(),
      trigger: z.strictObject({
        above: z.number().min(0).nullable(),
        vat: z.enum(['with', 'without', 'unknown']),
        basis: text,
        whenever: z.array(z.enum(approvalCategories)),
        onlyFor: z.array(z.enum(approvalCategories)),
      }),
      approver: text,
      stages: z.array(z.enum(caseStages)).min(1),
      note: text,
      from: day.nullable(),
      to: day.nullable(),
      ...provenance,
    }),
  )
  .min(1);
