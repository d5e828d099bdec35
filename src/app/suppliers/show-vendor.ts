import { z } from 'zod';
import { getOrganisationRow, listIdentifiers } from '../../db/queries/organisations.ts';
import { listSoldTexts } from '../../db/queries/organisation-vendors.ts';
import { groupIdOf, productIdOf, vendorKinds } from '../../domain/organisations/vendor.ts';
import { exposureWays, vendorExposureOf } from '../../domain/organisations/vendor-exposure.ts';
import { vendorOf } from '../../domain/organisations/vendor-of.ts';
import { AppError } from '../../lib/errors.ts';
import { countText } from '../count-text.ts';
import { operation } from '../operation.ts';
import { textBlock, textTable } from '../text-form.ts';

/** Newest contracts whose titles are read. */
const contractsRead = 500;

const soldProduct = z.object({
  /** Null where a title names the vendor alone. */
  product: z.string().nullable(),
  productId: z.string().nullable(),
  vendor: z.string(),
  group: z.object({ id: z.string(), name: z.string() }),
  way: z.enum(exposureWays),
  contractCount: z.number().int(),
});

const supplierVendor = z.object({
  /** What the supplier is in the list of vendors; null where it isn't in it. */
  firm: z
    .object({
      name: z.string(),
      kind: z.enum(vendorKinds),
      group: z.object({ id: z.string(), name: z.string() }),
      basis: z.enum(['number', 'name']),
      source: z.string(),
      reviewed: z.string(),
    })
    .nullable(),
  /** Products that titles of its contracts and lots name, most contracts first. */
  products: z.array(soldProduct),
  /** Contracts whose titles were read, the newest. */
  contractsRead: z.number().int(),
});

/** What a supplier sells, as its own or for whom. */
export type SupplierVendor = z.output<typeof supplierVendor>;

/** The vendor group of a supplier and the products that its contracts name. */
export const showSupplierVendor = operation({
  id: 'suppliers.vendor',
  summary:
    "Show a supplier's vendor group and the products that titles of its contracts name, its own or resold.",
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'id',
  input: z.strictObject({
    id: z.string().min(1).max(100).describe('Id of the supplier, from `suppliers find`.'),
  }),
  output: supplierVendor,
  present: supplierVendorText,
  run: async (context, { id }) => {
    const register = await context.register();
    const row = await getOrganisationRow(register, id, 'supplier');
    if (row === null || row.is_person_likely || !row.has_side) {
      throw new AppError(
        'not-found',
        `No supplier has the id ${id}. Search for it with \`sourcing suppliers find\`.`,
      );
    }
    const { vendors } = context.reference;
    const [keys, texts] = await Promise.all([
      listIdentifiers(register, row.organisation_id),
      listSoldTexts(register, row.organisation_id, contractsRead),
    ]);
    const own = { keys, name: row.name };
    const found = vendorOf({ ...own, names: row.other_names }, vendors);
    const seller = found === null ? own : { keys: [...found.vendor.keys, ...keys], name: found.vendor.name };
    const products = new Map<string, z.output<typeof soldProduct>>();
    for (const { title, process_title: processTitle, lots } of texts) {
      const said = { title: `${title} / ${processTitle}`, lots, descriptions: [] };
      for (const { way, products: named } of vendorExposureOf(
        { suppliers: [seller], texts: said },
        vendors,
      )) {
        for (const { vendor, product } of named) {
          const key = `${vendor.id}/${product?.name ?? ''}`;
          const group = { id: groupIdOf(vendor.group), name: vendor.group };
          const sold = products.get(key) ?? {
            product: product?.name ?? null, productId: product === null ? null : productIdOf(product), vendor: vendor.name, group, way, contractCount: 0,
          }; // prettier-ignore
          sold.contractCount += 1;
          products.set(key, sold);
        }
      }
    }
    return {
      firm:
        found === null
          ? null
          : {
              name: found.vendor.name,
              kind: found.vendor.kind,
              group: { id: groupIdOf(found.vendor.group), name: found.vendor.group },
              basis: found.basis,
              source: found.vendor.source,
              reviewed: found.vendor.reviewed,
            },
      products: [...products.values()].toSorted(
        (a, b) => b.contractCount - a.contractCount || (a.vendor < b.vendor ? -1 : 1),
      ),
      contractsRead: texts.length,
    };
  },
});

function supplierVendorText({ firm, products, contractsRead: read }: SupplierVendor): string {
  const head =
    firm === null
      ? 'Not in the list of vendors'
      : `${firm.name}\n${textBlock([
          ['group', firm.group.name],
          ['kind', firm.kind],
          ['recognised by', firm.basis],
          ['source', `${firm.source} (${firm.reviewed})`],
        ])}`;
  const rows = products.map(({ product, vendor, way, contractCount }) => [
    product ?? vendor,
    vendor,
    way,
    countText(contractCount, 'contract'),
  ]);
  const named = rows.length === 0 ? 'No product of the list is named' : textTable(rows);
  return `${head}\n\nIn the titles of ${countText(read, 'contract')}:\n${named}`;
}
