import { z } from 'zod';
import { lockForWriting } from '../../db/queries/plan-basis.ts';
import { withdrawOverride } from '../../db/queries/segment-overrides.ts';
import { getSegment, settleSegments } from '../../db/queries/segments.ts';
import { AppError } from '../../lib/errors.ts';
import { refreshSummaries } from '../notices/refresh-summaries.ts';
import { operation } from '../operation.ts';
import { presentSegment, segmentText } from './present-segment.ts';
import { segmentView } from './views.ts';

/** Takes a person's choice back, so that the model's answer counts again. The choice stays on record. */
export const withdrawSegment = operation({
  id: 'segments.withdraw',
  summary: "Take back the chosen market segment of a process, so that the model's answer counts again.",
  kind: 'write',
  access: 'operator',
  surfaces: ['cli'],
  positional: 'ocid',
  input: z.strictObject({
    ocid: z.string().min(1).max(200).describe('Open contracting id of the process.'),
    by: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe('Who decides; left out, whoever runs this installation.'),
  }),
  output: z.object({ ocid: z.string(), segment: segmentView.nullable() }),
  present: ({ ocid, segment }) => `${ocid}: ${segmentText(segment) ?? 'no longer held; not classified'}`,
  run: async (context, { ocid, by }) => {
    const register = await context.register();
    const at = context.clock.now().toISOString();
    await register.write(async (transaction) => {
      await lockForWriting(transaction);
      if (!(await withdrawOverride(transaction, { ocid, by: by ?? context.actor.personId, at })))
        throw new AppError(
          'not-found',
          `No choice of segment stands for the process ${ocid}. \`sourcing segments overrides\` lists those that do.`,
        );
      await settleSegments(transaction, [ocid], at);
    });
    await refreshSummaries(context, register);
    return { ocid, segment: presentSegment(await getSegment(register.latest, ocid)) };
  },
});
