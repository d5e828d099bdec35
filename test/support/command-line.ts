import { Writable } from 'node:stream';
import type { Operation } from '../../src/app/operation.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import type { TestContextParts } from './context.ts';
import { testContext } from './context.ts';

/** What a command left behind. */
export type CommandResult = { code: number; stdout: string; stderr: string; stdoutBytes: Buffer };

/**
 * Runs a command inside the test's process.
 *
 * @example await runLine(['contracts', 'find', '--json'], { register })
 */
export async function runLine(
  argv: readonly string[],
  parts: TestContextParts & { operations?: readonly Operation[] } = {},
): Promise<CommandResult> {
  const chunks: Buffer[] = [];
  let stderr = '';
  const stdout = new Writable({
    write: (chunk: Buffer, _, done) => {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  const operations = parts.operations ?? (await import('../../src/app/index.ts')).operations;
  const code = await runCommand(argv, {
    operations,
    version: '0.0.0-test',
    stdout,
    stderr: { write: (text) => (stderr += text) },
    isDebug: false,
    openContext: (reporter) => ({
      context: testContext({ ...parts, reporter }),
      close: async () => undefined,
    }),
  });
  const stdoutBytes = Buffer.concat(chunks);
  return { code, stdout: stdoutBytes.toString('utf8'), stderr, stdoutBytes };
}
