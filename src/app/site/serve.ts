import { z } from 'zod';
import type { Context } from '../context.ts';
import type { ValueOperation } from '../operation.ts';
import { operation } from '../operation.ts';

const input = z.strictObject({});
const output = z.object({ stopped: z.literal(true) });

/**
 * Runs the service until it is asked to stop.
 *
 * @param start listens, prepares, and returns when the context's signal is aborted and everything is closed
 */
export function serve(
  start: (context: Context) => Promise<void>,
): ValueOperation<typeof input, typeof output> {
  return operation({
    id: 'site.serve',
    summary: 'Run the service: pages and API. Ctrl-C or SIGTERM stops it cleanly, with exit code 0.',
    kind: 'job',
    access: 'operator',
    surfaces: ['cli'],
    command: ['serve'],
    input,
    output,
    run: async (context) => {
      await start(context);
      return { stopped: true as const };
    },
    present: () => '',
  });
}
