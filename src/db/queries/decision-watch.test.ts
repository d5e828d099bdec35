import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeOnDatabases } from '../../../test/support/database.ts';
import { fillWithSample } from '../../../test/support/sample-register.ts';
import { findAwardOf } from './decision-watch.ts';

describeOnDatabases('the award of a procedure that a case names', (open) => {
  it('is found by its ocid or a number of its notices, from a day on', { timeout: 60_000 }, async () => {
    const { register } = await open();
    await fillWithSample(register, 120);
    await register.write(async (change) => {
      await sql`update release set release_id = '004711-2026' where (ocid, release_id) in (
        select r.ocid, r.release_id from release r join contract c on c.ocid = r.ocid order by r.ocid limit 1)`.execute(change);
    });
    const { rows } = await sql<{ ocid: string; day: string }>`
      select r.ocid, min(coalesce(c.awarded_on, c.signed_on, c.dated_on))::text as day
      from release r join contract c on c.ocid = r.ocid where r.release_id = '004711-2026' group by r.ocid`.execute(register.read);
    const [{ ocid, day } = { ocid: '', day: '' }] = rows;
    expect(day).toMatch(/^\d{4}-\d\d-\d\d$/u);
    for (const notice of [ocid, '004711-2026', 'UK2 notice 2026/S 000-004711 of spring'])
      expect(await findAwardOf(register.read, notice, day)).toBe(day);
    expect(await findAwardOf(register.read, '004712-2026', day)).toBeNull();
    expect(await findAwardOf(register.read, ocid, '2999-01-01')).toBeNull();
  });
}); // prettier-ignore
