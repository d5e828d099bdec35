import type { Context, Reporter } from '../../src/app/context.ts';
import { readConfig } from '../../src/config.ts';
import type { Register } from '../../src/db/register.ts';
import { AppError } from '../../src/lib/errors.ts';
import type { LazyRegister } from '../../src/open-context.ts';
import { openContext } from '../../src/open-context.ts';
import { fixedClock } from './fixed-clock.ts';

/** The instant that tests happen at, unless they say otherwise. */
export const testInstant = '2026-11-01T12:00:00Z';

/** What an operation said while it worked. */
export type Recorded = Reporter & {
  warnings: string[];
  skippedTotal: () => number;
  progressStates: Parameters<Reporter['progress']>[0][];
};

/** A reporter that remembers. */
export function recordingReporter(): Recorded {
  const warnings: string[] = [];
  const progressStates: Recorded['progressStates'] = [];
  let skipped = 0;
  return {
    warnings,
    progressStates,
    skippedTotal: () => skipped,
    warn: (message) => void warnings.push(message),
    skipped: (count) => {
      skipped += count;
    },
    progress: (state) => void progressStates.push(state),
  };
}

/** What a test may choose; the rest is the same everywhere. */
export type TestContextParts = {
  register?: Register;
  now?: string;
  reporter?: Reporter;
  signal?: AbortSignal;
  /** Bytes of standard input. */
  stdin?: Iterable<Uint8Array | string>;
  dataDir?: string;
  settings?: Record<string, string>;
};

/** An open register as the composition root passes it on; without one, asking for it is refused. */
export function registerFor(register: Register | undefined): LazyRegister {
  const get = async (): Promise<Register> => {
    if (register === undefined) throw new AppError('database-unavailable', 'This test has no database.');
    return register;
  };
  return { get, close: async () => undefined };
}

/**
 * A context as operations get it, at a fixed instant.
 *
 * @example await showContract.run(testContext({ register: database.register }), { id })
 */
export function testContext(parts: TestContextParts = {}): Context {
  const config = readConfig({ DATA_DIR: parts.dataDir ?? 'var/test', ...parts.settings });
  return openContext(config, registerFor(parts.register), {
    reporter: parts.reporter ?? recordingReporter(),
    signal: parts.signal ?? new AbortController().signal,
    clock: fixedClock(parts.now ?? testInstant),
    ...(parts.stdin !== undefined && { stdin: () => bytesOf(parts.stdin ?? []) }),
  });
}

async function* bytesOf(chunks: Iterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for (const chunk of chunks)
    yield await Promise.resolve(typeof chunk === 'string' ? Buffer.from(chunk) : chunk);
}
