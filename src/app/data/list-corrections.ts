import { z } from 'zod';
import { listCorrections } from '../../db/queries/corrections.ts';
import { operation } from '../operation.ts';

/** What readers reported, for the operator; may hold their e-mail addresses, so it is not on the API. */
export const listCorrectionsReported = operation({
  id: 'data.corrections',
  summary: 'List what readers reported as wrong, newest first.',
  kind: 'read',
  access: 'operator',
  surfaces: ['cli'],
  input: z.strictObject({
    limit: z.coerce.number().int().min(1).max(1000).default(50).describe('Rows, 1 to 1,000.'),
  }),
  output: z.object({
    items: z.array(
      z.object({
        number: z.number().int(),
        receivedAt: z.string(),
        page: z.string(),
        message: z.string(),
        replyTo: z.string().nullable(),
      }),
    ),
  }),
  run: async (context, { limit }) => {
    const rows = await listCorrections(await context.register(), limit);
    return {
      items: rows.map((row) => ({
        number: row.correction_id,
        receivedAt: row.received_at,
        page: row.page,
        message: row.message,
        replyTo: row.reply_to,
      })),
    };
  },
});
