import { z } from 'zod';
import { showBuyer } from '../buyers/show-buyer.ts';
import type { Context } from '../context.ts';
import { memberColumns, memberRow, totalsFigure, type MemberFigure } from '../market/member-figures.ts';
import { showOrganisationMarket } from '../market/show-organisation.ts';
import { streamOperation } from '../operation.ts';
import { showSupplier } from '../suppliers/show-supplier.ts';

type Asked = { id: string; side: 'buyer' | 'supplier' };

const shown = async (context: Context, { id, side }: Asked) =>
  side === 'buyer' ? showBuyer.run(context, { id }) : showSupplier.run(context, { id });

const counted = ({ contractCount, ...one }: { contractCount: number; netCount: number; netPence: number }) =>
  totalsFigure({ contracts: contractCount, ...one });

const figuresOf = {
  years: async (context: Context, asked: Asked): Promise<MemberFigure[]> =>
    (await shown(context, asked)).years.map(({ year, ...one }) => ({
      period: String(year),
      ...counted(one),
    })),
  counterparts: async (context: Context, asked: Asked): Promise<MemberFigure[]> =>
    (await shown(context, asked)).counterparts.map(({ id, name, ...one }) => ({ id, name, ...counted(one) })),
  segments: async (context: Context, asked: Asked): Promise<MemberFigure[]> =>
    (await showOrganisationMarket.run(context, asked)).segments.map(({ segment, ...one }) => ({
      id: segment,
      ...totalsFigure(one),
    })),
};

/** The figures behind each chart of the page of a buyer or supplier. */
export const exportOrganisationFigures = streamOperation({
  id: 'organisations.figures',
  summary: 'Export the figures of one chart of a buyer or supplier.',
  kind: 'stream',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'id',
  columns: memberColumns,
  input: z.strictObject({
    id: z
      .string()
      .min(1)
      .max(100)
      .describe('Id of the organisation, from `buyers find` or `suppliers find`.'),
    side: z.enum(['buyer', 'supplier']).default('buyer').describe('From which side of contracts.'),
    chart: z
      .enum(['years', 'counterparts', 'segments'])
      .default('years')
      .describe(
        'Contracts by year of signature or award, by counterpart (the twenty with most contracts), or by market segment.',
      ),
  }),
  run: async function* run(context: Context, { chart, ...asked }) {
    for (const figure of await figuresOf[chart](context, asked)) yield memberRow(chart, figure);
  },
});
