import { z } from 'zod';
import { listWrongSums } from '../../db/queries/market-gate.ts';
import { restartMarket } from '../../db/queries/market-summary.ts';
import { countText } from '../count-text.ts';
import { refreshMarketSums } from '../market/refresh-market.ts';
import { refreshMarketSuccessions } from '../market/refresh-successions.ts';
import { refreshVendors } from '../market/refresh-vendors.ts';
import { operation } from '../operation.ts';

const wrongSum = z.object({
  table: z.string(),
  group: z.string(),
  /** Number of contracts, of those with a value, and pence; null where there is no such group. */
  stored: z.string().nullable(),
  added: z.string().nullable(),
});

/** Adds up every sum of the register again and tells where it differs from what is stored. Reads everything: nightly. */
export const verifyData = operation({
  id: 'data.verify',
  summary: 'Add up every sum of the market again and compare it with what is stored.',
  kind: 'job',
  access: 'operator',
  surfaces: ['cli'],
  input: z.strictObject({
    repair: z
      .stringbool()
      .or(z.boolean())
      .default(false)
      .describe('Add up anew what differs, from all contracts.'),
  }),
  output: z.object({ wrong: z.array(wrongSum), isRepaired: z.boolean() }),
  exitCode: ({ wrong, isRepaired }) => (wrong.length > 0 && !isRepaired ? 1 : 0),
  present: ({ wrong, isRepaired }) =>
    wrong.length === 0
      ? 'Every sum equals its rows.'
      : [
          `${wrong.length === 1 ? '1 sum differs from its rows' : `${countText(wrong.length, 'sum')} differ from their rows`}${isRepaired ? '; all were added up anew' : ''}.`,
          ...wrong.map(
            ({ table, group, stored, added }) =>
              `  ${table} ${group}: stored ${stored ?? 'nothing'}, rows give ${added ?? 'nothing'}`,
          ),
        ].join('\n'),
  run: async (context, { repair }) => {
    const register = await context.register();
    // What waits to be counted is no difference.
    await refreshMarketSums(context, register).catch((error: unknown) => {
      if (!repair) context.reporter.warn(error instanceof Error ? error.message : String(error));
    });
    const wrong = await listWrongSums(register.latest);
    if (wrong.length === 0 || !repair) return { wrong, isRepaired: false };
    await register.write(restartMarket);
    await refreshMarketSums(context, register);
    await refreshVendors(context, register);
    await refreshMarketSuccessions(context, register);
    return { wrong, isRepaired: (await listWrongSums(register.latest)).length === 0 };
  },
});
