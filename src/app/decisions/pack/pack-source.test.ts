import { beforeAll, expect, it } from 'vitest';
import { testContext } from '../../../../test/support/context.ts';
import { describeOnDatabases } from '../../../../test/support/database.ts';
import { keepApprovedCase, keepReadyCase } from '../../../../test/support/signed-cases.ts';
import type { Context } from '../../context.ts';
import { changeCase, getCase } from '../case-store.ts';
import { getRecord } from '../record/record-store.ts';
import { packSource } from './pack-source.ts';

describeOnDatabases('what a pack is told beside the run', (open) => {
  let context: Context;

  beforeAll(async () => {
    context = testContext({ register: (await open()).register, now: '2026-11-23T12:00:00Z' });
  });

  it('is nothing of a case that nobody has signed', async () => {
    await keepReadyCase(context, 'unsigned');
    expect(await packSource(context, await getCase(context, 'unsigned'))).toMatchObject({
      record: null,
      signatures: [],
      changes: null,
    });
  });

  it('is the record and the signatures of the version that was approved, and nothing that changed', async () => {
    await keepApprovedCase(context, 'approved');
    const source = await packSource(context, await getCase(context, 'approved'));
    const { record } = await getRecord(context, 'approved');
    expect(source.record).toEqual({ number: 1, hash: record?.hash, on: '2026-11-23' });
    expect(source.signatures?.map(({ meaning, name }) => [meaning, name])).toEqual([
      ['submitted', 'Ann Author'],
      ['verified', 'Vera Fier'],
      ['approved', 'Cy Chair'],
    ]);
    expect(source.changes).toEqual({
      since: 'record 1 of 2026-11-23: outline stage, version 1',
      changes: [],
    });
  });

  it('is what changed since, once the case says something else: its record and signatures stand for it no longer', async () => {
    await keepApprovedCase(context, 'changed');
    await changeCase(context, {
      id: 'changed',
      seen: 1,
      changes: [{ path: ['title'], value: 'Another title' }],
    });
    const source = await packSource(context, await getCase(context, 'changed'));
    expect(source.record).toBe(null);
    expect(source.signatures).toEqual([]);
    expect(source.changes?.changes).toMatchObject([{ what: 'Title', after: 'Another title' }]);
  });
});
