import { z } from 'zod';
import { numberText } from '../count-text.ts';
import { refreshVendors } from '../market/refresh-vendors.ts';
import { refreshSummaries } from '../notices/refresh-summaries.ts';
import { operation } from '../operation.ts';
import { refreshSegments } from './refresh-segments.ts';

/** After an update of the weights, or for a register from before there were segments. The service does it when it starts. */
export const refreshAllSegments = operation({
  id: 'segments.refresh',
  summary:
    'Classify again what other weights classified, or none; look for vendors again where their list changed.',
  kind: 'job',
  access: 'operator',
  surfaces: ['cli'],
  input: z.strictObject({}),
  output: z.object({ classified: z.number().int(), changed: z.number().int() }),
  present: ({ classified, changed }) =>
    classified === 0
      ? 'Every process was classified by the present weights already.'
      : `Processes classified: ${numberText(classified)}, of which ${numberText(changed)} now have another segment.`,
  run: async (context) => {
    const register = await context.register();
    const done = await refreshSegments(context, register);
    if (done.classified > 0) await refreshSummaries(context, register);
    else await refreshVendors(context, register);
    return done;
  },
});
