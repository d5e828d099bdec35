import { z } from 'zod';
import { operation } from '../operation.ts';
import { readSides, sideOf } from './decide.ts';
import { textBlock } from '../text-form.ts';
import { decidedSide } from './views.ts';

/** The identifiers and names that make one organisation: what can be split off it. */
export const listOrganisationKeys = operation({
  id: 'organisations.keys',
  summary: 'Show the identifiers and names that make one organisation.',
  kind: 'read',
  access: 'operator',
  surfaces: ['api', 'cli'],
  positional: 'id',
  input: z.strictObject({
    id: z
      .string()
      .min(1)
      .max(100)
      .describe('Id of the organisation, from `suppliers find` or `buyers find`.'),
  }),
  output: decidedSide,
  present: ({ id, name, keys }) =>
    `${name}\n${textBlock([
      ['id', id],
      ['keys', keys.join(', ')],
    ])}`,
  run: async (context, { id }) => {
    const register = await context.register();
    const [side] = await readSides(register.latest, [id]);
    if (side === undefined) throw new Error('readSides answers one side for each id.');
    return sideOf(side);
  },
});
