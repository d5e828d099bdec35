import { z } from 'zod';
import { listOverrides } from '../../db/queries/segment-overrides.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import { overrideView } from './views.ts';

/** What people decided about segments, with what was taken back. */
export const listSegmentOverrides = operation({
  id: 'segments.overrides',
  summary: 'List the market segments that people chose, newest first, with those taken back.',
  kind: 'read',
  access: 'operator',
  surfaces: ['cli'],
  input: z.strictObject({
    ocid: z.string().max(200).optional().describe('Only of this process.'),
    limit: z.coerce.number().int().min(1).max(1000).default(50).describe('Rows, 1 to 1,000.'),
  }),
  output: z.object({ items: z.array(overrideView) }),
  present: ({ items }) =>
    items.length === 0
      ? 'No segment was chosen by a person.'
      : textTable(
          items.map((item) => [
            item.ocid,
            item.segment,
            item.reason,
            `${item.madeBy}, ${item.madeAt.slice(0, 10)}`,
            item.withdrawnAt === null
              ? 'stands'
              : `taken back by ${item.withdrawnBy ?? 'nobody named'}, ${item.withdrawnAt.slice(0, 10)}`,
          ]),
        ),
  run: async (context, { ocid, limit }) => {
    const rows = await listOverrides(await context.register(), { ocid: ocid ?? null, limit });
    return {
      items: rows.map((row) =>
        overrideView.parse({
          ocid: row.ocid,
          title: row.title,
          segment: row.segment,
          reason: row.reason,
          madeBy: row.made_by,
          madeAt: row.made_at,
          withdrawnAt: row.withdrawn_at,
          withdrawnBy: row.withdrawn_by,
        }),
      ),
    };
  },
});
