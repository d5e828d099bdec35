import { fileURLToPath } from 'node:url';
import type { Clock } from './lib/clock.ts';
import { systemClock } from './lib/clock.ts';
import { AppError } from './lib/errors.ts';
import type { Context, Reporter } from './app/context.ts';
import type { Reference } from './app/reference.ts';
import { readReference } from './app/reference.ts';
import type { Config } from './config.ts';
import type { Register } from './db/register.ts';
import { openRegister } from './db/connect.ts';
import { threadSolver } from './solver/thread-solver.ts';

/** What differs between the command line, a request and a test. */
export type ContextParts = {
  reporter: Reporter;
  signal: AbortSignal;
  /** Standard input; left out where there is none. */
  stdin?: () => AsyncIterable<Uint8Array>;
  /** The system's, unless given. */
  clock?: Clock;
};

/** The database of this process: opened when something first asks for it, closed once. */
export type LazyRegister<Opened = Register> = { get: () => Promise<Opened>; close: () => Promise<void> };

/**
 * The register, opened on first use. A failed attempt is tried again on the next use, so that a service recovers when
 * its database does. Once closed it stays closed: work in the background that asks late must not keep the process.
 */
export function lazyRegister<Opened extends Pick<Register, 'close'>>(
  open: () => Promise<Opened>,
): LazyRegister<Opened> {
  let opened: Promise<Opened> | null = null;
  let isClosed = false;
  return {
    get: async () => {
      if (isClosed) throw new AppError('interrupted', 'Stopped: the register is closed.');
      opened ??= open().catch((error: unknown) => {
        opened = null;
        throw error;
      });
      return opened;
    },
    close: async () => {
      isClosed = true;
      const register = await opened?.catch(() => null);
      opened = null;
      await register?.close();
    },
  };
}

/** The register that the settings name. */
export function registerOf(config: Config): LazyRegister {
  return lazyRegister(() =>
    openRegister({
      dataDir: config.dataDir,
      databaseUrl: config.databaseUrl ?? undefined,
      readUrl: config.databaseReadUrl ?? undefined,
    }),
  );
}

/** Folder of the authored data, beside `src` and in the packed package beside `dist`. */
const referenceFolder = fileURLToPath(new URL('../reference', import.meta.url));

let read: Reference | null = null;

/** Read when something first asks for it, then kept: most commands don't. */
function sharedReference(): Reference {
  read ??= readReference(referenceFolder);
  return read;
}

/**
 * Everything an operation may use, put together for one run.
 *
 * @example openContext(config, registerOf(config), { reporter, signal })
 */
export function openContext(config: Config, register: LazyRegister, parts: ContextParts): Context {
  return {
    actor: { personId: 'local', bodyId: 'local', roles: ['operator'] },
    clock: parts.clock ?? systemClock,
    reporter: parts.reporter,
    signal: parts.signal,
    get reference() {
      return sharedReference();
    },
    solver: threadSolver,
    dataDir: config.dataDir,
    settings: config.values,
    stdin: parts.stdin ?? noStdin,
    register: register.get,
  };
}

function noStdin(): never {
  throw new AppError('bad-request', 'Standard input can only be read on the command line.');
}
