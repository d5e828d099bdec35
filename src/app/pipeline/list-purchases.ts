import { z } from 'zod';
import { countPurchases, listPurchases } from '../../db/queries/pipeline-purchases.ts';
import { operation } from '../operation.ts';
import { purchaseText } from './purchase-text.ts';
import { presentPurchase, purchaseView } from './views.ts';

/** What was entered, for whoever runs this installation: alone, with the pages that run it, in showing purchases that may not be shared. */
export const listPlannedPurchases = operation({
  id: 'pipeline.purchases',
  summary:
    'List the purchases entered by hand or from files, also those that may not be shared, newest first.',
  kind: 'read',
  access: 'operator',
  surfaces: ['cli'],
  input: z.strictObject({
    id: z.string().max(100).optional().describe('Only this purchase, with all its versions.'),
    buyer: z.string().max(100).optional().describe('Only of the buyer with this id.'),
    withdrawn: z
      .stringbool()
      .or(z.boolean())
      .default(false)
      .describe('Also what was withdrawn or changed since.'),
    limit: z.coerce.number().int().min(1).max(1000).default(50).describe('Rows, 1 to 1,000.'),
    skip: z.coerce.number().int().min(0).max(1_000_000).default(0).describe('Rows to pass over.'),
  }),
  output: z.object({
    items: z.array(purchaseView),
    /** How many there are in all. */
    total: z.number().int(),
  }),
  present: ({ items }) =>
    items.length === 0 ? 'No planned purchase is held.' : items.map(purchaseText).join('\n\n'),
  run: async (context, { id, buyer, withdrawn, limit, skip }) => {
    const { read } = await context.register();
    const scope = {
      isSharedOnly: false,
      isStandingOnly: id === undefined && !withdrawn,
      buyer: buyer ?? null,
      purchaseId: id ?? null,
    };
    const rows = await listPurchases(read, { ...scope, limit, skip });
    return { items: rows.map(presentPurchase), total: await countPurchases(read, scope) };
  },
});
