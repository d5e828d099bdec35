import { z } from 'zod';
import { bodyOf, sizeMeasures, type BodySizes } from '../../domain/organisations/body-size.ts';

/** One published size of a body. */
export const bodySizeView = z.object({
  measure: z.enum(sizeMeasures),
  value: z.number().int(),
  /** The value is rounded to this. */
  roundedTo: z.number().int(),
  year: z.number().int(),
  source: z.string(),
  reviewed: z.string(),
  /** What else is in it. */
  covers: z.string().nullable(),
});
export type BodySizeView = z.output<typeof bodySizeView>;

/**
 * The known sizes of an organisation, none where it isn't in the list.
 *
 * @example sizesOf({ keys: [], name: 'Leeds City Council', names: [] }, reference.bodySizes)[0]?.value // 812000
 */
export function sizesOf(organisation: Parameters<typeof bodyOf>[0], sizes: BodySizes): BodySizeView[] {
  return [...(bodyOf(organisation, sizes)?.body.sizes ?? [])];
}

const nouns = { residents: 'residents', dwellings: 'dwellings', staff: 'staff' };

/**
 * A size in words with where it is from.
 *
 * @example bodySizeText(size) // '812,000 residents (2021; Office for National Statistics, Census 2021, …)'
 */
export function bodySizeText({ measure, value, year, source, covers }: BodySizeView): string {
  const count = value.toLocaleString('en-GB');
  return `${count} ${nouns[measure]}${covers === null ? '' : `, ${covers}`} (${year}; ${source})`;
}
