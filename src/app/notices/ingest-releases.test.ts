import fc from 'fast-check';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { actRelease, readOf } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { snapshot } from '../../../test/support/snapshot.ts';
import { getProcessFacts } from '../../db/queries/processes.ts';
import type { Register } from '../../db/register.ts';
import { isObject, type JsonObject } from '../../lib/json.ts';
import { showProcess } from '../processes/show-process.ts';
import { ingestReleases, type IngestSummary } from './ingest-releases.ts';

async function ingest(register: Register, releases: readonly JsonObject[]): Promise<IngestSummary> {
  const context = testContext({ register });
  return ingestReleases(context, {
    inputs: ['test.jsonl'],
    read: () => readAll(releases),
    total: releases.length,
  });
}

async function* readAll(releases: readonly JsonObject[]): AsyncGenerator<ReturnType<typeof readOf>> {
  for (const [index, release] of releases.entries()) yield await Promise.resolve(readOf(release, index + 1));
}

/** A framework of £5m and a call-off whose notice gives the same £5m as its own value. */
function frameworkPair(): [JsonObject, JsonObject] {
  const setUp = actRelease({
    ocid: 'ocds-h6vhtk-0000f1',
    id: '000100-2026',
    net: 5_000_000,
    gross: 6_000_000,
  });
  const callOff = actRelease({
    ocid: 'ocds-h6vhtk-0000c1',
    id: '000101-2026',
    net: 5_000_000,
    gross: 6_000_000,
  });
  const tender = isObject(setUp['tender']) ? setUp['tender'] : {};
  return [
    { ...setUp, tender: { ...tender, techniques: { hasFrameworkAgreement: true } } },
    {
      ...callOff,
      relatedProcesses: [
        { id: '1', relationship: ['framework'], scheme: 'ocid', identifier: 'ocds-h6vhtk-0000f1' },
      ],
    },
  ];
}

/** Notices of several processes that share suppliers, some by number, some by name, in chains. */
const market: JsonObject[] = [
  actRelease({
    ocid: 'ocds-h6vhtk-00000a',
    id: '000001-2026',
    noticeType: 'UK6',
    date: '2026-04-01T10:00:00+01:00',
  }),
  actRelease({
    ocid: 'ocds-h6vhtk-00000a',
    id: '000002-2026',
    noticeType: 'UK7',
    date: '2026-05-01T10:00:00+01:00',
  }),
  actRelease({
    ocid: 'ocds-h6vhtk-00000b',
    id: '000003-2026',
    suppliers: [{ id: 'GB-PPON-PBBB-2222-BBBB', name: 'ALDERGATE SYSTEMS LIMITED' }],
  }),
  actRelease({
    ocid: 'ocds-h6vhtk-00000c',
    id: '000004-2026',
    suppliers: [{ id: 'x1', name: 'Aldergate Systems' }],
  }),
  actRelease({
    ocid: 'ocds-h6vhtk-00000d',
    id: '000005-2026',
    suppliers: [{ id: 'GB-COH-07654321', name: 'Brackwater Cloud Ltd', scale: 'sme' }],
    net: 0.01,
    gross: 0.01,
  }),
  actRelease({
    ocid: 'ocds-h6vhtk-00000e',
    id: '000006-2026',
    suppliers: [
      {
        id: 'GB-PPON-PBBB-2222-BBBB',
        name: 'Brackwater Cloud',
        identifier: { scheme: 'GB-COH', id: '7654321' },
      },
    ],
  }),
  ...frameworkPair(),
];

describeOnDatabases('ingesting releases', (open) => {
  describe('one register', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await open();
    });

    it('makes one contract of an award notice and the contract notice after it', async () => {
      await ingest(database.register, market.slice(0, 1));
      const before = await sql<{
        contract_id: string;
        award_contract_id: string;
        stage: string;
      }>`select * from contract`.execute(database.register.read);
      expect(before.rows.map((row) => [row.award_contract_id, row.stage])).toEqual([['-', 'intended']]);
      await ingest(database.register, market.slice(1, 2));
      const after = await sql<{
        stand_in_id: string;
        award_contract_id: string;
        stage: string;
      }>`select * from contract`.execute(database.register.read);
      expect(after.rows.map((row) => [row.award_contract_id, row.stage])).toEqual([['1', 'signed']]);
      expect(after.rows[0]?.stand_in_id).toBe(before.rows[0]?.contract_id);
    });

    it('changes nothing when the same notices come again', async () => {
      await ingest(database.register, market);
      const first = await snapshot(database.register);
      const summary = await ingest(database.register, market);
      expect(summary).toMatchObject({ new: 0, changed: 0, unchanged: market.length, skipped: 0 });
      expect(await snapshot(database.register)).toEqual(first);
    });

    it('never stores a contact point, an e-mail address or a telephone number', async () => {
      const { rows } = await sql<{ text: string }>`
        select string_agg(facts::text, '') as text from process`.execute(database.register.read);
      expect(rows[0]?.text).not.toMatch(/example\.org|0113 496/u);
    });

    it('skips a release without an ocid, says where, and goes on', async () => {
      const { ocid: _ocid, ...nameless } = actRelease();
      const summary = await ingest(database.register, [
        nameless,
        actRelease({ ocid: 'ocds-h6vhtk-00000f', id: '9-2026' }),
      ]);
      expect(summary).toMatchObject({ read: 2, new: 1, skipped: 1 });
      expect(summary.problems[0]).toMatchObject({ line: 1, message: expect.stringContaining('no ocid') });
    });

    it('says which releases were repaired, and how', async () => {
      const read = readOf(actRelease({ ocid: 'ocds-h6vhtk-00001f', id: '000030-2026' }), 7);
      const summary = await ingestReleases(testContext({ register: database.register }), {
        inputs: ['test.jsonl'],
        read: async function* once() {
          yield await Promise.resolve({ ...read, repairs: [{ kind: 'nul' as const, count: 2 }] });
        },
        total: 1,
      });
      expect(summary).toMatchObject({
        repaired: 1,
        repairs: [{ input: 'test.jsonl', line: 7, message: '000030-2026, 2 NUL characters removed' }],
      });
      const context = testContext({ register: database.register });
      const process = await showProcess.run(context, { ocid: 'ocds-h6vhtk-00001f' });
      expect(process.warnings).toContain(
        'Release 000030-2026 was mended when it was read: 2 NUL characters removed.',
      );
    });

    it('keeps both releases when one id comes with different content', async () => {
      const summary = await ingest(database.register, [
        actRelease({ ocid: 'ocds-h6vhtk-0000aa', id: '000020-2026', title: 'First text' }),
        actRelease({ ocid: 'ocds-h6vhtk-0000aa', id: '000020-2026', title: 'Second text' }),
      ]);
      expect(summary).toMatchObject({
        new: 1,
        changed: 1,
        skipped: 0,
        changes: [
          {
            input: 'test.jsonl',
            line: 2,
            message: '000020-2026 of ocds-h6vhtk-0000aa is held with other content; both are kept.',
          },
        ],
      });
      const facts = await getProcessFacts(database.register.read, 'ocds-h6vhtk-0000aa');
      expect(facts?.quality).toEqual([
        'Release 000020-2026 came with two contents, of the same date: nothing says which of them holds where they differ. One is taken, always the same.',
      ]);
    });
  });

  it('flags a call-off that repeats the ceiling of its framework, whichever of the two comes first', async () => {
    const [setUp, callOff] = frameworkPair();
    const flags: unknown[] = [];
    for (const order of [
      [setUp, callOff],
      [callOff, setUp],
    ]) {
      const database = await open();
      for (const release of order) await ingest(database.register, [release]);
      const { rows } = await sql<{ flag: string | null }>`
        select flag from amount where ocid = 'ocds-h6vhtk-0000c1' and kind = 'contract' and basis = 'net'`.execute(
        database.register.read,
      );
      flags.push(rows.map((row) => row.flag));
      await database.drop();
    }
    expect(flags).toEqual([['framework-ceiling'], ['framework-ceiling']]);
  });

  it(
    'gives the same tables for any order of arrival and any number of runs',
    { timeout: 240_000 },
    async () => {
      const whole = await open();
      await ingest(whole.register, market);
      const expected = await snapshot(whole.register);
      const orders = fc.sample(
        fc.record({
          order: fc.shuffledSubarray(market, { minLength: market.length, maxLength: market.length }),
          cut: fc.integer({ min: 1, max: market.length - 1 }),
        }),
        { numRuns: 4, seed: 1 },
      );
      for (const { order, cut } of orders) {
        const other = await open();
        await ingest(other.register, order.slice(0, cut));
        await ingest(other.register, order.slice(cut));
        expect(await snapshot(other.register)).toEqual(expected);
        await other.drop();
      }
    },
  );

  it('loses nothing when two ingest the same processes at once', { timeout: 120_000 }, async () => {
    const alone = await open();
    await ingest(alone.register, market);
    const shared = await open();
    await Promise.all([ingest(shared.register, market), ingest(shared.register, market.toReversed())]);
    expect(await snapshot(shared.register)).toEqual(await snapshot(alone.register));
  });
});
