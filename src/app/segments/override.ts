import { z } from 'zod';
import { lockForWriting } from '../../db/queries/plan-basis.ts';
import { insertOverride, withdrawOverride } from '../../db/queries/segment-overrides.ts';
import { getSegment, settleSegments } from '../../db/queries/segments.ts';
import { parseSegment, segmentIds } from '../../domain/segments/segment.ts';
import { AppError } from '../../lib/errors.ts';
import { suggest } from '../../lib/suggest.ts';
import { refreshSummaries } from '../notices/refresh-summaries.ts';
import { operation } from '../operation.ts';
import { presentSegment, segmentText } from './present-segment.ts';
import { segmentView } from './views.ts';

/** A person's choice of segment. It counts instead of the model's answer and stays when notices come in again. */
export const overrideSegment = operation({
  id: 'segments.override',
  summary: "Choose a process's market segment instead of the model's answer.",
  kind: 'write',
  access: 'operator',
  surfaces: ['cli'],
  positional: 'process',
  input: z.strictObject({
    process: z
      .array(z.string().max(200))
      .length(2, 'Name the process by its ocid, and then the segment.')
      .describe('The ocid of the process, then the segment.'),
    reason: z
      .string()
      .trim()
      .min(1, 'Say why, so that others can judge it.')
      .max(2000)
      .describe('Why, for whoever looks at it later.'),
    by: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .optional()
      .describe('Who decides; left out, whoever runs this installation.'),
  }),
  output: segmentView.extend({ ocid: z.string() }),
  present: (view) => `${view.ocid}: ${segmentText(view) ?? ''}`,
  run: async (context, { process: [ocid = '', id = ''], reason, by }) => {
    const segment = parseSegment(id);
    if (segment === null) throw unknownSegment(id);
    const register = await context.register();
    const at = context.clock.now().toISOString();
    const who = by ?? context.actor.personId;
    await register.write(async (transaction) => {
      await lockForWriting(transaction);
      if ((await getSegment(transaction, ocid)) === null) throw unknownProcess(ocid);
      await withdrawOverride(transaction, { ocid, by: who, at });
      await insertOverride(transaction, { ocid, segment, reason, by: who, at });
      await settleSegments(transaction, [ocid], at);
    });
    await refreshSummaries(context, register);
    const view = presentSegment(await getSegment(register.latest, ocid));
    if (view === null) throw unknownProcess(ocid);
    return { ocid, ...view };
  },
});

/** A refusal that names the segment that may have been meant. */
export function unknownSegment(id: string): AppError {
  const near = suggest(id, segmentIds);
  const meant = near === null ? '' : ` Did you mean ${near}?`;
  return new AppError(
    'bad-request',
    `There is no segment called "${id}".${meant} Segments are ${segmentIds.join(', ')}.`,
  );
}

/** A refusal for a process that isn't held. */
export function unknownProcess(ocid: string): AppError {
  return new AppError('not-found', `No process has the ocid ${ocid}. Check it against the notice.`);
}
