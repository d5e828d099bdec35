import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { changeCase, getCase, saveCase } from '../../src/app/decisions/case-store.ts';
import { addRecord, listRecordRows } from '../../src/db/queries/decision-records.ts';
import { checkRecord } from '../../src/domain/decisions/record/check-record.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { testApp } from '../support/app.ts';
import { testContext } from '../support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../support/database.ts';
import { htmlFaults, visibleText } from '../support/page.ts';

const example = readFileSync(join(import.meta.dirname, '../../examples/council-system.yaml'), 'utf8').replace(
  /draws: \d+/u,
  'draws: 1000',
);

describeOnDatabases('the pages on which a case is signed', (open) => {
  let database: TestDatabase;
  let app: FastifyInstance;
  const id = 'marram-housing';
  const headers = { host: 'localhost:3000' };
  const address = `/decisions/${id}`;
  const get = async (path: string) => app.inject({ url: `${address}${path}`, headers });
  const post = async (path: string, fields: Record<string, string>) =>
    app.inject({
      method: 'POST',
      url: `${address}${path}`,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });

  beforeAll(async () => {
    database = await open();
    const { register } = database;
    app = testApp({ register, pages: registerPages });
    await saveCase(testContext({ register }), { text: example, seen: null, by: 'Ann Author' });
  });
  afterAll(() => app.close());

  const submit = {
    action: 'submit',
    post: 'Procurement manager',
    name: 'Ann Author',
    reasons: 'Please look at the lines for migration and handover.',
  };
  const verify = {
    action: 'verify',
    post: 'Principal accountant of a neighbouring council',
    name: 'Vera Fier',
    reasons: 'I worked three cost lines out by hand and asked where prices come from.',
  };
  const approve = {
    action: 'approve',
    post: 'Cabinet',
    name: 'Cy Chair',
    reasons: 'Tenants wait too long for repairs, and the price is capped until vesting day.',
    considered: 'yes',
    releases: '£45,000 for procurement and consent',
    returns: 'The award report',
    conditions: 'Consent before the tender\n\nA key decision first',
  };

  it('go from submitting to a record, with each refusal at its field', async () => {
    const before = await get('/sign');
    expect(visibleText(before.body)).toContain('Submit for verification');
    expect(await htmlFaults(before.body)).toEqual([]);
    expect(before.headers['cache-control']).toContain('private');
    expect(before.body).toContain('noindex');
    expect(visibleText(before.body)).toContain('OFFICIAL-SENSITIVE COMMERCIAL');
    expect(visibleText(before.body)).toContain('Ready to be submitted');
    expect(before.body).not.toMatch(/<input[^>]* checked/u);

    const empty = await post('/sign', {});
    expect(empty.statusCode).toBe(400);
    expect(await htmlFaults(empty.body)).toEqual([]);
    expect(visibleText(empty.body)).toContain('Choose what you sign.');
    expect(empty.body).toContain('href="#reasons"');

    expect((await post('/sign', submit)).headers.location).toBe(`${address}/sign?done=submitted`);
    const own = await post('/sign', { ...verify, name: 'ANN author' });
    expect(own.statusCode).toBe(403);
    expect(await htmlFaults(own.body)).toEqual([]);
    expect(visibleText(own.body)).toContain('Ann Author saved a version of the case and can’t verify it.');
    expect(own.body).toContain('I worked three cost lines out by hand');
    const machine = await post('/sign', { ...verify, reasons: 'The model said so.' });
    expect(machine.statusCode).toBe(400);
    expect(visibleText(machine.body)).toContain('that a method or a machine says so is none');

    expect((await post('/sign', verify)).statusCode).toBe(303);
    const { considered: _, ...unconsidered } = approve;
    expect(visibleText((await post('/sign', unconsidered)).body)).toContain('Confirm that you had the evidence');
    expect(visibleText((await post('/sign', { ...approve, seen: '7' })).body)).toContain('and version 7 was read');
    const approved = await post('/sign', approve);
    expect(approved.headers.location).toBe(`${address}/records/1`);

    const record = await get('/records/1');
    expect(await htmlFaults(record.body)).toEqual([]);
    for (const text of ['Cy Chair, Cabinet', 'Name typed, not authenticated', 'A key decision first', 'The first of this case', 'Simulation 1 figures'])
      expect(visibleText(record.body)).toContain(text);
    expect(visibleText((await get('/records/1?verify=yes')).body)).toContain(
      'Confirmed: the record is whole, and every figure comes out again.',
    );
    const file = await get('/records/1/record.json');
    expect(file.headers['content-disposition']).toContain('OFFICIAL-SENSITIVE-COMMERCIAL-marram-housing-record-1.json');
    expect(checkRecord(file.body).faults).toEqual([]);
    for (const path of ['/records/2', '/records/x', '/records/1e3']) expect((await get(path)).statusCode).toBe(404);
  });

  it('show what marks an approved case, and keep the owner’s answer to it', async () => {
    const quiet = await get('/review');
    expect(await htmlFaults(quiet.body)).toEqual([]);
    expect(visibleText(quiet.body)).toContain('What nobody has looked at');
    const context = testContext({ register: database.register });
    const { revision, document } = await getCase(context, id);
    const [volume] = document.need.volumes;
    await changeCase(context, {
      id,
      seen: revision,
      changes: [
        { path: ['need', 'volumes', 0, 'perYear'], value: (volume?.perYear ?? 0) * 2 },
        { path: ['market', 'credibleSuppliers'], value: 1 },
      ],
    });
    const marked = await get('/review');
    expect(await htmlFaults(marked.body)).toEqual([]);
    expect(visibleText(marked.body)).toContain('Review due');
    expect(visibleText(marked.body)).toContain('One supplier is thought credible, fewer than 2.');
    const answer = {
      trigger: 'few-suppliers',
      because: 'One supplier is thought credible, fewer than 2.',
      answer: 'stands',
      reasons: 'Two more firms told us last week that they will bid for the second lot.',
      post: 'Director of Place',
      name: 'Olga Owner',
    };
    const missing = await post('/review', { ...answer, reasons: '' });
    expect(missing.statusCode).toBe(400);
    expect(await htmlFaults(missing.body)).toEqual([]);
    expect(missing.body).toMatch(/href="#mark-\d-reasons"/u);
    expect((await post('/review', { ...answer, post: 'Cabinet' })).statusCode).toBe(403);
    expect((await post('/review', answer)).headers.location).toBe(`${address}/review?done=stands`);
    expect(visibleText((await get('/review')).body)).toContain('Olga Owner, Director of Place');
    const again = await post('/review', answer);
    expect(again.statusCode).toBe(400);
    expect(visibleText(again.body)).toContain('has its answer already');
    const reopened = await post('/review', {
      ...answer,
      trigger: 'volume-moved',
      because: `“${volume?.name}” moved from ${volume?.perYear} to ${(volume?.perYear ?? 0) * 2} a year, more than 10 per cent.`,
      answer: 'reopened',
    });
    expect(reopened.headers.location).toBe(`${address}/review?done=reopened`);
    const opened = await getCase(context, id);
    expect(opened).toMatchObject({ revision: revision + 2, note: expect.stringContaining('Opened for review.') });
    expect(visibleText((await get('/sign')).body)).toContain('No longer holds');
  });

  it('give the file of a record that can’t be read the marking of its case', async () => {
    const context = testContext({ register: database.register });
    await database.register.within(context.actor, async (transaction) => {
      const [last] = await listRecordRows(transaction, id);
      if (last === undefined) throw new Error('There is no record.');
      await addRecord(transaction, {
        ...last,
        body_id: context.actor.bodyId,
        case_id: id,
        number: 2,
        signature_number: 2,
        hash: 'f'.repeat(64),
        previous_hash: last.hash,
        content: 'torn',
      });
    });
    const file = await get('/records/2/record.json');
    expect(file.body).toBe('torn');
    expect(file.headers['content-disposition']).toContain('"OFFICIAL-SENSITIVE-COMMERCIAL-marram-housing-record-2.json"');
    expect(visibleText((await get('/records/2')).body)).toContain('OFFICIAL-SENSITIVE-COMMERCIAL-marram-housing-record-2.json');
  });
}); // prettier-ignore
