import { sql } from 'kysely';

/**
 * Selected in a transaction, has the rest of it look rows up: it touches a few hundred of them, but while a register is
 * being filled the statistics lag behind and plans would read whole tables.
 *
 * @example await sql`select pg_advisory_xact_lock(1), ${preferredIndexes}`.execute(transaction)
 */
export const preferredIndexes = sql`set_config('enable_seqscan', 'off', true)`;
