import { z } from 'zod';
import { matchSpendParties } from '../../db/queries/spend-match.ts';
import { listSpendPayers } from '../../db/queries/spend-payers.ts';
import { countText } from '../count-text.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import { readPartyKeys } from './spend-party-view.ts';

/** A body that paid, under all the names that files have for it. */
const spendBuyer = z.object({
  /** Id of the organisation, where it is one of the register. */
  id: z.string().nullable(),
  /** As the files have it: of several names the one with most payments. */
  name: z.string(),
  firstMonth: z.string(),
  lastMonth: z.string(),
  lines: z.number().int(),
});
type SpendBuyer = z.output<typeof spendBuyer>;

/** The bodies whose payments are held. */
export const listSpendBuyers = operation({
  id: 'spend.buyers',
  summary: 'List the bodies whose payments are held, those with most payments first.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'name',
  input: z.strictObject({
    name: z
      .string()
      .max(200)
      .optional()
      .describe('Id of a buyer, or words of its name as the files have it.'),
    limit: z.coerce.number().int().min(1).max(500).default(100).describe('Buyers, 1 to 500.'),
    skip: z.coerce.number().int().min(0).max(100_000).default(0).describe('Buyers to pass over.'),
  }),
  output: z.object({ total: z.number().int(), items: z.array(spendBuyer) }),
  present: ({ total, items }) =>
    total === 0
      ? 'No payment of such a buyer is held.'
      : [
          countText(total, 'buyer'),
          textTable(
            items.map((each) => [
              each.name,
              each.id ?? 'not in the register',
              `${each.firstMonth} to ${each.lastMonth}`,
              countText(each.lines, 'line'),
            ]),
          ),
        ].join('\n\n'),
  run: async (context, { name, limit, skip }) => {
    const register = await context.register();
    const rows = await listSpendPayers(register, await readPartyKeys(register, name, 'payer'));
    const matches = await matchSpendParties(
      register,
      rows.map((row) => row.payer_key),
    );
    const bodies = new Map<string, SpendBuyer>();
    for (const row of rows.toSorted((a, b) => b.line_count - a.line_count)) {
      const match = matches.get(row.payer_key);
      const id = match?.organisation_id ?? null;
      if (match === undefined || (id === null && match.is_person_likely)) continue;
      const known = bodies.get(id ?? row.payer_key);
      bodies.set(id ?? row.payer_key, {
        id,
        name: known?.name ?? match.name,
        firstMonth: least(known?.firstMonth, row.first_month),
        lastMonth: greatest(known?.lastMonth, row.last_month),
        lines: (known?.lines ?? 0) + row.line_count,
      });
    }
    const all = [...bodies.values()].toSorted((a, b) => b.lines - a.lines || (a.name < b.name ? -1 : 1));
    return { total: all.length, items: all.slice(skip, skip + limit) };
  },
});

const least = (known: string | undefined, month: string): string =>
  known !== undefined && known < month ? known : month;
const greatest = (known: string | undefined, month: string): string =>
  known !== undefined && known > month ? known : month;
