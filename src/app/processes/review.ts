import { z } from 'zod';
import { listOpenPairs, listSides } from '../../db/queries/process-pairs.ts';
import { operation } from '../operation.ts';
import { presentProcessSide } from './decide.ts';
import { processReviewText } from './portal-text.ts';
import { processPair } from './portal-views.ts';

/** Pairs of processes that may be one but that no rule joined, likeliest first. */
export const reviewProcesses = operation({
  id: 'processes.review',
  summary:
    'List pairs of processes on different portals that may be one, likeliest first, with what speaks for and against it.',
  kind: 'read',
  access: 'operator',
  surfaces: ['api', 'cli'],
  input: z.strictObject({
    ocid: z.string().min(1).max(200).optional().describe('Only pairs with this process.'),
    limit: z.coerce.number().int().min(1).max(100).default(25).describe('Rows per page, 1 to 100.'),
    skip: z.coerce.number().int().min(0).max(1_000_000).default(0).describe('Pairs to pass over.'),
  }),
  output: z.object({
    items: z.array(processPair),
    total: z.number().int(),
    nextSkip: z.number().int().nullable(),
  }),
  present: (page) => processReviewText(page),
  run: async (context, { ocid, limit, skip }) => {
    const register = await context.register();
    const { rows, total } = await listOpenPairs(register, { ocid: ocid ?? null, limit, skip });
    const sides = await listSides(
      register.latest,
      rows.flatMap(({ one, other }) => [one, other]),
    );
    const items = rows.map(({ one, other, score, parts }) => ({
      score,
      parts,
      sides: [one, other].flatMap((id) => {
        const side = sides.get(id);
        return side === undefined ? [] : [presentProcessSide(side)];
      }),
    }));
    return { items, total, nextSkip: skip + limit < total ? skip + limit : null };
  },
});
