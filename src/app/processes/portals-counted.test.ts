import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import { purchaseCells } from '../../../test/factories/purchase-cells.ts';
import { actRelease, type ReleaseParts } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { listCallOffs } from '../../db/queries/contracts.ts';
import { computeDataSummary } from '../../db/queries/data-status.ts';
import { findFrameworks } from '../../db/queries/market-frameworks.ts';
import { listPurchases } from '../../db/queries/pipeline-purchases.ts';
import { listPlannedProcesses } from '../../db/queries/pipeline-sources.ts';
import { listMatchCandidates } from '../../db/queries/process-match.ts';
import { showBuyer } from '../buyers/show-buyer.ts';
import type { Context } from '../context.ts';
import { findContracts } from '../contracts/find-contracts.ts';
import { showOrganisationMarket } from '../market/show-organisation.ts';
import { refreshMarketSums } from '../market/refresh-market.ts';
import { refreshSummaries } from '../notices/refresh-summaries.ts';
import { addPurchase } from '../pipeline/add.ts';
import { showSupplier } from '../suppliers/show-supplier.ts';
import { matchPortals } from './match.ts';
import { reviewProcesses } from './review.ts';
import { showProcess } from './show-process.ts';

const [main, copy, callOff] = ['ocds-h6vhtk-000301', 'ocds-b5fd17-sample-1', 'ocds-h6vhtk-000309'];
const segment = 'sector-systems';
const suppliers = [{ id: 's1', name: 'Jane Marlowe' }];
const act = (ocid: string, parts: ReleaseParts = {}) =>
  actRelease({ ocid, id: `${ocid.slice(-6)}-2026`, net: 87_654, gross: null, suppliers, ...parts });
const onFinder = {
  ...act(copy, { noticeType: 'UK6', buyer: { id: 'GB-CFS-81', name: 'Marram District Council' } }),
  id: '00000001-0000-4000-a000-000000000000-123451',
  date: '2026-05-11T10:00:00+01:00',
};

describeOnDatabases('what is counted under another process', (open) => {
  let database: TestDatabase;
  let context: Context;
  const write = async (...statements: ReturnType<typeof sql>[]) =>
    database.register.write(async (transaction) => {
      for (const statement of statements) await statement.execute(transaction);
    });
  const contractOf = async (ocid: string): Promise<string> => {
    const { items } = await findContracts.run(context, findContracts.input.parse({ ocid }));
    return items[0]?.id ?? '';
  };
  beforeEach(async () => {
    database = await open();
    context = testContext({ register: database.register });
    await ingestAll(database.register, [
      act(main),
      onFinder,
      act(callOff, { title: 'Grants portal', net: 41_000 }),
    ]);
    await matchPortals.run(context, {});
    await write(sql`update contract set segment = ${segment}`);
  });

  it('is no planned purchase of its own, and the other is none once either is tendered', async () => {
    await write(sql`
      update process set stage = 'planning', segment = ${segment},
        facts = '{"notices":[{"noticeType":"UK2"}],"lots":[],"buyerPartyIds":[],"cpvCodes":["48000000"],"description":"Words"}'
      where ocid in (${main}, ${copy})`);
    const planned = async () => listPlannedProcesses(database.register.read, [segment]);
    expect(await planned()).toMatchObject([
      { ocid: main, notice_types: ['UK2'], cpv_codes: ['48000000'], description: 'Words' },
    ]);
    await write(sql`update process set stage = 'tender' where ocid = ${copy}`);
    expect(await planned()).toEqual([]);
  });

  it('has its call-offs counted with the framework that it is', async () => {
    await write(
      sql`update contract set is_framework_agreement = true where ocid in (${main}, ${copy})`,
      sql`update contract set framework_ocid = ${copy} where ocid = ${callOff}`,
    );
    await refreshMarketSums(context, database.register);
    const { latest } = database.register;
    const scope = { segments: [segment], buyerTypes: [], openOn: null };
    expect(await findFrameworks(latest, scope, { after: null, isBackwards: false, limit: 5 })).toMatchObject([
      { ocid: main, call_offs: 1, net_pence: 4_100_000 },
    ]);
    for (const ocid of [main, copy]) {
      const drawn = await listCallOffs(database.register, { ocid, reference: null }, '2026-11-01');
      expect(drawn).toMatchObject({ count: 1, rows: [{ ocid: callOff }] });
      const list = await findContracts.run(context, findContracts.input.parse({ framework: ocid }));
      expect(list.items.map((item) => item.ocid)).toEqual([callOff]);
    }
  });

  it('leads a planned purchase that names it to the contract and process that are counted', async () => {
    await addPurchase.run(
      context,
      addPurchase.input.parse({ ...purchaseCells, buyer: 'Marram District Council', replaces: await contractOf(copy), process: copy }),
    ); // prettier-ignore
    expect(
      await listPurchases(database.register.latest, { isSharedOnly: true, isStandingOnly: true }),
    ).toMatchObject([
      { process_ocid: copy, counted_ocid: main, follows_contract_id: await contractOf(main) },
    ]);
  });

  it('has a buyer with a page of its own, though no contract is counted there', async () => {
    await write(
      sql`update mention set organisation_id = 'b2' where ocid = ${copy} and 'buyer' = any(roles)`,
      sql`update contract set buyer_id = 'b2' where ocid = ${copy}`,
      sql`insert into organisation_due values ('b2') on conflict do nothing`,
    );
    await refreshSummaries(context, database.register);
    const { items } = await findContracts.run(context, findContracts.input.parse({ ocid: copy }));
    expect(items[0]?.buyer?.id).toBe('b2');
    const shown = await showBuyer.run(context, { id: 'b2' });
    expect(shown).toMatchObject({
      name: 'Marram District Council',
      contractCount: 0,
      netCount: 0,
      years: [],
    });
    await expect(showSupplier.run(context, { id: 'b2' })).rejects.toThrow(/No supplier has the id b2/u);
  });

  it('counts in no share of contracts that carry a field', async () => {
    const { counts, coverage } = await computeDataSummary(database.register.latest);
    expect(counts.contracts).toBe(2);
    expect(coverage.map(({ of }) => of)).toEqual(coverage.map(() => 2));
  });

  it('was recognised by a likely natural person without naming that person', async () => {
    const { publishedAlso } = await showProcess.run(context, { ocid: copy });
    const parts = publishedAlso?.others.flatMap((other) => other.parts) ?? [];
    expect(parts.filter(({ part }) => part.endsWith('suppliers')).map(({ detail }) => detail)).toEqual(['']);
    const { rows } = await sql<{ id: string }>`
      select organisation_id as id from organisation where is_person_likely`.execute(
      database.register.latest,
    );
    expect(rows).toHaveLength(1);
    await expect(
      showOrganisationMarket.run(context, { id: rows[0]?.id ?? '', side: 'supplier' }),
    ).rejects.toThrow(/No supplier has the id/u);
    await write(sql`update process_pair set score = 0.6`, sql`update process set main_ocid = null`);
    const { items } = await reviewProcesses.run(context, reviewProcesses.input.parse({}));
    expect(items).toHaveLength(1);
    expect(JSON.stringify(items)).not.toContain('Marlowe');
  });

  it('is looked for by a key that 200 processes share, and by none that more do', async () => {
    const keep = async (from: number, to: number) =>
      write(sql`
        insert into process_match_key (ocid, key, publisher, first_on, last_on)
        select 'x' || n, 7, case when n = 1 then 'find-a-tender' else 'contracts-finder' end, '2026-01-01', '2026-01-02'
        from generate_series(${from}::int, ${to}::int) n`);
    const candidates = async () => (await listMatchCandidates(database.register.latest, ['x1'])).length;
    await keep(1, 200);
    expect(await candidates()).toBe(199);
    await keep(201, 201);
    expect(await candidates()).toBe(0);
  });
});
