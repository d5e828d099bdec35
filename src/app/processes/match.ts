import { z } from 'zod';
import { refreshSummaries } from '../notices/refresh-summaries.ts';
import { operation } from '../operation.ts';
import { countText, numberText } from '../count-text.ts';
import { matchProcesses } from './match-processes.ts';

/** Joins processes that several portals published; the service does it too, when it starts and every ten minutes. */
export const matchPortals = operation({
  id: 'processes.match',
  summary: 'Compare processes that changed with those of other portals, and count each once.',
  kind: 'job',
  access: 'operator',
  surfaces: ['cli'],
  input: z.strictObject({}),
  output: z.object({
    /** Processes that had changed, pairs that were compared, and processes now counted under another one than before. */
    processes: z.number().int(),
    compared: z.number().int(),
    changed: z.number().int(),
  }),
  present: ({ processes, compared, changed }) =>
    `Processes looked at: ${numberText(processes)}, ${countText(compared, 'pair')} compared; counted otherwise than before: ${numberText(changed)}.`,
  run: async (context) => {
    const register = await context.register();
    const summary = await matchProcesses(context, register);
    if (summary.changed > 0) await refreshSummaries(context, register);
    return summary;
  },
});
