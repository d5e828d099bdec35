import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { detectFormat } from '../../ocds/detect-format.ts';
import { streamOperation } from '../operation.ts';
import { filesField, toolkitInputs } from './toolkit-inputs.ts';

/** `ocdskit detect-format`: a line per file, `name: format`. */
export const detectFormats = streamOperation({
  id: 'ocds.detect-format',
  command: ['ocds', 'detect-format'],
  summary: 'Say of each file whether it holds releases, records, packages or something else.',
  kind: 'stream',
  access: 'public',
  surfaces: ['cli'],
  positional: 'files',
  input: z.object({ files: filesField }),
  run: async function* run(context, { files }) {
    for (const input of await toolkitInputs(context, files)) {
      context.signal.throwIfAborted();
      try {
        const detected = await detectFormat(input);
        if ('format' in detected) {
          yield `${input.name}: ${detected.format}`;
          continue;
        }
        context.reporter.warn(`${input.name}: unknown (${detected.unknown})`);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        context.reporter.warn(error.message);
      }
      context.reporter.skipped(1);
    }
  },
});
