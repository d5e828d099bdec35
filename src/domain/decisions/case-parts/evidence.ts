import { z } from 'zod';
import { dayText, idText, words } from './case-fields.ts';

/** What the register can be asked for a case; one figure each. */
export const evidenceMeasures = [
  'suppliers-seen', 'suppliers-of-size', 'concentration', 'top-four-share', 'sme-share', 'price', 'term', 'lead-time',
  'contract-growth', 'project-cost', 'present-price', 'ending-same-buyer', 'ending-same-product',
] as const; // prettier-ignore

/** One of {@link evidenceMeasures}. */
export type EvidenceMeasure = (typeof evidenceMeasures)[number];

/** Pages of the register that a figure leads to. */
export const evidencePages = [
  'contract',
  'contracts',
  'segment',
  'competition',
  'renewals',
  'growth',
] as const;

const asked = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

/** A page of the register: of one contract or segment by its id, or a list by its filter. */
export const evidenceLink = z.strictObject({
  page: z.enum(evidencePages).describe('Which page.'),
  id: words.optional().describe('Of which contract or segment.'),
  query: asked.optional().describe('Filter of a list.'),
});

/** A figure of the register as it was when somebody looked, with how to ask for it again. */
export const evidencePart = z
  .strictObject({
    id: idText,
    measure: z.enum(evidenceMeasures).describe('What was measured.'),
    about: z
      .array(words)
      .min(1)
      .describe('Ids of the components that it is about, or paths in this document, such as need.present.'),
    value: z.number().optional().describe('The figure; left out where there is not enough data.'),
    low: z.number().optional().describe('Lower quartile, or the median where value is a higher quantile.'),
    high: z.number().optional().describe('Upper quartile, or the 80th percentile where value is a median.'),
    unit: words.describe('Unit of the figure.'),
    n: z.number().int().min(0).describe('How many contracts it rests on.'),
    of: z.number().int().min(0).optional().describe('Of how many, those included that couldn’t be measured.'),
    group: words.optional().describe('What was compared, in words.'),
    from: dayText.optional().describe('Contracts signed or awarded from this day on.'),
    basis: words.optional().describe('What it rests on beside the contracts.'),
    items: z
      .array(
        z.strictObject({
          text: words.describe('What it is.'),
          on: dayText.optional().describe('Its day.'),
          link: evidenceLink.optional().describe('Its page.'),
        }),
      )
      .default([])
      .describe('What was counted, where that is a short list.'),
    method: idText.describe('Page that says how it is worked out: docs/methods/<method>.md.'),
    query: z
      .strictObject({
        operation: words.describe('Operation of the register, such as benchmarks.price.'),
        input: asked.default({}).describe('Its input.'),
      })
      .describe('What was asked, so that anybody can ask it again.'),
    link: evidenceLink.describe('Page of the register behind it.'),
    at: z.iso.datetime().describe('Instant at which it was taken.'),
  })
  .describe('A figure taken from the register. It stands beside what people typed and replaces none of it.');

/** A figure of the register, as a case keeps it. */
export type EvidenceFigure = z.output<typeof evidencePart>;

/** Why the choice of delivery models isn’t what the rules suggest. */
export const departurePart = z.strictObject({
  component: idText,
  model: idText.describe('A model that was chosen and not suggested, or suggested and not chosen.'),
  because: words.describe('Why, in your own words.'),
});
