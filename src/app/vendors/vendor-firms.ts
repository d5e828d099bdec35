import { z } from 'zod';
import { listVendorOrganisations } from '../../db/queries/organisation-vendors.ts';
import { nameKeyOf } from '../../domain/organisations/cluster-keys.ts';
import { vendorKinds, type Vendor } from '../../domain/organisations/vendor.ts';
import { vendorNameKey, type VendorGroup } from '../../domain/organisations/vendor-catalogue.ts';
import { vendorOf } from '../../domain/organisations/vendor-of.ts';
import type { Context } from '../context.ts';

/** A firm of a vendor group as it is listed, and the suppliers of the register that it is. */
export const vendorFirm = z.object({
  name: z.string(),
  kind: z.enum(vendorKinds),
  aliases: z.array(z.string()),
  keys: z.array(z.string()),
  products: z.array(z.object({ name: z.string(), segment: z.string() })),
  source: z.string(),
  reviewed: z.string(),
  /** Suppliers of the register that are this firm, and by what. */
  organisations: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      basis: z.enum(['number', 'name']),
      contractCount: z.number().int(),
    }),
  ),
});

/** The firms of a group with their suppliers in the register. */
export async function firmsOf(context: Context, group: VendorGroup): Promise<z.output<typeof vendorFirm>[]> {
  const { vendors } = context.reference;
  const rows = await listVendorOrganisations(
    await context.register(),
    group.vendors.flatMap(({ keys }) => keys),
    group.vendors.flatMap(nameKeysOf),
  );
  const organisations = rows.flatMap((row) => {
    const found = vendorOf({ keys: row.keys, name: row.name, names: row.other_names }, vendors);
    return found === null || found.vendor.group !== group.name ? [] : { row, found };
  });
  return group.vendors.map((vendor) => ({
    name: vendor.name,
    kind: vendor.kind,
    aliases: [...vendor.aliases],
    keys: [...vendor.keys],
    products: vendor.products.map(({ name, segment }) => ({ name, segment })),
    source: vendor.source,
    reviewed: vendor.reviewed,
    organisations: organisations
      .filter(({ found }) => found.vendor === vendor)
      .map(({ row, found }) => ({
        id: row.organisation_id,
        name: row.name,
        basis: found.basis,
        contractCount: row.contract_count,
      })),
  }));
}

/** Names that the register may know a firm by: each alias with and without the usual legal forms. */
function nameKeysOf(vendor: Vendor): string[] {
  const bare = [...new Set([vendor.name, ...vendor.aliases].map(vendorNameKey))];
  return bare.flatMap((name) =>
    ['', ' ltd', ' plc', ' llp', ' inc', ' corp'].map((form) => nameKeyOf('supplier', `${name}${form}`)),
  );
}
