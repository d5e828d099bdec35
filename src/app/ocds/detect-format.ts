import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { detectFormat } from '../../ocds/detect-format.ts';
import { streamOperation } from '../operation.ts';
import { filesField, readingFields, toolkitInputs } from './toolkit-inputs.ts';

/** `ocdskit detect-format`: a line per file, `name: format`. */
export const detectFormats = streamOperation({
  id: 'ocds.detect-format',
  command: ['ocds', 'detect-format'],
  summary: 'Say of each file whether it holds releases, records, packages or something else.',
  kind: 'stream',
  access: 'public',
  surfaces: ['cli'],
  positional: 'files',
  input: z.object({ files: filesField, ...readingFields }),
  run: async function* run(context, { files, ...reading }) {
    const faults: AppError[] = [];
    let answered = 0;
    const fault = (error: unknown): void => {
      if (!(error instanceof AppError)) throw error;
      faults.push(error);
    };
    for (const file of files.length === 0 ? ['-'] : files) {
      for (const input of (await toolkitInputs(context, [file], reading).catch(fault)) ?? []) {
        context.signal.throwIfAborted();
        const detected = await detectFormat(input).catch(fault);
        if (detected === undefined) continue;
        answered += 1;
        if ('format' in detected) yield `${input.name}: ${detected.format}`;
        else {
          context.reporter.warn(`${input.name}: unknown (${detected.unknown})`);
          context.reporter.skipped(1);
        }
      }
    }
    const refusal = answered === 0 ? faults.shift() : undefined;
    for (const { message } of faults) context.reporter.warn(message);
    context.reporter.skipped(faults.length);
    if (refusal !== undefined) throw refusal;
  },
});
