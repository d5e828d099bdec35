import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { fillClassified } from '../../../test/support/classified-sample.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { dayNumber } from '../../domain/market/financial-year.ts';
import { londonDayOf } from '../../lib/days.ts';
import { listProcurementDays, type ProcurementDays } from './procurement-times.ts';

const cohort = { from: '2025-02-24', to: '2026-10-01' };

type Row = {
  ocid: string;
  route: string;
  segment: string;
  regime: string;
  publisher: string;
  tender_on: string | null;
  signed_on: string | null;
  deadline: string | null;
};

/** The same in plain code: processes by their first tender notice and first signature. */
function daysOf(rows: readonly Row[]): Map<string, number> {
  const found = new Map<string, number>();
  const add = (row: Row, part: string, from: string, to: string, most: number): void => {
    const days = dayNumber(to) - dayNumber(from);
    if (days < 1 || days > most) return;
    const key = [row.route, row.segment, part, days].join(' ');
    found.set(key, (found.get(key) ?? 0) + 1);
  };
  for (const [, contracts] of Map.groupBy(rows, ({ ocid }) => ocid)) {
    const [first] = contracts;
    const [tender] = contracts.flatMap((one) => one.tender_on ?? []).toSorted();
    const [signed] = contracts.flatMap((one) => one.signed_on ?? []).toSorted();
    if (first === undefined || tender === undefined) continue;
    if (signed !== undefined) add(first, 'whole', tender, signed, 1826);
    if (first.deadline !== null) add(first, 'window', tender, londonDayOf(new Date(first.deadline)), 366);
  }
  return found;
}

const actRegimes = /^(procurement-act.*|light-touch|below-threshold)$/u;

describeOnDatabases('how long procurements took', (open) => {
  let database: TestDatabase;
  const ask = async () => listProcurementDays(database.register.read, cohort);
  const total = (rows: readonly ProcurementDays[], part: string): number =>
    rows.filter((row) => row.part === part).reduce((sum, { count }) => sum + count, 0);

  beforeAll(async () => {
    database = await open();
    await fillClassified(database.register, 600);
  });

  it('counts each process under the Act once, within the cohort, as plain code does', async () => {
    const { rows } = await sql<Row>`
      select c.ocid, m.route, m.segment, c.regime, c.publisher, m.tender_on, c.signed_on, p.tender_deadline_at as deadline
      from contract c join market_contract m using (contract_id) join process p on p.ocid = c.ocid where m.is_counted`.execute(
      database.register.read,
    );
    const kept = rows.filter(
      ({ tender_on: on, regime, publisher, segment }) =>
        on !== null &&
        on >= cohort.from &&
        on <= cohort.to &&
        actRegimes.test(regime) &&
        publisher !== 'contracts-finder' &&
        segment !== 'not-digital',
    );
    const found = await ask();
    expect(total(found, 'whole')).toBeGreaterThan(10);
    expect(total(found, 'window')).toBeGreaterThan(10);
    expect(
      new Map(
        found.map(({ route, segment, part, days, count }) => [[route, segment, part, days].join(' '), count]),
      ),
    ).toEqual(daysOf(kept));
  });

  it('leaves out what runs under older law', async () => {
    const before = total(await ask(), 'whole');
    await database.register.write(async (transaction) => {
      await sql`update contract set regime = 'pcr-2015' where ocid = (
        select ocid from contract join market_contract m using (contract_id) where m.is_counted and m.segment <> 'not-digital'
          and contract.tender_on between ${cohort.from}::date and ${cohort.to}::date and contract.signed_on > contract.tender_on
          and contract.regime = 'procurement-act' limit 1)`.execute(transaction);
    });
    expect(total(await ask(), 'whole')).toBe(before - 1);
  });
});
