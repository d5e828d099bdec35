import { sql } from 'kysely';
import type { Executor } from '../register.ts';

/** How often sums of the market or successions have been brought up to date: while it stays the same, so do they. */
export async function getMarketVersion(executor: Executor): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from market_version`.execute(executor);
  return rows[0]?.version ?? 0;
}

/** To be called in the transaction that changes sums or successions. */
export async function raiseMarketVersion(executor: Executor): Promise<void> {
  await sql`update market_version set version = version + 1`.execute(executor);
}
