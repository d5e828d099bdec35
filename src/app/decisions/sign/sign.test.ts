import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { testContext } from '../../../../test/support/context.ts';
import { describeOnDatabases } from '../../../../test/support/database.ts';
import { keepReadyCase, signingRequests } from '../../../../test/support/signed-cases.ts';
import * as recordQueries from '../../../db/queries/decision-records.ts';
import type { Register } from '../../../db/register.ts';
import { checkRecord } from '../../../domain/decisions/record/check-record.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../context.ts';
import { changeCase, getCase, saveCase } from '../case-store.ts';
import { workOutStored } from '../case-runs.ts';
import { findApprovedRecord, getRecord, listRecords } from '../record/record-store.ts';
import { verifyRecords } from '../verify-records.ts';
import { beginNextStage } from './next-stage.ts';
import type { SigningRequest } from './refuse-signing.ts';
import { sign } from './sign.ts';
import { signingOf } from './signing-of.ts';

const { submitted: form, verified, approved } = signingRequests;

describeOnDatabases('signing a case', (open) => {
  let register: Register;
  let context: Context;
  let other: Context;

  beforeAll(async () => {
    register = (await open()).register;
    context = testContext({ register, now: '2026-11-23T12:00:00Z' });
    other = { ...context, actor: { personId: 'other', bodyId: 'other', roles: [] } };
    await register.write((transaction) =>
      sql`insert into body values ('other', 'Another body', null)`.execute(transaction),
    );
  });

  const keep = async (id: string): Promise<void> => keepReadyCase(context, id);
  const signs = async (id: string, ...requests: SigningRequest[]): Promise<void> => {
    for (const asked of requests) await sign(context, { id, seen: undefined, asked });
  };
  const refusalOf = async (id: string, asked: SigningRequest, seen?: number): Promise<AppError> => {
    try {
      await sign(context, { id, seen, asked });
    } catch (error) {
      if (error instanceof AppError) return error;
      throw error;
    }
    throw new Error('It was signed.');
  };
  const stateOf = async (id: string) => (await signingOf(context, await getCase(context, id))).state;

  it('goes from the author to the verifier to the approver, and makes a record that is confirmed', async () => {
    await keep('whole');
    await signs('whole', form, verified, { ...approved, post: 'CABINET' });
    const record = await getRecord(context, 'whole');
    expect(record.record).toMatchObject({
      number: 1,
      previous: null,
      outcome: 'approved',
      waitsFor: [],
      revision: 1,
      body: { id: 'local', name: 'This installation' },
      marking: { level: 'OFFICIAL-SENSITIVE', descriptor: 'COMMERCIAL' },
    });
    expect(record.record?.signatures.map(({ action, post }) => [action, post])).toEqual([
      ['submitted', 'Procurement manager'],
      ['verified', 'Principal accountant of a neighbouring council'],
      ['approved', 'Cabinet'],
    ]);
    expect(checkRecord(record.text)).toMatchObject({ faults: [], erasedNames: 0 });
    expect(record.text).toContain('Cy Chair');
    const answer = await verifyRecords.run(context, { file: [], case: 'whole' });
    expect(answer).toMatchObject({ isConfirmed: true, records: [{ number: 1, verdict: 'confirmed' }] });
    expect((await refusalOf('whole', approved)).message).toContain('This stage is approved.');
  });

  it('is refused to who wrote or verified, and to reasons of a machine, and nothing is kept', async () => {
    await keep('apart');
    expect((await refusalOf('apart', verified)).message).toContain('It has to be submitted first.');
    await signs('apart', form);
    expect(await refusalOf('apart', { ...verified, name: 'ANN  AUTHOR' })).toMatchObject({
      code: 'forbidden',
      fields: { name: expect.stringContaining('Nobody verifies or approves what they wrote or scored.') },
    });
    expect(await refusalOf('apart', { ...verified, post: 'Procurement manager' })).toMatchObject({ code: 'forbidden' });
    expect(await refusalOf('apart', { ...verified, reasons: 'The model said so.' })).toMatchObject({
      code: 'bad-request',
      fields: { reasons: expect.stringContaining('a machine') },
    });
    await signs('apart', verified);
    expect((await refusalOf('apart', { ...approved, name: 'Vera Fier' })).message).toContain('doesn’t approve it');
    expect((await refusalOf('apart', { ...approved, considered: false })).fields).toHaveProperty('considered');
    expect((await refusalOf('apart', { ...approved, releases: null })).fields).toHaveProperty('releases');
    const { run } = await workOutStored(context, 'apart');
    const { indicatedText } = await import('../indicated-text.ts');
    const { namesOf } = await import('../case-names.ts');
    if (run.appraisal === null || run.document === null) throw new Error('It has no appraisal.');
    const copied = indicatedText(run.appraisal, namesOf(run.document)).slice(0, 2).join(' ');
    expect((await refusalOf('apart', { ...approved, reasons: copied })).fields['reasons']).toContain('copied');
    expect((await stateOf('apart')).standing).toHaveLength(2);
    expect(await listRecords(context, 'apart')).toEqual([]);
  });

  it('holds for one content: a change voids it and says so, another comment doesn’t', async () => {
    await keep('void');
    await signs('void', form, verified);
    const stored = await getCase(context, 'void');
    await saveCase(context, { text: `${stored.text}\n# a comment\n`, seen: 1, by: 'Ann Author' });
    expect((await stateOf('void')).step).toBe('to-approve');
    await changeCase(context, { id: 'void', seen: 2, changes: [{ path: ['title'], value: 'Another title' }] });
    const state = await stateOf('void');
    expect(state.step).toBe('to-submit');
    expect(state.void[0]?.because).toContain('the case has changed since');
    expect((await refusalOf('void', approved)).message).toContain('The last signature no longer holds.');
    expect(await refusalOf('void', form, 1)).toMatchObject({ code: 'changed-meanwhile' });
  });

  it('is closed while the case isn’t ready for approval', async () => {
    await keep('open');
    await changeCase(context, { id: 'open', seen: 1, changes: [{ path: ['recommendation'], value: undefined }] });
    expect((await refusalOf('open', form)).message).toContain(
      'The case isn’t ready for approval: 1 thing to settle. First: No officer has recommended an option.',
    );
  });

  it('lets one of two who sign at once be first, and keeps the chain', async () => {
    await keep('both');
    await signs('both', form, verified);
    const decisions = [approved, { ...approved, action: 'refused' as const, reasons: 'The handover is not funded in any year.' }];
    const results = await Promise.allSettled(
      decisions.map(async (asked) => sign(context, { id: 'both', seen: 1, asked })),
    );
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const [rejected] = results.filter(({ status }) => status === 'rejected');
    expect(rejected).toMatchObject({ reason: { code: 'changed-meanwhile' } });
    expect(await listRecords(context, 'both')).toHaveLength(1);
    expect((await signingOf(context, await getCase(context, 'both'))).signatures).toHaveLength(3);
  });

  it('keeps signature and record together: what ends it between them leaves neither, and it can be signed again', async () => {
    await keep('torn');
    await signs('torn', form, verified);
    const failing: Register = {
      ...register,
      within: async (scope, work) =>
        register.within(scope, async (transaction) => {
          const answer = await work(transaction);
          const { rows } = await sql<{ count: number }>`
            select count(*)::integer as count from decision_record where case_id = 'torn'`.execute(transaction);
          // The signature is written by now, and the record too: the program ends before the transaction does.
          if (rows[0]?.count === 1) throw new Error('killed');
          return answer;
        }),
    };
    const dying: Context = { ...context, register: async () => failing };
    await expect(sign(dying, { id: 'torn', seen: 1, asked: approved })).rejects.toThrow('killed');
    expect((await stateOf('torn')).standing).toHaveLength(2);
    expect(await listRecords(context, 'torn')).toEqual([]);
    await signs('torn', approved);
    expect(await listRecords(context, 'torn')).toHaveLength(1);
  });

  it('freezes an approved stage: the next one starts from it, and its record follows the first', async () => {
    await keep('staged');
    await expect(beginNextStage(context, { id: 'staged' })).rejects.toThrow('The outline stage isn’t approved yet');
    await signs('staged', form, verified, approved);
    const before = (await getRecord(context, 'staged')).text;
    const next = await beginNextStage(context, { id: 'staged', by: 'Ann Author' });
    expect(next.document.stage).toBe('full');
    expect(next.document.approvals.find(({ approver }) => approver === 'Cabinet')).toMatchObject({
      status: 'given',
      on: '2026-11-23',
      releases: approved.releases,
      conditions: approved.conditions,
    });
    await signs('staged', form, verified, {
      ...approved,
      action: 'refused',
      post: 'Shadow authority of Wealdmarsh',
      reasons: 'We will not bind the new council before its first meeting.',
    });
    expect((await getRecord(context, 'staged', 1)).text).toBe(before);
    expect((await getRecord(context, 'staged')).record).toMatchObject({
      number: 2,
      outcome: 'refused',
      stage: 'full',
      previous: (await getRecord(context, 'staged', 1)).record?.hash,
    });
    expect((await findApprovedRecord(context, 'staged'))?.number).toBe(1);
    expect(await verifyRecords.run(context, { file: [], case: 'staged' })).toMatchObject({
      isConfirmed: true,
      records: [{ number: 1 }, { number: 2 }],
    });
  });

  it('can’t be changed or taken back, but a name can be erased and the hash holds', async () => {
    await keep('fixed');
    await signs('fixed', form, verified, approved);
    for (const table of ['decision_signature', 'decision_record', 'decision_review_answer'])
      for (const change of [`update ${table} set post = 'x'`, `delete from ${table}`, `truncate ${table}`])
        await expect(
          register.within(context.actor, (transaction) => sql.raw(change).execute(transaction)),
          change,
        ).rejects.toThrow();
    await register.within(context.actor, (transaction) =>
      sql`delete from decision_name where case_id = 'fixed' and name = 'Cy Chair'`.execute(transaction),
    );
    const { text } = await getRecord(context, 'fixed');
    expect(text).not.toContain('Cy Chair');
    expect(checkRecord(text)).toMatchObject({ faults: [], erasedNames: 1 });
    const [verdict] = (await verifyRecords.run(context, { file: [], case: 'fixed' })).records;
    expect(verdict?.says.at(-1)).toBe('1 name was erased, which the hash allows.');
  });

  describe('is private', () => {
    it('to its body', async () => {
      await keep('own');
      await signs('own', form, verified, approved);
      await expect(getRecord(other, 'own')).rejects.toMatchObject({ code: 'not-found' });
      expect(await listRecords(other, 'own')).toEqual([]);
      await expect(sign(other, { id: 'own', seen: undefined, asked: form })).rejects.toMatchObject({ code: 'not-found' });
    });

    it('and no query sees anything without a scope', async () => {
      const reads: [string, (executor: Register['read']) => Promise<unknown>][] = [
        ['holdCase', async (executor) => recordQueries.holdCase(executor, 'own')],
        ['listSignatureRows', async (executor) => recordQueries.listSignatureRows(executor, 'own')],
        ['listNames', async (executor) => recordQueries.listNames(executor, 'own')],
        ['listRecordRows', async (executor) => recordQueries.listRecordRows(executor, 'own')],
        ['findRecordText', async (executor) => recordQueries.findRecordText(executor, 'own', null)],
        ['listRecordedCases', async (executor) => recordQueries.listRecordedCases(executor)],
        ['listReviewAnswers', async (executor) => recordQueries.listReviewAnswers(executor, 'own')],
      ];
      const writes = ['addName', 'addSignature', 'addRecord', 'addReviewAnswer'];
      const ofNoCase = ['findBodyName'];
      expect([...reads.map(([name]) => name), ...writes, ...ofNoCase].toSorted()).toEqual(Object.keys(recordQueries).toSorted());
      for (const [name, read] of reads) {
        const unscoped = await register.write(async (transaction) => read(transaction));
        expect(Array.isArray(unscoped) ? unscoped : [unscoped], name).toEqual(unscoped === null ? [null] : []);
        if (name === 'listReviewAnswers') continue;
        const scoped = await register.within(context.actor, async (transaction) => read(transaction));
        expect(Array.isArray(scoped) ? scoped.length : scoped, name).toBeTruthy();
      }
    });
  });
}); // prettier-ignore
