import type { Kysely, Transaction } from 'kysely';
import type { Database } from './schema.ts';

/** What a query runs on: the pool for reading, or the transaction of a write. */
export type Executor = Kysely<Database>;

/** Whose confidential rows may be seen. */
export type BodyScope = { bodyId: string };

/** An open database: reads from a pool, writes in one transaction each. */
export type Register = {
  /** For reading; every query takes its own connection of the pool. */
  read: Kysely<Database>;
  /** For reading what a write will rest on: always the database itself, also where `read` is a copy that lags behind. */
  latest: Kysely<Database>;
  /** Runs `change` in one transaction. Inside, use the handle it is given and await nothing but the database. */
  write<Result>(change: (transaction: Transaction<Database>) => Promise<Result>): Promise<Result>;
  /**
   * Runs `work` in one transaction that sees and writes what is confidential to one body. Outside of it such rows don’t exist:
   * row level security goes by the body that the transaction names.
   */
  within<Result>(
    scope: BodyScope,
    work: (transaction: Transaction<Database>) => Promise<Result>,
  ): Promise<Result>;
  /** Gives back every connection. */
  close(): Promise<void>;
};
