import { z } from 'zod';
import {
  bodySizes,
  sizeMeasures,
  type BodySizes,
  type SizedBody,
} from '../../domain/organisations/body-size.ts';

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and hyphens');

const size = z
  .strictObject({
    measure: z.enum(sizeMeasures),
    value: z.int().positive('a whole number above 0'),
    roundedTo: z.union([1, 5, 10, 100, 1000].map((one) => z.literal(one))),
    /** Id of a source of the same file. */
    source: z.string().min(1),
    covers: z.string().min(1).optional(),
  })
  .refine(({ value, roundedTo }) => value % roundedTo === 0, {
    message: 'the value is not rounded as it says',
    path: ['value'],
  });

/** `body-size.yaml`: where figures come from, and bodies with their sizes. */
export const bodySizeEntries = z
  .strictObject({
    sources: z
      .array(
        z.strictObject({
          id,
          source: z.string().min(1),
          year: z.int().min(2000).max(2100),
          reviewed: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'a day as YYYY-MM-DD'),
        }),
      )
      .min(1),
    bodies: z.array(
      z.strictObject({
        id,
        names: z.array(z.string().min(3)).min(1),
        keys: z.array(z.string().regex(/^GB-(ONS:[A-Z]\d{8}|PPON:[A-Z]{4}-\d{4}-[A-Z]{4}|COH:[A-Z0-9]{8})$/)),
        sizes: z.array(size).min(1),
      }),
    ),
  })
  .transform(({ sources, bodies }, context): Omit<SizedBody, 'isSample'>[] => {
    const known = new Map(sources.map((one) => [one.id, one]));
    return bodies.map(({ sizes, ...body }, place) => ({
      ...body,
      sizes: sizes.flatMap(({ source, covers, ...rest }, at) => {
        const found = known.get(source);
        if (found === undefined) {
          const path = ['bodies', place, 'sizes', at, 'source'];
          context.addIssue({ code: 'custom', message: `no source has the id "${source}"`, path });
          return [];
        }
        const { year, reviewed } = found;
        return [{ ...rest, covers: covers ?? null, source: found.source, year, reviewed }];
      }),
    }));
  });

/**
 * The sizes of bodies, and of those of the sample market, which are marked as such.
 *
 * @throws Error where two bodies share an id, a number or a name
 * @example joinBodySizes(entries, []).bodies.length // 204
 */
export function joinBodySizes(
  published: z.output<typeof bodySizeEntries>,
  invented: z.output<typeof bodySizeEntries>,
): BodySizes {
  return bodySizes([
    ...published.map((body) => ({ ...body, isSample: false })),
    ...invented.map((body) => ({ ...body, isSample: true })),
  ]);
}
