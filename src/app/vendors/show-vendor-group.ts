import { z } from 'zod';
import { listVendorOrganisations } from '../../db/queries/organisation-vendors.ts';
import { nameKeyOf } from '../../domain/organisations/cluster-keys.ts';
import { vendorKinds, type Vendor } from '../../domain/organisations/vendor.ts';
import { vendorNameKey } from '../../domain/organisations/vendor-catalogue.ts';
import { vendorOf } from '../../domain/organisations/vendor-of.ts';
import { AppError } from '../../lib/errors.ts';
import { countText } from '../count-text.ts';
import { operation } from '../operation.ts';
import { textBlock, textSection, textTable } from '../text-form.ts';

const firm = z.object({
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

const vendorGroup = z.object({ id: z.string(), name: z.string(), firms: z.array(firm) });

/** One vendor group: its firms, products, and which suppliers of the register they are. */
export const showVendorGroup = operation({
  id: 'vendors.show',
  summary: 'Show a vendor group: firms, products, and the suppliers of the register that belong to it.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'id',
  input: z.strictObject({ id: z.string().min(1).max(100).describe('Id of the group, from `vendors find`.') }),
  output: vendorGroup,
  present: vendorGroupText,
  run: async (context, { id }) => {
    const { vendors } = context.reference;
    const group = vendors.groups.get(id);
    if (group === undefined) {
      throw new AppError(
        'not-found',
        `No vendor group has the id ${id}. Search for it with \`sourcing vendors find\`.`,
      );
    }
    const rows = await listVendorOrganisations(
      await context.register(),
      group.vendors.flatMap(({ keys }) => keys),
      group.vendors.flatMap(nameKeysOf),
    );
    const organisations = rows.flatMap((row) => {
      const found = vendorOf({ keys: row.keys, name: row.name, names: row.other_names }, vendors);
      return found === null || found.vendor.group !== group.name ? [] : { row, found };
    });
    return {
      id,
      name: group.name,
      firms: group.vendors.map((vendor) => ({
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
      })),
    };
  },
});

/** Names that the register may know a firm by: each alias with and without the usual legal forms. */
function nameKeysOf(vendor: Vendor): string[] {
  const bare = [...new Set([vendor.name, ...vendor.aliases].map(vendorNameKey))];
  return bare.flatMap((name) =>
    ['', ' ltd', ' plc', ' llp', ' inc', ' corp'].map((form) => nameKeyOf('supplier', `${name}${form}`)),
  );
}

function vendorGroupText(group: z.output<typeof vendorGroup>): string {
  const firms = group.firms.map((each) => {
    const facts = textBlock([
      ['kind', each.kind],
      ['also named as', each.aliases.join('; ')],
      ['numbers', each.keys.join(', ')],
      ['products', each.products.map(({ name }) => name).join(', ')],
      ['source', `${each.source} (${each.reviewed})`],
    ]);
    const held = textTable(
      each.organisations.map(({ id, name, basis, contractCount }) => [
        id,
        name,
        `by ${basis}`,
        countText(contractCount, 'contract'),
      ]),
    );
    return [`${each.name}\n${facts}`, textSection('Suppliers in the register', held)]
      .filter((part) => part !== '')
      .join('\n');
  });
  return [group.name, ...firms].join('\n\n');
}
