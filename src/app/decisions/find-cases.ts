import { z } from 'zod';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import { listCases } from './case-store.ts';

/** Lists the cases of the body. */
export const findCases = operation({
  id: 'decisions.find',
  summary: 'List the sourcing cases that are kept, the last saved first.',
  kind: 'read',
  access: 'body',
  surfaces: ['api', 'cli'],
  input: z.strictObject({}),
  output: z.object({
    cases: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        buyer: z.string(),
        stage: z.string(),
        marking: z.string(),
        revision: z.number().int(),
        savedAt: z.string(),
        savedBy: z.string(),
      }),
    ),
  }),
  present: ({ cases }) =>
    cases.length === 0
      ? 'No case is kept. "sourcing decisions import FILE" keeps one.'
      : textTable([
          ['case', 'title', 'buyer', 'stage', 'version', 'saved'],
          ...cases.map(({ id, title, buyer, stage, revision, savedAt }) => [
            id,
            title,
            buyer,
            stage,
            String(revision),
            savedAt.slice(0, 10),
          ]),
        ]),
  run: async (context) => ({
    cases: (await listCases(context)).map((row) => ({
      id: row.case_id,
      title: row.title,
      buyer: row.buyer_name,
      stage: row.stage,
      marking: row.marking,
      revision: row.revision,
      savedAt: row.saved_at,
      savedBy: row.saved_by,
    })),
  }),
});
