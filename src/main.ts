import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { operations } from './app/index.ts';
import { showConfig } from './app/config/show-config.ts';
import type { Operation } from './app/operation.ts';
import { asRefusal } from './app/problem.ts';
import { serve } from './app/site/serve.ts';
import { programName } from './cli/command.ts';
import { faultExitCode, faultSentence, runCommand } from './cli/run-command.ts';
import type { Config } from './config.ts';
import { readConfig } from './config.ts';
import { monotonicMs } from './lib/clock.ts';
import { errorTable } from './lib/errors.ts';
import { openContext, registerOf } from './open-context.ts';

/** Version of the package, also beside `dist`. */
export const version: string = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'))).version;

/** Everything the command can do: the operations, and what only the program itself can (run, show its settings). */
export function allCommands(config: Config): Operation[] {
  const service = serve(async (context) => {
    // Server and pages are loaded only where they are needed: they are half of the program.
    const { startService } = await import('./start-service.ts');
    await startService(context, { config, operations, version });
  });
  return [...operations, service, showConfig(config.report)];
}

/**
 * The `sourcing` command: settings → register (opened when something asks for it) → context → one operation.
 *
 * @returns the exit code
 */
export async function main(argv: readonly string[]): Promise<number> {
  const config = readConfigOrExplain();
  if (config === null) return errorTable['bad-request'].exitCode;
  const stop = stopOnSignals();
  const register = registerOf(config);
  return runCommand(argv, {
    operations: allCommands(config),
    version,
    stdout: process.stdout,
    stderr: process.stderr,
    isDebug: config.logLevel === 'debug',
    openContext: (reporter) => ({
      context: openContext(config, register, { reporter, signal: stop.signal, stdin: () => process.stdin }),
      close: register.close,
    }),
  });
}

function readConfigOrExplain(): Config | null {
  try {
    return readConfig();
  } catch (error) {
    const refusal = asRefusal(error);
    if (refusal === null) throw error;
    process.stderr.write(`${programName}: ${refusal.message}\n`);
    return null;
  }
}

/** One Ctrl-C can arrive twice: from the terminal, and passed on by the program that started this one. */
const sameSignalMs = 1_000;

/** The first Ctrl-C or SIGTERM asks the work to stop at the next safe place; the second doesn't wait for it. */
function stopOnSignals(): AbortController {
  const controller = new AbortController();
  let since = 0;
  const stop = (): void => {
    if (controller.signal.aborted) {
      if (monotonicMs() - since < sameSignalMs) return;
      process.exit(errorTable.interrupted.exitCode);
    }
    since = monotonicMs();
    if (process.stderr.isTTY) process.stderr.write('\nStopping. Press Ctrl-C again to stop at once.\n');
    controller.abort();
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return controller;
}

/** Runs the command of this process and ends it. */
async function runProcess(): Promise<void> {
  // Who writes hears of a failure too; here it must only not end the process, because a reader that goes away
  // (`| head`) may be reported at any time.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  process.on('uncaughtException', (error) => {
    process.stderr.write(`${programName}: ${faultSentence(error)}\n`);
    if (readConfigOrExplain()?.logLevel === 'debug') process.stderr.write(`${error.stack ?? ''}\n`);
    process.exit(faultExitCode);
  });
  process.exitCode = await main(process.argv.slice(2));
  // What is left of an input that nobody read to its end must not keep the process.
  process.stdin.destroy();
}

if (import.meta.main) await runProcess();
