import { getBuyerNames, listBuyersKnownAs, type BuyerNamesRow } from '../../db/queries/body-sizes.ts';
import type { Register } from '../../db/register.ts';
import {
  bodyOf,
  type BodySize,
  type BodySizes,
  type SizeMeasure,
} from '../../domain/organisations/body-size.ts';
import { nameKeyOf } from '../../domain/organisations/cluster-keys.ts';
import { normaliseName } from '../../domain/organisations/normalise-name.ts';

/**
 * Buyers of the register whose size is known in a measure, by id. Reads those that hold a number or name of a listed body, not
 * all buyers.
 *
 * @example (await findBuyerSizes(register, reference.bodySizes, 'residents')).get(buyerId) // 812000
 */
export async function findBuyerSizes(
  register: Register,
  sizes: BodySizes,
  measure: SizeMeasure,
): Promise<Map<string, number>> {
  const bodies = sizes.bodies.filter((body) => body.sizes.some((size) => size.measure === measure));
  const rows = await listBuyersKnownAs(
    register,
    bodies.flatMap(({ keys }) => keys),
    bodies.flatMap(({ names }) => names.map((name) => nameKeyOf('buyer', normaliseName(name)))),
  );
  return new Map(
    rows.flatMap((row) => {
      const size = sizesOfRow(row, sizes).find((one) => one.measure === measure);
      return size === undefined ? [] : [[row.organisation_id, size.value]];
    }),
  );
}

/**
 * The known sizes of one buyer, none where it isn't in the list.
 *
 * @example await findSizesOfBuyer(register, reference.bodySizes, buyerId) // [{ measure: 'residents', value: 812000, … }]
 */
export async function findSizesOfBuyer(
  register: Register,
  sizes: BodySizes,
  buyerId: string | null,
): Promise<readonly BodySize[]> {
  const row = buyerId === null ? null : await getBuyerNames(register, buyerId);
  return row === null ? [] : sizesOfRow(row, sizes);
}

function sizesOfRow(
  { keys, name, other_names: names }: BuyerNamesRow,
  sizes: BodySizes,
): readonly BodySize[] {
  return bodyOf({ keys, name, names }, sizes)?.body.sizes ?? [];
}
