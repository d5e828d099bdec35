import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import { buyerField } from './fields.ts';
import { listStrategyVersions } from './strategy-store.ts';

/** Lists the versions of a strategy. */
export const listVersionsOfStrategy = operation({
  id: 'strategies.versions',
  summary: 'List the versions of a digital sourcing strategy: who saved which, when and why.',
  kind: 'read',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'buyer',
  input: z.strictObject({ buyer: buyerField }),
  output: z.object({
    versions: z.array(
      z.object({
        version: z.number().int(),
        savedAt: z.string(),
        savedBy: z.string(),
        note: z.string().nullable(),
      }),
    ),
  }),
  present: ({ versions }) =>
    textTable([
      ['version', 'saved', 'by', 'why'],
      ...versions.map(({ version, savedAt, savedBy, note }) => [String(version), savedAt, savedBy, note]),
    ]),
  run: async (context, { buyer }) => {
    const versions = await listStrategyVersions(context, buyer);
    if (versions.length === 0)
      throw new AppError(
        'not-found',
        `No strategy of ${buyer} is kept. "sourcing strategies save ${buyer}" keeps one.`,
      );
    return { versions };
  },
});
