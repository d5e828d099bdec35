import { z } from 'zod';
import { methods } from '../../domain/methods/methods.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';

/** Every way in which something is worked out, and where it is explained. */
export const listMethods = operation({
  id: 'methods.list',
  summary: 'List how figures are worked out, each with its page.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({}),
  output: z.object({
    items: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        answers: z.string(),
        /** Path of the page in this package. */
        page: z.string(),
      }),
    ),
  }),
  present: ({ items }) => textTable(items.map(({ title, answers, page }) => [title, answers, page])),
  run: async () => ({
    items: methods.map((method) => ({ ...method, page: `docs/methods/${method.id}.md` })),
  }),
});
