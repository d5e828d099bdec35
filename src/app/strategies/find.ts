import { z } from 'zod';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import { listStrategies } from './strategy-store.ts';
import { strategyMarkings } from './views.ts';

/** Lists the strategies that a body keeps. */
export const findStrategies = operation({
  id: 'strategies.find',
  summary: 'List the digital sourcing strategies that are kept here, the last saved first.',
  kind: 'read',
  access: 'body',
  surfaces: ['api', 'cli'],
  input: z.strictObject({}),
  output: z.object({
    strategies: z.array(
      z.object({
        buyer: z.object({ id: z.string(), name: z.string() }),
        version: z.number().int(),
        marking: z.enum(strategyMarkings),
        savedAt: z.string(),
        savedBy: z.string(),
      }),
    ),
  }),
  present: ({ strategies }) =>
    strategies.length === 0
      ? 'None is kept yet. "sourcing strategies save BUYER" keeps the first.'
      : textTable(
          strategies.map(({ buyer, version, marking, savedAt }) => [
            buyer.name,
            `version ${version}`,
            savedAt.slice(0, 10),
            marking,
            buyer.id,
          ]),
        ),
  run: async (context) => ({
    strategies: (await listStrategies(context)).map((row) => ({
      buyer: { id: row.buyer_id, name: row.buyer_name },
      version: row.revision,
      marking: strategyMarkings.find((one) => one === row.marking) ?? 'OFFICIAL-SENSITIVE COMMERCIAL',
      savedAt: row.saved_at,
      savedBy: row.saved_by,
    })),
  }),
});
