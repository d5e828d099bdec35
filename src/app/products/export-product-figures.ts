import { z } from 'zod';
import type { Context } from '../context.ts';
import {
  endFigures,
  listFigures,
  memberColumns,
  memberRow,
  partyFigures,
  type MemberFigure,
} from '../market/member-figures.ts';
import { streamOperation } from '../operation.ts';
import { findProducts } from './find-products.ts';
import { showProduct, type ProductDetail } from './show-product.ts';

const figuresOf = {
  ends: ({ ends }: ProductDetail): MemberFigure[] => endFigures(ends),
  buyers: ({ buyersNamed }: ProductDetail): MemberFigure[] => partyFigures(buyersNamed),
  suppliers: ({ suppliers }: ProductDetail): MemberFigure[] => partyFigures(suppliers),
};

/** The figures behind each chart of the pages of products. */
export const exportProductFigures = streamOperation({
  id: 'products.figures',
  summary: 'Export the figures of one chart of a product, or of the list of all products.',
  kind: 'stream',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'id',
  columns: memberColumns,
  input: z.strictObject({
    id: z.string().min(1).max(100).optional().describe('Id of the product; every product unless given.'),
    chart: z.enum(['ends', 'buyers', 'suppliers']).default('ends').describe('Which chart of the product.'),
  }),
  run: async function* run(context: Context, { id, chart }) {
    const figures =
      id === undefined
        ? listFigures((await findProducts.run(context, {})).items)
        : figuresOf[chart](await showProduct.run(context, { id }));
    for (const figure of figures) yield memberRow(id === undefined ? 'products' : chart, figure);
  },
});
