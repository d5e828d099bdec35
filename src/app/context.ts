import type { Clock } from '../lib/clock.ts';
import type { Register } from '../db/register.ts';
import type { Solver } from '../solver/thread-solver.ts';
import type { Reference } from './reference.ts';

/** Who acts. Until accounts exist, one local person with every right. */
export type Actor = { personId: string; bodyId: string; roles: readonly string[] };

/** What an operation may say while it works. On the command line this is stderr. */
export type Reporter = {
  /** A sentence a person should read now. */
  warn(message: string): void;
  /** How many pieces of input were left out since the last call; more than none makes the exit code 1. */
  skipped(count: number): void;
  /** How far a long operation is; `total` null where it is not known. Rendering is the edge's. */
  progress(state: { label: string; done: number; total: number | null; unit: string }): void;
};

/** Everything an operation may use that isn't its input. */
export type Context = {
  actor: Actor;
  clock: Clock;
  reporter: Reporter;
  /** Aborted when the person or the system asks to stop. */
  signal: AbortSignal;
  reference: Reference;
  /** Proven optima, computed beside the calling thread. */
  solver: Solver;
  /** The data folder (`$DATA_DIR`), absolute. */
  dataDir: string;
  settings: Readonly<Record<string, string>>;
  /** Standard input as bytes; only on the command line. */
  stdin: () => AsyncIterable<Uint8Array>;
  /** Opens the database (starting the embedded one when it is not running); the same one every time. */
  register: () => Promise<Register>;
};
