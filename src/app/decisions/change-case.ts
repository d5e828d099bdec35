import { z } from 'zod';
import { operation } from '../operation.ts';
import { changeCase } from './case-store.ts';
import { caseField, savedByField, savedCaseText, savedCaseView, savingNoteField } from './case-views.ts';

/** Changes places of a case. */
export const changeCaseAt = operation({
  id: 'decisions.change',
  summary: 'Change places of a sourcing case and keep the result as its next version.',
  kind: 'write',
  access: 'body',
  surfaces: ['api'],
  input: z.strictObject({
    case: caseField,
    seen: z.number().int().min(1).describe('The version that was read before the change.'),
    changes: z
      .array(
        z.strictObject({
          path: z
            .array(z.union([z.string().max(100), z.number().int().min(0)]))
            .min(1)
            .max(20)
            .describe('Names and places from the outside in, such as ["costs", "lines", 3, "unitCost"].'),
          value: z
            .unknown()
            .optional()
            .describe('What shall stand there; left out, the place is taken away.'),
        }),
      )
      .min(1)
      .max(1000)
      .describe('What is changed, in this order.'),
    by: savedByField,
    note: savingNoteField,
  }),
  output: savedCaseView,
  present: savedCaseText,
  run: async (context, { case: id, seen, changes, by, note }) => {
    const places = changes.map(({ path, value }) => ({ path, value }));
    return savedCaseView.parse(await changeCase(context, { id, seen, changes: places, by, note }));
  },
});
