import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import { listRevisions } from './case-store.ts';
import { caseField } from './case-views.ts';

/** Lists the versions of a case. */
export const listVersions = operation({
  id: 'decisions.versions',
  summary: 'List the versions of a sourcing case: who saved which, when and why.',
  kind: 'read',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'case',
  input: z.strictObject({ case: caseField }),
  output: z.object({
    versions: z.array(
      z.object({
        revision: z.number().int(),
        savedAt: z.string(),
        savedBy: z.string(),
        note: z.string().nullable(),
      }),
    ),
  }),
  present: ({ versions }) =>
    textTable([
      ['version', 'saved', 'by', 'why'],
      ...versions.map(({ revision, savedAt, savedBy, note }) => [String(revision), savedAt, savedBy, note]),
    ]),
  run: async (context, { case: id }) => {
    const rows = await listRevisions(context, id);
    if (rows.length === 0)
      throw new AppError('not-found', `There is no case "${id}". "sourcing decisions find" lists the cases.`);
    return {
      versions: rows.map((row) => ({
        revision: row.revision,
        savedAt: row.saved_at,
        savedBy: row.saved_by,
        note: row.note,
      })),
    };
  },
});
