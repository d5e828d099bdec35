import { z } from 'zod';
import { listDecisions } from '../../db/queries/organisation-decisions.ts';
import { listMark, readCursor, writeCursor } from '../cursor.ts';
import { operation } from '../operation.ts';
import { presentDecision } from './decide.ts';
import { decisionListText } from './decision-text.ts';
import { identityDecisionView } from './views.ts';

/** Every decision about who is who, also those withdrawn. */
export const listIdentityDecisions = operation({
  id: 'organisations.decisions',
  summary: 'List what people decided about who is who, newest first, with what was withdrawn.',
  kind: 'read',
  access: 'operator',
  surfaces: ['api', 'cli'],
  input: z.strictObject({
    organisation: z
      .string()
      .min(1)
      .max(100)
      .optional()
      .describe('Only decisions about the organisation with this id.'),
    limit: z.coerce.number().int().min(1).max(100).default(25).describe('Rows per page, 1 to 100.'),
    cursor: z.string().max(1000).optional().describe('Where the last page ended; from its `next`.'),
  }),
  output: z.object({ items: z.array(identityDecisionView), next: z.string().nullable() }),
  present: ({ items, next }) => decisionListText(items, next),
  run: async (context, { organisation, limit, cursor }) => {
    const register = await context.register();
    const mark = listMark({ organisation: organisation ?? null });
    const [before = null] = readCursor(cursor, mark) ?? [];
    const rows = await listDecisions(register.latest, {
      limit: limit + 1,
      before: before === null ? null : Number(before),
      organisationId: organisation ?? null,
    });
    const items = rows.slice(0, limit).map(presentDecision);
    const last = items.at(-1);
    return {
      items,
      next: rows.length > limit && last !== undefined ? writeCursor(mark, [last.number]) : null,
    };
  },
});
