import { z } from 'zod';
import type { JsonValue } from '../../lib/json.ts';
import { keepYoungGenerationSmall } from '../../lib/young-generation.ts';
import { Coverage } from '../../ocds/coverage.ts';
import type { Problem } from '../../ocds/reader.ts';
import { parseStrictly } from '../../ocds/strict-json.ts';
import { readValues } from '../../ocds/values.ts';
import { streamOperation } from '../operation.ts';
import { filesField, toolkitInputs } from './toolkit-inputs.ts';
import { ToolkitNotices } from './toolkit-notices.ts';

/** `ocdscardinal coverage`: how often each path is filled. One row: an object of path → count. */
export const coverage = streamOperation({
  id: 'ocds.coverage',
  summary: 'Count how often each field of JSON Lines holds something.',
  kind: 'stream',
  access: 'public',
  surfaces: ['cli'],
  positional: 'files',
  input: z.object({ files: filesField }),
  run: async function* run(context, { files }) {
    keepYoungGenerationSmall();
    const notices = new ToolkitNotices(context.reporter);
    const counted = new Coverage();
    const inputs = await toolkitInputs(context, files);
    const problem = notices.problem.bind(notices);
    const reader = {
      parse: parseStrictly,
      problem,
      take: (value: JsonValue) => addTo(counted, value, problem),
    };
    for await (const _ of readValues(inputs, reader)) context.signal.throwIfAborted();
    notices.close(true);
    yield counted.counts();
  },
});

/** Nesting that no call stack bears is told, like any other text that can't be read. */
function addTo(counted: Coverage, value: JsonValue, onProblem: (problem: Problem) => void): void {
  try {
    counted.add(value);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    onProblem({
      input: 'The input',
      line: 1,
      message: 'A text is nested too deeply to be walked; it was left out.',
    });
  }
}
