import { sql } from 'kysely';
import { stringify } from 'yaml';
import { beforeAll, expect, it } from 'vitest';
import { smallCase } from '../../../test/factories/sourcing-case.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases } from '../../../test/support/database.ts';
import * as caseQueries from '../../db/queries/decision-cases.ts';
import type { Register } from '../../db/register.ts';
import type { Context } from '../context.ts';
import { findRun, workOutStored } from './case-runs.ts';
import { getRecord } from './record/record-store.ts';
import { changeCase, getCase, listCases, listRevisions, saveCase } from './case-store.ts';

const text = `# Written by hand\n${stringify(smallCase)}`;

describeOnDatabases('cases that are kept', (open) => {
  let register: Register;
  let context: Context;
  let other: Context;

  beforeAll(async () => {
    register = (await open()).register;
    context = testContext({ register });
    other = { ...context, actor: { personId: 'other', bodyId: 'other', roles: [] } };
    await register.write((transaction) =>
      sql`insert into body values ('other', 'Another body', null)`.execute(transaction),
    );
  });

  const named = (id: string): string => text.replace('id: permits', `id: ${id}`);

  it('have no version beyond what can be counted', async () => {
    await saveCase(context, { text: named('counted'), seen: null });
    for (const revision of [2, 2_147_483_648, 99_999_999_999, 1e300])
      await expect(getCase(context, 'counted', revision)).rejects.toMatchObject({ code: 'not-found' });
    await expect(saveCase(context, { text: named('counted'), seen: 99_999_999_999 })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    await expect(getRecord(context, 'counted', 99_999_999_999)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are found by their id, at every version, with comments', async () => {
    const saved = await saveCase(context, {
      text: named('kept'),
      seen: null,
      by: 'An analyst',
      note: 'first',
    });
    expect(saved).toMatchObject({ id: 'kept', revision: 1, savedBy: 'An analyst' });
    await changeCase(context, { id: 'kept', seen: 1, changes: [{ path: ['title'], value: 'Permits' }] });
    expect((await getCase(context, 'kept')).document.title).toBe('Permits');
    expect((await getCase(context, 'kept')).text).toContain('# Written by hand');
    expect((await getCase(context, 'kept', 1)).document.title).toBe(smallCase.title);
    expect((await listRevisions(context, 'kept')).map(({ revision, note }) => [revision, note])).toEqual([
      [2, null],
      [1, 'first'],
    ]);
    await expect(getCase(context, 'kept', 9)).rejects.toThrow('has no version 9');
    await expect(getCase(context, 'nothing')).rejects.toThrow('There is no case "nothing"');
  });

  it('are refused with place and reason where they don’t fit, and nothing is kept', async () => {
    await saveCase(context, { text: named('strict'), seen: null });
    const change = changeCase(context, {
      id: 'strict',
      seen: 1,
      changes: [{ path: ['appraisal', 'years'], value: 900 }],
    });
    await expect(change).rejects.toMatchObject({
      code: 'bad-request',
      fields: { 'appraisal.years': expect.stringContaining('at most 60') },
    });
    const rename = changeCase(context, {
      id: 'strict',
      seen: 1,
      changes: [{ path: ['id'], value: 'renamed' }],
    });
    await expect(rename).rejects.toMatchObject({ fields: { id: expect.stringContaining('stays') } });
    await expect(saveCase(context, { text: 'just words', seen: null })).rejects.toMatchObject({
      code: 'bad-request',
    });
    expect(await listRevisions(context, 'strict')).toHaveLength(1);
    expect(await listRevisions(context, 'renamed')).toHaveLength(0);
  });

  it('keep what somebody else saved meanwhile: of two at once one is refused', async () => {
    await saveCase(context, { text: named('shared'), seen: null });
    await expect(saveCase(context, { text: named('shared'), seen: null })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    const both = ['One', 'Two', 'Three', 'Four'].map((title) =>
      changeCase(context, { id: 'shared', seen: 1, changes: [{ path: ['title'], value: title }] }),
    );
    const settled = await Promise.allSettled(both);
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await listRevisions(context, 'shared')).toHaveLength(2);
    await expect(saveCase(context, { text: named('ahead'), seen: 4 })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
  });

  it('belong to their body alone, which may use an id that another uses', async () => {
    await saveCase(context, { text: named('private'), seen: null });
    await expect(getCase(other, 'private')).rejects.toMatchObject({ code: 'not-found' });
    expect(await listCases(other)).toEqual([]);
    await saveCase(other, { text: named('private').replace(smallCase.title, 'Theirs'), seen: null });
    expect((await getCase(context, 'private')).document.title).toBe(smallCase.title);
    expect((await listCases(other)).map(({ title }) => title)).toEqual(['Theirs']);
    const foreign = register.within(other.actor, async (transaction) =>
      caseQueries.addCaseRevision(transaction, {
        body_id: 'local',
        case_id: 'private',
        revision: 2,
        title: 'x',
        buyer_name: 'x',
        stage: 'outline',
        marking: 'OFFICIAL',
        saved_at: '2026-11-01T00:00:00Z',
        saved_by: 'x',
        content: 'x',
        note: null,
      }),
    );
    await expect(foreign).rejects.toThrow('row-level security');
  });

  it('are not there for anybody who names no body', async () => {
    await saveCase(context, { text: named('unseen'), seen: null });
    await workOutStored(context, 'unseen');
    for (const executor of [register.read, register.latest]) {
      expect(await caseQueries.listCaseRows(executor)).toEqual([]);
      expect(await caseQueries.findCaseText(executor, 'unseen', null)).toBeNull();
      expect(await caseQueries.listCaseRevisions(executor, 'unseen')).toEqual([]);
      expect(await caseQueries.findCaseRun(executor, 'unseen', 1)).toBeNull();
    }
    const tables = await sql<{ relname: string; relforcerowsecurity: boolean }>`
      select relname, relforcerowsecurity from pg_class where relkind = 'r' and relname like 'decision_%'`.execute(
      register.read,
    );
    expect(tables.rows.length).toBeGreaterThanOrEqual(3);
    expect(tables.rows.filter((table) => !table.relforcerowsecurity)).toEqual([]);
  });

  it('keep what was worked out for a version until its reference data changes', async () => {
    await saveCase(context, { text: named('worked'), seen: null });
    expect(await findRun(context, 'worked')).toBeNull();
    const { run } = await workOutStored(context, 'worked');
    const kept = await findRun(context, 'worked');
    expect(kept?.run.appraisal).toEqual(JSON.parse(JSON.stringify(run.appraisal)));
    expect(kept?.run.document?.id).toBe('worked');
    await changeCase(context, { id: 'worked', seen: 1, changes: [{ path: ['title'], value: 'Changed' }] });
    expect(await findRun(context, 'worked')).toBeNull();
    expect(await findRun(context, 'worked', 1)).not.toBeNull();
    const { reference } = context;
    const changed = { ...context, reference: { ...reference, deliveryModels: [] } };
    expect(await findRun(changed, 'worked', 1)).toBeNull();
  });
});
