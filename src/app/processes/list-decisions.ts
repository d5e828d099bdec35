import { z } from 'zod';
import { listProcessDecisions } from '../../db/queries/process-decisions.ts';
import { listMark, readCursor, writeCursor } from '../cursor.ts';
import { operation } from '../operation.ts';
import { presentProcessDecision } from './decide.ts';
import { processDecisionListText } from './portal-text.ts';
import { processDecision } from './portal-views.ts';

/** Every decision about processes, also those withdrawn. */
export const listDecisionsOnProcesses = operation({
  id: 'processes.decisions',
  summary:
    'List what people decided about processes of several portals, newest first, with what was withdrawn.',
  kind: 'read',
  access: 'operator',
  surfaces: ['api', 'cli'],
  input: z.strictObject({
    ocid: z.string().min(1).max(200).optional().describe('Only decisions about this process.'),
    limit: z.coerce.number().int().min(1).max(100).default(25).describe('Rows per page, 1 to 100.'),
    cursor: z.string().max(1000).optional().describe('Where the last page ended; from its `next`.'),
  }),
  output: z.object({ items: z.array(processDecision), next: z.string().nullable() }),
  present: ({ items, next }) => processDecisionListText(items, next),
  run: async (context, { ocid, limit, cursor }) => {
    const register = await context.register();
    const mark = listMark({ ocid: ocid ?? null });
    const [before = null] = readCursor(cursor, mark) ?? [];
    const rows = await listProcessDecisions(register.latest, {
      limit: limit + 1,
      before: before === null ? null : Number(before),
      ocid: ocid ?? null,
      number: null,
    });
    const items = rows.slice(0, limit).map(presentProcessDecision);
    const last = items.at(-1);
    return {
      items,
      next: rows.length > limit && last !== undefined ? writeCursor(mark, [last.number]) : null,
    };
  },
});
