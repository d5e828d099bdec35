import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { fillWithSample } from '../../../test/support/sample-register.ts';
import type { Register } from '../register.ts';

const columns =
  sql.raw(`contract_id, dated_on, start_on, end_on, max_end_on, ended_on, headline_pence, dated_year,
  is_framework_agreement, buyer_type, regime, route, stage, value_band, publisher, segment, buyer_id, cpv_divisions, supplier_ids`);

/** Rows of either table that the other doesn't have. */
async function differences(register: Register): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    (select ${columns} from contract where main_ocid is null except select ${columns} from contract_facet)
    union all (select ${columns} from contract_facet except select ${columns} from contract where main_ocid is null)) d`.execute(
    register.read,
  );
  return rows[0]?.count ?? -1;
}

describeOnDatabases('the narrow table that lists read', (open) => {
  it('says what the contracts say, after they came, changed and went', { timeout: 60_000 }, async () => {
    const { register } = await open();
    await fillWithSample(register, 120);
    expect(await differences(register)).toBe(0);
    await register.write(async (change) => {
      await sql`update contract set segment = 'cyber-security', buyer_id = 'another', main_ocid = 'ocds-other' where contract_id in (
        select contract_id from contract order by contract_id limit 7)`.execute(change);
      await sql`delete from contract where contract_id in (
        select contract_id from contract order by contract_id desc limit 5)`.execute(change);
    });
    expect(await differences(register)).toBe(0);
    await register.write(async (change) => {
      await sql`update contract set main_ocid = null, segment = 'data-analytics-ai' where main_ocid = 'ocds-other'`.execute(
        change,
      );
    });
    expect(await differences(register), 'those that come back').toBe(0);
    await register.write(async (change) => {
      await sql`update contract set buyer_type = 'nhs' where main_ocid is null`.execute(change);
    });
    expect(await differences(register)).toBe(0);
    await register.write(async (change) => {
      await sql`delete from contract_facet where contract_id in (
        select contract_id from contract_facet order by contract_id limit 2)`.execute(change);
    });
    expect(await differences(register), 'a difference is seen').toBe(2);
  });
});
