import { z } from 'zod';
import type { RatioDistribution } from '../../domain/benchmarks/ratio-distribution.ts';
import { referenceClassKinds } from '../../domain/benchmarks/reference-class.ts';

const ratio = z.number().positive();
const median = ratio.transform((value) => Math.log(value));

const distribution = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('log-normal'), median, sigma: ratio }),
  z.strictObject({
    kind: z.literal('log-normal-pareto'),
    tailShare: z.number().min(0).max(1),
    median,
    sigma: ratio,
    threshold: ratio,
    alpha: ratio,
    cap: ratio,
  }),
]);

/** `reference-classes.yaml`: what is believed of each class before the register adds anything. */
export const referenceClassEntries = z
  .array(
    z.strictObject({
      kind: z.enum(referenceClassKinds),
      name: z.string().min(1),
      applies: z.string().min(1),
      basis: z.enum(['published', 'bounds', 'judgement']),
      distribution: distribution.transform(({ median: mu, ...rest }): RatioDistribution => ({ ...rest, mu })),
      /** As strongly as so many contracts or projects. */
      weight: ratio,
      source: z.string().min(1),
      reviewed: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD'),
    }),
  )
  .refine(
    (entries) =>
      entries.length === referenceClassKinds.length &&
      new Set(entries.map(({ kind }) => kind)).size === entries.length,
    { message: `each of ${referenceClassKinds.join(', ')} stands once` },
  );
export type ReferenceClassEntry = z.output<typeof referenceClassEntries>[number];
