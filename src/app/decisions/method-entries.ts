import { z } from 'zod';
import { criterionGroups } from '../../domain/decisions/case-parts/appraisal.ts';
import { idText } from '../../domain/decisions/case-parts/case-fields.ts';
import { reusePart } from '../../domain/decisions/case-parts/need.ts';
import { criterionPacks } from '../../domain/decisions/library-criterion.ts';
import { reviewTriggerIds } from '../../domain/decisions/review-triggers.ts';
import { buyerTypes } from '../../domain/organisations/mention.ts';

const text = z.string().min(1);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/u, 'a day as YYYY-MM-DD');
const provenance = { source: text, reviewed: day };
const bodies = z.array(z.enum(buyerTypes));

/** The shape of `reference/criteria.yaml`. */
export const criterionEntries = z
  .array(
    z.strictObject({
      id: idText,
      pack: z.enum(criterionPacks).nullable().default(null),
      group: z.enum(criterionGroups),
      name: text,
      description: text,
      worst: text,
      best: text,
      notTwice: text,
      ...provenance,
    }),
  )
  .min(1);

/** The shape of `reference/discount-rates.yaml`. */
export const discountRateEntries = z
  .array(
    z.strictObject({
      id: idText,
      version: idText,
      name: text,
      use: text,
      from: day.nullable(),
      to: day.nullable(),
      rates: z
        .array(
          z.strictObject({ fromYear: z.number().int().min(0), ratePercent: z.number().gt(-100).max(100) }),
        )
        .min(1)
        .refine(
          (rates) =>
            rates[0]?.fromYear === 0 &&
            rates.every(({ fromYear }, at) => at === 0 || fromYear > (rates[at - 1]?.fromYear ?? 0)),
          { error: 'rates begin with year 0 and stand in ascending order of years' },
        ),
      open: text.nullable(),
      ...provenance,
    }),
  )
  .min(1);

/** The shape of `reference/reuse.yaml`. */
export const reuseEntries = z
  .array(
    z.strictObject({
      id: idText,
      name: text,
      kind: reusePart.shape.kind,
      does: text,
      words: z.array(z.string().regex(/^[^A-Z]+$/u, 'lower case')),
      bodies: z.union([z.literal('all'), bodies.min(1)]),
      mandated: bodies,
      check: text,
      ...provenance,
    }),
  )
  .min(1);

/** The shape of `reference/review-triggers.yaml`. */
export const reviewTriggerEntries = z
  .array(
    z.strictObject({
      id: z.enum(reviewTriggerIds),
      name: text,
      text,
      limit: z.number().nullable(),
      unit: text.nullable(),
      ...provenance,
    }),
  )
  .length(reviewTriggerIds.length);
