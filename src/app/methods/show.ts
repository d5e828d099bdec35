import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { methods } from '../../domain/methods/methods.ts';
import { AppError } from '../../lib/errors.ts';
import { suggest } from '../../lib/suggest.ts';
import { operation } from '../operation.ts';

/** Where the pages lie, beside `src` and beside the packed `dist`. */
const folder = new URL('../../../docs/methods/', import.meta.url);

/** The page of one way of working something out. */
export const showMethod = operation({
  id: 'methods.show',
  summary: 'Show how a figure is worked out: rule, what is left out, examples.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'id',
  input: z.strictObject({ id: z.string().max(60).describe('Id of the method, such as "simulation".') }),
  output: z.object({
    id: z.string(),
    title: z.string(),
    answers: z.string(),
    /** Markdown. */
    text: z.string(),
  }),
  present: ({ text }) => text.trimEnd(),
  run: async (_, { id }) => {
    const method = methods.find((one) => one.id === id);
    if (method === undefined) {
      const near = suggest(
        id,
        methods.map((one) => one.id),
      );
      throw new AppError(
        'not-found',
        `No method is called "${id}". ${near === null ? '"sourcing methods list" names them all.' : `Did you mean "${near}"?`}`,
      );
    }
    return { ...method, text: await readFile(new URL(`${method.id}.md`, folder), 'utf8') };
  },
});
