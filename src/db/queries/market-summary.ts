import { sql } from 'kysely';
import type { Executor } from '../register.ts';
import { recountContracts, type Recount, type TouchedGroup } from './market-recount.ts';
import { raiseMarketVersion } from './market-version.ts';
import { preferredIndexes } from './prefer-indexes.ts';

/** One at a time: what a contract counted for is taken off and added again in one transaction. */
const summaryLock = 4_217_005;

/**
 * Brings the sums of the market up to date with contracts that changed, at most `most` at a time. Each contract's former
 * part, worked out from the row kept when it was last counted, is taken off; its present part is added. Nothing else is
 * read, so the cost depends on how many changed and not on how many are held.
 *
 * @returns how many were taken, and the groups that {@link listWrongGroups} should add up again
 */
export async function refreshMarket(
  executor: Executor,
  most: number,
): Promise<{ count: number; groups: TouchedGroup[] }> {
  await lockMarketSums(executor);
  const { rows } = await sql<{ contract_id: string }>`
    delete from market_due where contract_id in (
      select contract_id from market_due order by contract_id limit ${most} for update skip locked)
    returning contract_id`.execute(executor);
  const ids = rows.map((row) => row.contract_id).toSorted();
  if (ids.length === 0) return { count: 0, groups: [] };
  const { changed, groups, moved, pairs } = await recountContracts(executor, ids);
  // The row is locked even where it stands already: who looks for vendors must not take it away before this change can be seen.
  await sql`insert into market_vendor_due select unnest(${ids}::text[])
    on conflict (contract_id) do update set contract_id = excluded.contract_id`.execute(executor);
  await markSuccessions(executor, moved, pairs);
  if (changed > 0) await raiseMarketVersion(executor);
  return { count: ids.length, groups };
}

/** What a changed contract follows, and what follows it, is to be looked for among its buyer's contracts of the segment. */
async function markSuccessions(
  executor: Executor,
  ids: readonly string[],
  pairs: Recount['pairs'],
): Promise<void> {
  if (ids.length === 0) return;
  await sql`delete from market_succession where contract_id = any(${ids}::text[])`.execute(executor);
  await sql`
    insert into market_succession_due (buyer_id, segment)
    select buyer_id, segment from json_to_recordset(${JSON.stringify(pairs)}::json) as p(buyer_id text, segment text)
    order by 1, 2 on conflict do nothing`.execute(executor);
}

/** Waits until nobody else counts; the lock goes with the transaction. What is counted is looked up, a batch at a time. */
export async function lockMarketSums(executor: Executor): Promise<void> {
  await sql`select pg_advisory_xact_lock(${summaryLock}), ${preferredIndexes}`.execute(executor);
}

/** Whether contracts are waiting for {@link refreshMarket}. */
export async function hasDueMarket(executor: Executor): Promise<boolean> {
  const { rows } =
    await sql`select 1 from market_due union all select 1 from market_vendor_due union all select 1 from market_succession_due limit 1`.execute(
      executor,
    );
  return rows.length > 0;
}

/** Forgets every sum, so that {@link refreshMarket} adds up all contracts again. */
export async function restartMarket(executor: Executor): Promise<void> {
  await lockMarketSums(executor);
  await sql`delete from market_figure`.execute(executor);
  await sql`delete from market_party`.execute(executor);
  await sql`delete from market_contract`.execute(executor);
  await sql`delete from market_succession`.execute(executor);
  await raiseMarketVersion(executor);
  await sql`insert into market_due select contract_id from contract on conflict do nothing`.execute(executor);
}
