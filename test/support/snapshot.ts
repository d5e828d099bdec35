import { sql } from 'kysely';
import type { Register } from '../../src/db/register.ts';

/**
 * Everything that ingestion writes, less what tells when it was written: equal for two registers that hold the same notices,
 * whatever happened on the way.
 */
export async function snapshot(register: Register): Promise<unknown> {
  const tables = [
    sql`select ocid, release_id, encode(content_hash, 'hex') as hash from release order by 1, 2, 3`,
    sql`select ocid, stage, title, release_count, facts::text as facts, encode(facts_hash, 'hex') as hash from process order by 1`,
    sql`select to_jsonb(c) as row from contract c order by contract_id`,
    sql`select to_jsonb(m) as row from mention m order by ocid, party_id`,
    sql`select to_jsonb(a) as row from amount a order by ocid, position`,
    sql`select to_jsonb(o) as row from organisation o order by organisation_id`,
    sql`select key, key_id, organisation_id from organisation_key order by key`,
    sql`select to_jsonb(s) as row from organisation_summary s order by organisation_id, side`,
    sql`select to_jsonb(d) as row from organisation_due d order by to_jsonb(d)::text`,
  ];
  const results = [];
  for (const table of tables) results.push((await table.execute(register.read)).rows);
  return results;
}
