import { z } from 'zod';
import { suggestReuse } from '../../domain/decisions/reuse.ts';
import { buyerTypes } from '../../domain/organisations/mention.ts';
import { operation } from '../operation.ts';

/** What to look at before a component is bought or built. */
export const suggestReuseOf = operation({
  id: 'decisions.reuse',
  summary: 'Name what exists already and could be used for a component, and what to find out about it.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'component',
  input: z.strictObject({
    component: z
      .string()
      .max(200)
      .default('')
      .describe('Name of the component, such as "Payments"; without it what is looked at always'),
    bodyType: z.enum(buyerTypes).default('unknown').describe('Kind of body that would use it'),
  }),
  output: z.object({
    items: z.array(
      z.object({
        candidate: z.string(),
        name: z.string(),
        because: z.string(),
        check: z.string(),
        isMandated: z.boolean(),
      }),
    ),
  }),
  present: ({ items }) =>
    items.map(({ name, because, check }) => `${name}\n  ${because}\n  Find out: ${check}`).join('\n\n'),
  run: async ({ reference }, { component, bodyType }) =>
    Promise.resolve({ items: suggestReuse({ name: component }, bodyType, reference.decisions.reuse) }),
});
