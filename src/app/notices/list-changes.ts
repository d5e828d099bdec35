import { z } from 'zod';
import { listChangedProcesses } from '../../db/queries/changes.ts';
import { AppError } from '../../lib/errors.ts';
import { listMark, readCursor, writeCursor } from '../cursor.ts';
import { operation } from '../operation.ts';

const mark = listMark('notices.changes');

/** New and changed processes since a cursor; a reader that keeps `next` and comes back misses nothing. */
export const listChanges = operation({
  id: 'notices.changes',
  summary: 'List new and changed processes since a cursor, oldest change first.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({
    cursor: z.string().max(1000).optional().describe('Where the last reading ended; from its `next`.'),
    limit: z.coerce.number().int().min(1).max(1000).default(100).describe('Rows per page, 1 to 1,000.'),
  }),
  output: z.object({
    items: z.array(
      z.object({
        ocid: z.string(),
        publisher: z.string(),
        stage: z.string(),
        title: z.string(),
        releaseCount: z.number().int(),
        lastPublishedAt: z.string().nullable(),
        changedAt: z.string(),
        mainOcid: z.string().nullable().describe('The process of another portal under which it is counted.'),
      }),
    ),
    /** Never null once anything was listed: keep it and come back. */
    next: z.string().nullable(),
    /** Whether more waits right now. */
    hasMore: z.boolean(),
  }),
  run: async (context, { cursor, limit }) => {
    const register = await context.register();
    const [xid, sequence] = readCursor(cursor, mark) ?? [];
    const rows = await listChangedProcesses(register, positionOf(xid, sequence), limit + 1);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      items: page.map((row) => ({
        ocid: row.ocid,
        publisher: row.publisher,
        stage: row.stage,
        title: row.title,
        releaseCount: row.release_count,
        lastPublishedAt: row.last_published_at,
        changedAt: row.changed_at,
        mainOcid: row.main_ocid,
      })),
      next:
        last === undefined ? (cursor ?? null) : writeCursor(mark, [last.changed_xid, last.changed_sequence]),
      hasMore: rows.length > limit,
    };
  },
});

function positionOf(
  xid: string | number | null | undefined,
  sequence: string | number | null | undefined,
): { xid: string; sequence: string } | null {
  if (xid === undefined || sequence === undefined) return null;
  if (!/^\d{1,19}$/u.test(String(xid)) || !/^\d{1,18}$/u.test(String(sequence))) {
    throw new AppError('bad-cursor', 'The cursor cannot be read. Start again without one.');
  }
  return { xid: String(xid), sequence: String(sequence) };
}
