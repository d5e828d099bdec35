import { z } from 'zod';
import { vendorKinds } from '../../domain/organisations/vendor.ts';
import { vendorNameKey } from '../../domain/organisations/vendor-catalogue.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';

/** Groups of vendors, resellers and integrators as they are listed, whatever the register holds. */
export const findVendors = operation({
  id: 'vendors.find',
  summary: 'List the vendor groups that are known, with their firms and products.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'q',
  input: z.strictObject({
    q: z
      .string()
      .max(200, 'A name can have at most 200 characters.')
      .optional()
      .describe('Part of the name of a group, firm or product.'),
    kind: z.enum(vendorKinds).optional().describe('Only groups with a firm of this kind.'),
  }),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        kinds: z.array(z.enum(vendorKinds)),
        firms: z.array(z.string()),
        products: z.array(z.string()),
        /** Invented, for the sample market. */
        isSample: z.boolean(),
      }),
    ),
  }),
  present: ({ items }) =>
    items.length === 0
      ? 'No vendor group has this in a name.'
      : textTable(items.map(({ id, name, kinds, firms }) => [id, name, kinds.join(', '), firms.join(', ')])),
  run: async (context, { q, kind }) => {
    const wanted = q === undefined ? '' : vendorNameKey(q);
    const items = [...context.reference.vendors.groups.values()].map(({ id, name, vendors }) => ({
      id,
      name,
      kinds: vendorKinds.filter((each) => vendors.some((vendor) => vendor.kind === each)),
      firms: vendors.map((vendor) => vendor.name),
      products: vendors.flatMap((vendor) => vendor.products.map((product) => product.name)),
      isSample: vendors.every((vendor) => vendor.isSample),
    }));
    return Promise.resolve({
      items: items
        .filter(({ kinds }) => kind === undefined || kinds.includes(kind))
        .filter(({ name, firms, products }) =>
          [name, ...firms, ...products].some((text) => vendorNameKey(text).includes(wanted)),
        )
        .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    });
  },
});
