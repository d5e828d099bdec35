import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { actRelease, type ReleaseParts } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { settled } from '../../../test/support/settled.ts';
import { listWrongSums } from '../../db/queries/market-gate.ts';
import type { Register } from '../../db/register.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Context } from '../context.ts';
import { findContracts } from '../contracts/find-contracts.ts';
import { showContract } from '../contracts/show-contract.ts';
import { listChanges } from '../notices/list-changes.ts';
import { findSuppliers } from '../suppliers/find-suppliers.ts';
import { joinProcesses } from './join.ts';
import { keepProcessesApart } from './keep-apart.ts';
import { listDecisionsOnProcesses } from './list-decisions.ts';
import { matchPortals } from './match.ts';
import { reviewProcesses } from './review.ts';
import { showProcess } from './show-process.ts';
import { undoProcessDecision } from './undo.ts';

const act = (number: number, parts: ReleaseParts = {}): JsonObject =>
  actRelease({
    ocid: `ocds-h6vhtk-00030${number}`,
    id: `00030${number}-2026`,
    net: 87_654,
    gross: null,
    ...parts,
  });

/** The same purchase as Contracts Finder shows it: its own buyer number, no law, an award. */
const finder = (number: number, parts: ReleaseParts = {}): JsonObject => ({
  ...actRelease({
    net: 87_654, gross: null, noticeType: 'UK6',
    buyer: { id: 'GB-CFS-81', name: 'Marram District Council' },
    ...parts,
    ocid: `ocds-b5fd17-sample-${number}`,
    id: `0000000${number}-0000-4000-a000-000000000000-12345${number}`,
    date: '2026-05-11T10:00:00+01:00',
  }),
  tag: ['award'],
}); // prettier-ignore

const releases = [
  act(1),
  finder(1),
  act(2, { title: 'Network refresh phase 1', signed: '2026-04-02' }),
  finder(2, { title: 'Network refresh phase 2', net: 31_000, start: '2026-08-01' }),
  act(3, { title: 'Grants portal', net: 41_000, suppliers: [{ id: 's3', name: 'Brackwater Cloud Ltd' }] }),
  finder(3, {
    title: 'Grants portal and support',
    net: 50_000,
    suppliers: [{ id: 's3', name: 'Brackwater Cloud Limited' }],
    start: '2026-07-15',
    end: '2027-01-31',
  }),
];
const [one, copy] = ['ocds-h6vhtk-000301', 'ocds-b5fd17-sample-1'];
const reason = 'The same reference on both notices.';

const mains = async (register: Register): Promise<Record<string, string>> => {
  const { rows } = await sql<{ ocid: string; main_ocid: string }>`
    select ocid, main_ocid from process where main_ocid is not null order by 1`.execute(register.latest);
  return Object.fromEntries(rows.map((row) => [row.ocid, row.main_ocid]));
};

describeOnDatabases('one process on several portals', (open) => {
  let database: TestDatabase;
  let context: Context;
  const match = async () => matchPortals.run(context, {});
  const titles = async (input: object = {}): Promise<string[]> => {
    const { items } = await findContracts.run(context, findContracts.input.parse(input));
    return items.map(({ title }) => title).toSorted();
  };
  beforeAll(async () => {
    database = await open();
    context = testContext({ register: database.register });
    await ingestAll(database.register, releases);
    await match();
  });

  it('is counted once, under Find a Tender; what only looks the same is counted twice', async () => {
    expect(await mains(database.register)).toEqual({ [copy]: one });
    expect((await titles()).filter((title) => title.startsWith('Housing'))).toHaveLength(1);
    expect((await titles()).filter((title) => title.startsWith('Network'))).toHaveLength(2);
    const { items } = await findSuppliers.run(context, findSuppliers.input.parse({}));
    expect(items.find(({ name }) => name.startsWith('Aldergate'))?.contractCount).toBe(3);
  });

  it('is left as published: the copy has its page, its list and its words in a search', async () => {
    expect(await titles({ ocid: copy })).toHaveLength(1);
    expect((await titles({ q: 'housing' })).filter((title) => title.startsWith('Housing'))).toHaveLength(1);
    expect(await titles({ notCommitted: 'copy' })).toHaveLength(1);
  });

  it('is counted once by the measures, which say what they leave out; the gate adds up', async () => {
    expect(await listWrongSums(database.register.latest)).toEqual([]);
    const { rows } = await sql<{ key: string; count: number }>`
      select key, sum(contract_count)::int as count from market_figure where figure = 'year' group by 1 order by 1`.execute(
      database.register.latest,
    );
    expect(rows).toEqual([
      { key: '', count: 5 },
      { key: 'copy', count: 1 },
    ]);
  });

  it('says so with confidence and reasons on either side', async () => {
    const shown = await showProcess.run(context, { ocid: copy });
    expect(shown.publishedAlso?.mainOcid).toBe(one);
    const [other] = shown.publishedAlso?.others ?? [];
    expect(other?.ocid).toBe(one);
    expect(other?.confidence).toBeGreaterThan(0.9);
    expect(other?.parts.map(({ part }) => part)).toContain('same-value');
    const [contract] = (await findContracts.run(context, findContracts.input.parse({ ocid: one }))).items;
    const detail = await showContract.run(context, { id: contract?.id ?? '' });
    expect(detail.publishedAlso?.others.map(({ ocid }) => ocid)).toEqual([copy]);
    expect((await showProcess.run(context, { ocid: 'ocds-h6vhtk-000302' })).publishedAlso).toBeNull();
  });

  it('is offered for review where it is less than sure; joined and parted by people, whatever comes again', async () => {
    const queue = async () => (await reviewProcesses.run(context, reviewProcesses.input.parse({}))).items;
    const [pair, ...more] = await queue();
    expect(more).toEqual([]);
    const ocids = (pair?.sides ?? []).map(({ ocid }) => ocid);
    expect(ocids).toEqual(['ocds-b5fd17-sample-3', 'ocds-h6vhtk-000303']);
    const { number } = await joinProcesses.run(context, { ocids, reason });
    expect(await mains(database.register)).toMatchObject({ 'ocds-b5fd17-sample-3': 'ocds-h6vhtk-000303' });
    expect(await queue()).toEqual([]);
    await ingestAll(database.register, [
      act(3, { net: 44_000 }),
      finder(3, { title: 'Grants portal: another text' }),
    ]);
    await match();
    expect(await mains(database.register)).toMatchObject({ 'ocds-b5fd17-sample-3': 'ocds-h6vhtk-000303' });
    await expect(keepProcessesApart.run(context, { ocids, reason })).rejects.toThrow(/says the contrary/u);
    await undoProcessDecision.run(context, { decision: number });
    expect(Object.keys(await mains(database.register))).toEqual([copy]);
    await expect(undoProcessDecision.run(context, { decision: number })).rejects.toThrow(
      /withdrawn already/u,
    );
  });

  it('stays apart where people say so, though the rules would join it, until they withdraw it', async () => {
    const { number } = await keepProcessesApart.run(context, { ocids: [one, copy], reason });
    expect(await mains(database.register)).toEqual({});
    expect(await listWrongSums(database.register.latest)).toEqual([]);
    await expect(keepProcessesApart.run(context, { ocids: [copy, one], reason })).rejects.toThrow(
      /says so already/u,
    );
    await ingestAll(database.register, [act(1, { title: 'Housing management system (changed)' })]);
    await match();
    expect(await mains(database.register)).toEqual({});
    const { items } = await listDecisionsOnProcesses.run(
      context,
      listDecisionsOnProcesses.input.parse({ ocid: one }),
    );
    expect(items).toMatchObject([{ number, kind: 'apart', isFollowed: true, withdrawnAt: null }]);
    await undoProcessDecision.run(context, { decision: number, reason: 'Looked again.' });
    expect(await mains(database.register)).toEqual({ [copy]: one });
  });

  it.each([
    [[one, one], /Name two processes/u],
    [[one, 'ocds-nobody'], /No process has the ocid ocds-nobody/u],
  ])('refuses to join %j', async (ocids, sentence) => {
    await expect(joinProcesses.run(context, { ocids, reason })).rejects.toThrow(sentence);
  });

  it('does nothing where nothing changed', async () => {
    expect(await match()).toEqual({ processes: 0, compared: 0, changed: 0 });
  });

  it('stands in the change feed when it is joined, kept apart and joined again, and is not compared again for that', async () => {
    const { register } = await open();
    const own = testContext({ register });
    const compare = async () => matchPortals.run(own, {});
    await ingestAll(register, releases);
    await compare();
    const read = async (cursor: string | null) => {
      await settled(register);
      const page = await listChanges.run(own, { limit: 100, ...(cursor !== null && { cursor }) });
      return { next: page.next, items: page.items.map(({ ocid, mainOcid }) => [ocid, mainOcid]).toSorted() };
    };
    const first = await read(null);
    expect(first.items).toContainEqual([copy, one]);
    expect(first.items).toHaveLength(releases.length);
    expect(await compare()).toMatchObject({ processes: 0 });
    expect((await read(first.next)).items).toEqual([]);

    const { number } = await keepProcessesApart.run(own, { ocids: [one, copy], reason });
    const apart = await read(first.next);
    expect(apart.items).toEqual([
      [copy, null],
      [one, null],
    ]);
    // A change that waits to be compared still does after the process was counted elsewhere.
    await ingestAll(register, [
      finder(1, { title: 'Housing system, phase two', date: '2026-05-12T10:00:00Z' }),
    ]);
    await undoProcessDecision.run(own, { decision: number, reason });
    expect((await read(apart.next)).items).toEqual([
      [copy, one],
      [one, null],
    ]);
    expect(await compare()).toMatchObject({ processes: 1 });
    expect(await compare()).toMatchObject({ processes: 0 });
  });

  it('comes out the same in any order of arrival and however often it is compared', async () => {
    const { register } = await open();
    const later = testContext({ register });
    for (const release of releases.toReversed()) {
      await ingestAll(register, [release]);
      await matchPortals.run(later, {});
    }
    const all = async (from: Register) =>
      (await sql`select one_ocid, other_ocid, score from process_pair order by 1, 2`.execute(from.latest))
        .rows;
    const { register: whole } = await open();
    await ingestAll(whole, releases);
    await matchPortals.run(testContext({ register: whole }), {});
    expect(await all(register)).toEqual(await all(whole));
    expect(await mains(register)).toEqual(await mains(whole));
    expect(await mains(whole)).toEqual({ [copy]: one });
  });
});
