import { z } from 'zod';
import { describeReason } from '../../domain/segments/describe-reason.ts';
import { classify } from '../../domain/segments/classify.ts';
import type { Input } from '../../ocds/input.ts';
import { filesField, toolkitInputs } from '../ocds/toolkit-inputs.ts';
import { ToolkitNotices } from '../ocds/toolkit-notices.ts';
import { streamOperation } from '../operation.ts';
import { readProcesses } from './read-processes.ts';

/** Says of published notices which market they belong to, without a register. */
export const classifyReleases = streamOperation({
  id: 'segments.classify',
  summary: 'Say which market segment each process of OCDS releases belongs to, and why.',
  kind: 'stream',
  access: 'public',
  surfaces: ['cli'],
  positional: 'files',
  input: z.strictObject({ files: filesField }),
  run: async function* run(context, { files }) {
    const notices = new ToolkitNotices(context.reporter);
    const inputs: Input[] = await toolkitInputs(context, files);
    let written = 0;
    for await (const facts of readProcesses(inputs, context.reference, notices, context.signal)) {
      const { segment, probability, second, because } = classify(facts, context.reference.segments);
      written += 1;
      yield {
        ocid: facts.ocid,
        segment,
        probability: Math.round(probability * 10_000) / 10_000,
        second,
        because: because.map((reason) => describeReason(reason, segment)),
      };
    }
    notices.close(written > 0);
  },
});
