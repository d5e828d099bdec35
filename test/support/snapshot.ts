import { sql, type RawBuilder } from 'kysely';
import type { Register } from '../../src/db/register.ts';

/** What ingestion writes, less what tells when it was written. */
const tables: readonly (readonly [string, RawBuilder<unknown>])[] = [
  ['release', sql`select ocid, release_id, encode(content_hash, 'hex') as hash from release order by 1, 2, 3`],
  ['process', sql`select ocid, stage, title, release_count, facts::text as facts, encode(facts_hash, 'hex') as hash from process order by 1`],
  ['contract', sql`select to_jsonb(c) as row from contract c order by contract_id`],
  ['mention', sql`select to_jsonb(m) as row from mention m order by ocid, party_id`],
  ['amount', sql`select to_jsonb(a) as row from amount a order by ocid, position`],
  ['organisation', sql`select to_jsonb(o) as row from organisation o order by organisation_id`],
  ['organisation_key', sql`select key, key_id, organisation_id from organisation_key order by key`],
  ['organisation_summary', sql`select to_jsonb(s) as row from organisation_summary s order by organisation_id, side`],
  ['organisation_due', sql`select organisation_id from organisation_due order by 1`],
]; // prettier-ignore

/**
 * The rows of a register, a line each: equal for two registers that hold the same notices, whatever happened on the way.
 *
 * @example expect(await snapshot(killed)).toEqual(await snapshot(undisturbed))
 */
export async function snapshot(register: Register): Promise<string[]> {
  const lines: string[] = [];
  for (const [name, query] of tables) {
    const { rows } = await query.execute(register.read);
    lines.push(...rows.map((row) => `${name} ${JSON.stringify(row)}`));
  }
  return lines;
}
