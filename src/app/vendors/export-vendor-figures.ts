import { z } from 'zod';
import type { Context } from '../context.ts';
import {
  endFigures,
  listFigures,
  memberColumns,
  memberRow,
  partyFigures,
  totalsFigure,
  type MemberFigure,
} from '../market/member-figures.ts';
import { streamOperation } from '../operation.ts';
import { findVendors } from './find-vendors.ts';
import { showVendorGroup } from './show-vendor-group.ts';
import type { VendorGroupDetail } from './vendor-group-view.ts';

const figuresOf = {
  ways: ({ ways }: VendorGroupDetail): MemberFigure[] =>
    ways.map(({ way, buyers, running, ...one }) => ({ way, buyers, running, ...totalsFigure(one) })),
  ends: ({ ends }: VendorGroupDetail): MemberFigure[] => endFigures(ends),
  buyers: ({ buyersNamed }: VendorGroupDetail): MemberFigure[] => partyFigures(buyersNamed),
  suppliers: ({ suppliers }: VendorGroupDetail): MemberFigure[] => partyFigures(suppliers),
  products: ({ products }: VendorGroupDetail): MemberFigure[] => listFigures(products),
};

/** The figures behind each chart of the pages of vendor groups. */
export const exportVendorFigures = streamOperation({
  id: 'vendors.figures',
  summary: 'Export the figures of one chart of a vendor group, or of the list of all groups.',
  kind: 'stream',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'id',
  columns: memberColumns,
  input: z.strictObject({
    id: z.string().min(1).max(100).optional().describe('Id of the group; every group unless given.'),
    chart: z
      .enum(['ways', 'ends', 'buyers', 'suppliers', 'products'])
      .default('ways')
      .describe('Which chart of the group.'),
  }),
  run: async function* run(context: Context, { id, chart }) {
    const figures =
      id === undefined
        ? listFigures((await findVendors.run(context, {})).items)
        : figuresOf[chart](await showVendorGroup.run(context, { id }));
    for (const figure of figures) yield memberRow(id === undefined ? 'groups' : chart, figure);
  },
});
