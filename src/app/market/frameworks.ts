import { z } from 'zod';
import { amountBases, amountFlags } from '../../domain/contracts/amount.ts';
import { parseSegment, segmentIds } from '../../domain/segments/segment.ts';
import { countFrameworks, findFrameworks } from '../../db/queries/market-frameworks.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { listPlace } from '../contracts/views.ts';
import { countText } from '../count-text.ts';
import { listMark } from '../cursor.ts';
import { readListPage } from '../list-page.ts';
import { operation } from '../operation.ts';
import { pagingText } from '../paging-text.ts';
import { textTable } from '../text-form.ts';
import { marketScopeInput, marketScopeView, readMarketScope } from './market-scope.ts';
import { totalsView } from './views.ts';

/** One framework agreement. Its ceiling is the most that may be bought under it, by everybody together: never spend. */
export const frameworkItem = z.object({
  ocid: z.string(),
  /** A contract of it, whose page shows it. */
  contractId: z.string(),
  title: z.string(),
  segment: z.enum(segmentIds).nullable(),
  buyer: z.object({ id: z.string().nullable(), name: z.string() }).nullable(),
  ceiling: z
    .object({
      minorUnits: z.number().int(),
      currency: z.string().nullable(),
      basis: z.enum(amountBases),
      flag: z.enum(amountFlags).nullable(),
    })
    .nullable(),
  startOn: z.string().nullable(),
  endOn: z.string().nullable(),
  /** The end with every option used. */
  maxEndOn: z.string().nullable(),
  supplierCount: z.number().int(),
  /** Contracts that link to it. */
  callOffs: totalsView,
});
export type FrameworkItem = z.output<typeof frameworkItem>;

/** What `market.frameworks` answers. */
export const frameworks = z.object({
  scope: marketScopeView,
  asOf: z.string(),
  total: z.number().int(),
  items: z.array(frameworkItem),
  ...listPlace.shape,
});
export type Frameworks = z.output<typeof frameworks>;

/** Framework agreements and dynamic markets with their ceilings. */
export const listFrameworks = operation({
  id: 'market.frameworks',
  summary: 'List framework agreements with their ceilings, which are never spend, and what was called off.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({
    segment: marketScopeInput.segment,
    buyerType: marketScopeInput.buyerType,
    open: z
      .stringbool()
      .or(z.boolean())
      .default(true)
      .describe('Only those that have not passed their last end, or give none.'),
    limit: z.coerce.number().int().min(1).max(100).default(25).describe('Rows per page, 1 to 100.'),
    cursor: z.string().max(1000).optional().describe('Where the last page ended; from its `next`.'),
  }),
  output: frameworks,
  present: ({ total, items, ...place }) =>
    [
      countText(total, 'framework'),
      textTable(
        items.map(({ title, buyer, ceiling, endOn, callOffs }) => [
          endOn === null ? 'no end' : `to ${endOn}`,
          ceiling === null
            ? 'no ceiling published'
            : `ceiling ${moneyText(ceiling.minorUnits, ceiling.currency) ?? 'cannot be read'}`,
          countText(callOffs.contracts, 'call-off'),
          buyer?.name ?? '',
          title,
        ]),
      ),
      pagingText(place, items.length),
    ]
      .filter((part) => part !== '')
      .join('\n\n'),
  run: async (context, { open, limit, cursor, ...asked }) => {
    const register = await context.register();
    const { view, today } = readMarketScope(context, asked);
    const scope = {
      segments: view.segments,
      buyerTypes: view.buyerTypes,
      openOn: open ? today : null,
    };
    const [page, total] = await Promise.all([
      readListPage(
        { cursor, limit, mark: listMark({ ...asked, open }) },
        async (rows) => findFrameworks(register.read, scope, rows),
        (row) => [row.dated_on, row.ocid],
      ),
      countFrameworks(register.read, scope),
    ]);
    const { rows, ...place } = page;
    return {
      scope: view,
      asOf: today,
      total,
      items: rows.map((row) => ({
        ocid: row.ocid,
        contractId: row.contract_id,
        title: row.title,
        segment: parseSegment(row.segment),
        buyer: row.buyer_name === null ? null : { id: row.buyer_id, name: row.buyer_name },
        ceiling:
          row.minor_units === null
            ? null
            : {
                minorUnits: row.minor_units,
                currency: row.currency,
                basis: amountBases.find((one) => one === row.basis) ?? 'unstated',
                flag: amountFlags.find((one) => one === row.flag) ?? null,
              },
        startOn: row.start_on,
        endOn: row.end_on,
        maxEndOn: row.max_end_on,
        supplierCount: row.supplier_count,
        callOffs: { contracts: row.call_offs, netCount: row.net_count, netPence: row.net_pence },
      })),
      ...place,
    };
  },
});
