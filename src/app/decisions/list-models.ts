import { z } from 'zod';
import { operation } from '../operation.ts';
import { textBlock } from '../text-form.ts';
import { modelEntries } from './model-entries.ts';

/** The delivery models, with when each fits and fails. */
export const listModels = operation({
  id: 'decisions.models',
  summary:
    'List the fifteen delivery models: when each fits and fails, what it needs of the client, what it closes off.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({}),
  output: z.object({ items: modelEntries }),
  present: ({ items }) =>
    items
      .map(
        (model) =>
          `${model.name} (${model.id})\n${textBlock([
            ['is', model.summary],
            ['fits', model.fits.join('; ')],
            ['fails', model.fails.join('; ')],
            ['client skills', model.skills.join(', ')],
            [
              'client staff',
              `${model.staff.low} to ${model.staff.high} full-time equivalents while it is set up`,
            ],
            ['costs', model.costs.join(', ')],
            ['risks', model.risks.join('; ')],
            ['exit', model.exit],
            ['closes off', model.closesOff],
            ['turning back', `about ${model.reversalMonths} months`],
          ])}`,
      )
      .join('\n\n'),
  run: async ({ reference }) => Promise.resolve({ items: [...reference.deliveryModels] }),
});
