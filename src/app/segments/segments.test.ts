import { sql, type RawBuilder } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import type { Context } from '../context.ts';
import { findContracts } from '../contracts/find-contracts.ts';
import { showContract } from '../contracts/show-contract.ts';
import { findContractsInput } from '../contracts/contract-filter.ts';
import { showProcess } from '../processes/show-process.ts';
import { listSegmentOverrides } from './list-overrides.ts';
import { overrideSegment } from './override.ts';
import { refreshAllSegments } from './refresh.ts';
import { withdrawSegment } from './withdraw.ts';

const ocid = 'ocds-h6vhtk-00000a';
const records = actRelease({
  ocid,
  id: '000001-2026',
  title: 'Electronic patient record system',
  date: '2026-04-01T10:00:00Z',
});
const roofs = actRelease({
  ocid: 'ocds-h6vhtk-00000b',
  id: '000002-2026',
  title: 'Roof replacement and asbestos removal',
});

type Stored = {
  segment: string;
  segment_basis: string;
  model_segment: string;
  contracts: string[];
  changed: string;
};

async function stored({ register }: TestDatabase, id = ocid): Promise<Stored | undefined> {
  const { rows } = await sql<Stored>`
    select p.segment, p.segment_basis, p.model_segment, p.changed_sequence::text as changed,
      array(select c.segment from contract c where c.ocid = p.ocid) as contracts
    from process p where p.ocid = ${id}`.execute(register.latest);
  return rows[0];
}

/** As somebody else's program would. */
async function change({ register }: TestDatabase, statement: RawBuilder<unknown>): Promise<void> {
  await register.write(async (transaction) => void (await statement.execute(transaction)));
}

describeOnDatabases('segments in the register', (open) => {
  let database: TestDatabase;
  let context: Context;
  beforeAll(async () => {
    database = await open();
    context = testContext({ register: database.register });
    await ingestAll(database.register, [records, roofs]);
  });

  it('come with ingestion, on the process and on its contracts', async () => {
    expect(await stored(database)).toMatchObject({
      segment: 'sector-systems',
      segment_basis: 'model',
      model_segment: 'sector-systems',
      contracts: ['sector-systems'],
    });
    expect(await stored(database, 'ocds-h6vhtk-00000b')).toMatchObject({ segment: 'not-digital' });
  });

  it('are a filter and a facet of the list of contracts', async () => {
    const list = async (segment?: 'sector-systems') =>
      findContracts.run(context, findContractsInput.parse({ ...(segment && { segment: [segment] }) }));
    const found = await list('sector-systems');
    expect(found.items.map((item) => item.segment)).toEqual(['sector-systems']);
    const all = await list();
    expect(all.facets.find(({ name }) => name === 'segment')?.values).toEqual(
      expect.arrayContaining([
        { value: 'sector-systems', label: 'sector-systems', count: 1, isSelected: false },
        { value: 'not-digital', label: 'not-digital', count: 1, isSelected: false },
      ]),
    );
  });

  it('stand on contract and process with the reasons', async () => {
    const found = await findContracts.run(context, findContractsInput.parse({ ocid }));
    const contract = await showContract.run(context, { id: found.items[0]?.id ?? '' });
    expect(contract.classification).toMatchObject({
      segment: 'sector-systems',
      basis: 'model',
      override: null,
    });
    expect(contract.classification?.model.because[0]).toBe(
      'the title says “electronic patient record system”',
    );
    const process = await showProcess.run(context, { ocid });
    expect(process.classification).toEqual(contract.classification);
  });

  it('are refused for an unknown process, and for an unknown segment the nearest is named', async () => {
    const choose = async (process: [string, string]) =>
      overrideSegment.run(context, { process, reason: 'Read the specification.' });
    await expect(choose(['ocds-h6vhtk-999999', 'cyber-security'])).rejects.toThrow(
      'No process has the ocid ocds-h6vhtk-999999',
    );
    await expect(choose([ocid, 'cyber-securty'])).rejects.toThrow('Did you mean cyber-security?');
    expect((await listSegmentOverrides.run(context, { limit: 10 })).items).toEqual([]);
  });

  describe('chosen by a person', () => {
    it('count instead of the model, and the change is in the feed', async () => {
      const before = await stored(database);
      const chosen = await overrideSegment.run(context, {
        process: [ocid, 'data-analytics-ai'],
        reason: 'It is a data platform.',
        by: 'Market desk',
      });
      expect(chosen).toMatchObject({
        segment: 'data-analytics-ai',
        basis: 'person',
        override: { reason: 'It is a data platform.', madeBy: 'Market desk' },
      });
      const after = await stored(database);
      expect(after).toMatchObject({
        segment: 'data-analytics-ai',
        segment_basis: 'person',
        model_segment: 'sector-systems',
        contracts: ['data-analytics-ai'],
      });
      expect(Number(after?.changed)).toBeGreaterThan(Number(before?.changed));
    });

    it('stay when a later notice comes in, and when the same notices come again', async () => {
      const later = actRelease({
        ocid,
        id: '000003-2026',
        title: 'Electronic patient record and hosting',
        date: '2026-06-01T10:00:00Z',
      });
      for (const releases of [[later], [records, later], [later]]) {
        await ingestAll(database.register, releases);
        expect(await stored(database)).toMatchObject({
          segment: 'data-analytics-ai',
          segment_basis: 'person',
          contracts: expect.arrayContaining(['data-analytics-ai']),
        });
      }
      const { contracts = [] } = (await stored(database)) ?? {};
      expect(new Set(contracts)).toEqual(new Set(['data-analytics-ai']));
    });

    it('stay when the weights change', async () => {
      await change(database, sql`update process set segment_model = 'older'`);
      expect(await refreshAllSegments.run(context, {})).toEqual({ classified: 2, changed: 0 });
      expect(await stored(database)).toMatchObject({ segment: 'data-analytics-ai' });
    });

    it('can be chosen anew: what was chosen before stays on record', async () => {
      await overrideSegment.run(context, { process: [ocid, 'cloud-hosting'], reason: 'Second thoughts.' });
      expect(await stored(database)).toMatchObject({ segment: 'cloud-hosting' });
      const { items } = await listSegmentOverrides.run(context, { limit: 10, ocid });
      expect(items.map(({ segment, withdrawnAt }) => [segment, withdrawnAt === null])).toEqual([
        ['cloud-hosting', true],
        ['data-analytics-ai', false],
      ]);
    });

    it('can be taken back: then the model counts again', async () => {
      const { segment } = await withdrawSegment.run(context, { ocid });
      expect(segment).toMatchObject({ segment: 'sector-systems', basis: 'model', override: null });
      expect(await stored(database)).toMatchObject({ segment: 'sector-systems', segment_basis: 'model' });
      await expect(withdrawSegment.run(context, { ocid })).rejects.toThrow('No choice of segment stands');
    });
  });

  describe('classified again', () => {
    it('are given to a register from before there were segments, and only once', async () => {
      await change(
        database,
        sql`update process set segment = null, segment_basis = null, model_segment = null, segment_probability = null,
          segment_second = null, segment_because = null, segment_model = null`,
      );
      await change(database, sql`update contract set segment = null`);
      expect(await refreshAllSegments.run(context, {})).toEqual({ classified: 2, changed: 2 });
      expect(await stored(database)).toMatchObject({ segment: 'sector-systems', segment_basis: 'model' });
      expect(await refreshAllSegments.run(context, {})).toEqual({ classified: 0, changed: 0 });
    });

    it('reach the facets and the sums of the market', async () => {
      const { facets } = await findContracts.run(context, findContractsInput.parse({}));
      expect(facets.find(({ name }) => name === 'segment')?.values.map(({ value }) => value)).toContain(
        'sector-systems',
      );
      const { rows } = await sql<{ segment: string }>`
        select distinct segment from market_contract order by 1`.execute(database.register.latest);
      expect(rows.map(({ segment }) => segment)).toEqual(['not-digital', 'sector-systems']);
    });
  });
});
