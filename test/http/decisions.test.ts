import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Context } from '../../src/app/context.ts';
import { workOutStored } from '../../src/app/decisions/case-runs.ts';
import { changeCase, getCase, listRevisions } from '../../src/app/decisions/case-store.ts';
import { caseParts } from '../../src/web/components/case-form/case-parts.ts';
import { registerPages } from '../../src/web/register-pages.ts';
import { testApp } from '../support/app.ts';
import { testContext } from '../support/context.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { caseBeginning, openCasePages, summaryOf, type CasePages } from '../support/case-pages.ts';
import { htmlFaults, visibleText } from '../support/page.ts';

describe('the pages on which a case is made', () => {
  let database: TestDatabase;
  let app: FastifyInstance;
  let context: Context;
  let pages: CasePages;
  const base = '/decisions/replace-the-permits-service';
  const document = async () => (await getCase(context, 'replace-the-permits-service')).document;

  beforeAll(async () => {
    database = await openTestDatabase('embedded');
    context = testContext({ register: database.register });
    app = testApp({ register: database.register, pages: registerPages });
    pages = openCasePages(app);
    await pages.post('/decisions/new', caseBeginning);
    await pages.post('/decisions/new', caseBeginning);
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  it('save a form that was not touched as no version at all', async () => {
    for (const part of caseParts.filter(({ kind }) => kind === 'fields')) {
      if (part.id === 'composition') continue;
      const answer = await pages.save(`${base}/edit/${part.id}`, {});
      expect([part.id, answer.headers.location]).toEqual([part.id, `${base}?done=unchanged`]);
    }
    expect(await listRevisions(context, 'replace-the-permits-service')).toHaveLength(1);
  });

  it('change the need, and take away what is emptied', async () => {
    const url = `${base}/edit/need`;
    await pages.save(url, {
      'need.present.description': 'One product, on paper in the evenings',
      'need.present.endsOn': '31 March 2028',
      'need.successFactors': 'No gap in service\r\n\r\nRecords stay complete',
      'saving-by': 'Commercial manager',
      'saving-note': 'After the workshop',
    });
    expect((await document()).need).toMatchObject({
      present: { description: 'One product, on paper in the evenings', endsOn: '2028-03-31' },
      successFactors: ['No gap in service', 'Records stay complete'],
    });
    const half = await pages.save(url, { 'need.present.description': '' });
    expect(summaryOf(half.body)).toEqual(['Fill in “How it is done today”.']);
    await pages.save(url, { 'need.present.description': '', 'need.present.endsOn': '' });
    expect((await document()).need.present).toBeUndefined();
    const [, second] = await listRevisions(context, 'replace-the-permits-service');
    expect(second).toMatchObject({ saved_by: 'Commercial manager', note: 'After the workshop' });
  });

  it('show what somebody else changed meanwhile, and lose nothing', async () => {
    const url = `${base}/edit/need`;
    const form = await pages.formOf(url);
    const { revision } = await getCase(context, 'replace-the-permits-service');
    await changeCase(context, {
      id: 'replace-the-permits-service',
      seen: revision,
      by: 'Another officer',
      changes: [
        { path: ['need', 'statement'], value: 'Traders need permits within five days.' },
        { path: ['need', 'neededBy'], value: '2028-06-30' },
      ],
    });
    const clash = await pages.post(url, {
      ...form,
      'need.statement': 'Traders need permits at once.',
      'need.ifNothing': 'Paper.',
    });
    expect(clash.statusCode).toBe(409);
    const text = visibleText(clash.body);
    expect(text).toContain('saved by Another officer after you opened this page');
    expect(text).toContain('In the newer version this reads: Traders need permits within five days.');
    expect(clash.body).toContain('Traders need permits at once.');
    expect(clash.body).toContain('value="30/6/2028"');
    const seen = /name="seen" value="(\d+)"/u.exec(clash.body)?.[1] ?? '';
    await pages.post(url, {
      ...form,
      'need.statement': 'Traders need permits at once.',
      'need.ifNothing': 'Paper.',
      'need.neededBy': '30/6/2028',
      seen,
    });
    expect((await document()).need).toMatchObject({
      statement: 'Traders need permits at once.',
      neededBy: '2028-06-30',
      ifNothing: 'Paper.',
    });
  });

  it('answer the twelve questions, which set the path and say why', async () => {
    await pages.save(`${base}/edit/triage`, {
      'triage.whole-life-value': '£2m',
      'triage.bought': 'software',
      'triage.novel': 'no',
      'triage.first-of-kind': 'no',
      'triage.citizens': 'some',
      'triage.data': 'official',
    });
    expect((await document()).triage).toMatchObject({ 'whole-life-value': 2_000_000, novel: false });
    const text = visibleText((await pages.get(`${base}/edit/triage`)).body);
    expect(text).toContain('Standard: the whole method without a pilot');
    expect(text).toContain('£2');
  });

  it('answer the Public Interest Test, each answer with its reason', async () => {
    const url = `${base}/edit/public-interest-test`;
    const orphan = await pages.save(url, { 'publicInterestTest.people.because': 'Nobody is in post' });
    expect(summaryOf(orphan.body)).toHaveLength(1);
    await pages.save(url, {
      'publicInterestTest.people.because': 'Nobody is in post',
      'publicInterestTest.people.answer': 'no',
    });
    expect((await document()).publicInterestTest['people']).toEqual({
      answer: 'no',
      because: 'Nobody is in post',
    });
  });

  it('add, change, move and remove items, each under a short name of its own', async () => {
    const url = `${base}/edit/components`;
    for (const name of ['Case workflow', 'Register', 'Register'])
      await pages.save(`${url}/new`, { name, evolution: 'product' });
    expect((await document()).components.map(({ id }) => id)).toEqual([
      'case-workflow',
      'register',
      'register-2',
    ]);
    await pages.save(`${url}/1`, { 'connects:register': 'yes', maturity: '0.6' });
    expect((await document()).components[0]).toMatchObject({ connects: ['register'], maturity: 0.6 });
    const { revision } = await getCase(context, 'replace-the-permits-service');
    await pages.post(url, { seen: String(revision), action: 'up:2' });
    expect((await document()).components.map(({ id }) => id)).toEqual([
      'register',
      'case-workflow',
      'register-2',
    ]);
    await pages.post(url, { seen: String(revision + 1), action: 'remove:3' });
    expect((await document()).components).toHaveLength(2);
    // The page that is still open names an item that is gone.
    const late = await pages.post(url, { seen: String(revision + 1), action: 'remove:3' });
    expect(late.statusCode).toBe(400);
    expect(summaryOf(late.body)[0]).toContain('The list was changed');
    expect((await document()).components).toHaveLength(2);
  });

  it('put back what was removed by mistake, and nothing that was saved since', async () => {
    const url = `${base}/edit/components`;
    const before = await getCase(context, 'replace-the-permits-service');
    const removed = await pages.post(url, { seen: String(before.revision), action: 'remove:1' });
    const banner = (await pages.get(String(removed.headers.location))).body;
    expect(visibleText(banner)).toContain('was removed. Put it back');
    // Without the address of a removal there is nothing to put back.
    expect(visibleText((await pages.get(url)).body)).not.toContain('Put it back');
    await pages.post(url, { seen: String(before.revision + 1), action: 'undo' });
    const after = await getCase(context, 'replace-the-permits-service');
    expect([after.revision, after.text]).toEqual([before.revision + 2, before.text]);
    expect(after.note).toMatch(/^Put “.+” back$/u);
    // The last thing saved is no removal now, and an old page names an older version.
    for (const seen of [after.revision, after.revision - 1]) {
      const late = await pages.post(url, { seen: String(seen), action: 'undo' });
      expect(summaryOf(late.body)[0]).toContain('It can’t be put back from here');
    }
    expect((await getCase(context, 'replace-the-permits-service')).revision).toBe(after.revision);
  });

  it('read components from the text of a map, and name the lines that can’t be used', async () => {
    const url = `${base}/edit/map-text`;
    const bad = await pages.post(url, { map: 'what is this' });
    expect([bad.statusCode, summaryOf(bad.body)[0]]).toEqual([400, expect.stringContaining('Line 1')]);
    await pages.post(url, {
      map: 'component Forms [0.9, 0.8]\r\ncomponent Register [0.3, 0.3]\r\nForms->Register',
    });
    expect((await document()).components.map(({ id }) => id)).toEqual(['register', 'case-workflow', 'forms']);
  });

  it('choose options from the models, and test them on one page', async () => {
    const models = `${base}/edit/delivery-models`;
    expect(summaryOf((await pages.post(models, {})).body)).toEqual(['Choose at least one to add.']);
    await pages.post(models, {
      'add:business-as-usual': 'yes',
      'add:do-minimum': 'yes',
      'add:saas': 'yes',
      'add:in-house-build': 'yes',
    });
    expect((await document()).options.map(({ id, role }) => [id, role])).toEqual([
      ['business-as-usual', 'business-as-usual'],
      ['do-minimum', 'do-minimum'],
      ['in-house-build', 'option'],
      ['saas', 'option'],
    ]);
    expect(visibleText((await pages.get(models)).body)).toContain('in the case already');
    const grid = `${base}/edit/test-grid`;
    await pages.save(grid, {
      't:saas:lawful': 'pass',
      't:saas:exit-tested': 'condition',
      't:in-house-build:lawful': 'pass',
    });
    await pages.save(grid, { 't:saas:lawful': 'fail', 't:in-house-build:lawful': '' });
    expect((await document()).tests.map(({ option, test, result }) => `${option} ${test} ${result}`)).toEqual(
      ['saas lawful fail', 'saas exit-tested condition'],
    );
    await pages.save(grid, { 't:saas:lawful': 'pass' });
  });

  it('cost the options, line by line and from a file', async () => {
    await pages.save(`${base}/edit/cost-groups/new`, { name: 'Bought running' });
    const url = `${base}/edit/cost-lines`;
    const wrong = await pages.save(`${url}/new`, {
      label: 'Licences',
      'options:saas': 'yes',
      phase: 'licences',
      group: 'bought-running',
      unitCost: '900 / 400',
      when: 'soon',
    });
    expect(summaryOf(wrong.body)).toEqual([
      'Low (900) is above high (400): exchange them.',
      expect.stringContaining('“When”: write a year'),
    ]);
    await pages.save(`${url}/new`, {
      label: 'Licences',
      'options:saas': 'yes',
      phase: 'licences',
      group: 'bought-running',
      unitCost: '£400k / £500k / £800k',
      when: '2027-28 to 2029-30',
      source: 'Quotation',
    });
    expect((await document()).costs.lines[0]).toMatchObject({
      id: 'licences',
      options: ['saas'],
      unitCost: { low: 400_000, likely: 500_000, high: 800_000 },
      when: { from: '2027-28', to: '2029-30' },
    });
    const like = visibleText((await pages.get(`${url}/new?like=1`)).body);
    expect(like).toContain('Add: cost line');
    expect((await pages.get(`${url}/new?like=1`)).body).toContain('value="400,000 / 500,000 / 800,000"');
    const file = `${base}/edit/cost-file`;
    const bad = await pages.send(file, {
      file: {
        name: 'lines.csv',
        bytes:
          'What is paid for,Options,Phase,Cost group,"Cost of one, in pounds without VAT",When\nHosting,saas;nothing,run,Bought running,5,2027-28\nTeam,all,run,Bought running,lots,2027-28\n',
      },
    });
    expect(summaryOf(bad.body)).toEqual([
      'Row 2: “nothing” is none of those that “Options” can name.',
      expect.stringContaining('Row 3: “Cost of one'),
    ]);
  });

  it('lock weights before scores open, and unlock them only with a reason', async () => {
    const library = `${base}/edit/criteria-library`;
    const offered = [...(await pages.get(library)).body.matchAll(/name="(add:[^"]+)"/gu)].map(
      ([, name]) => name ?? '',
    );
    await pages.post(library, Object.fromEntries(offered.slice(0, 2).map((name) => [name, 'yes'])));
    await pages.save(`${base}/edit/criteria/new`, { name: 'Own criterion', group: 'risk-and-impact' });
    await pages.save(`${base}/edit/assessors/new`, { post: 'Service owner' });
    await pages.save(`${base}/edit/assessors/new`, { post: 'Enterprise architect' });
    expect(visibleText((await pages.get(`${base}/edit/scores/service-owner`)).body)).toContain(
      'Scores open when the weights are locked.',
    );
    const url = `${base}/edit/weights`;
    const lock = { action: 'lock', 'weights.lockedBy': 'Facilitator' };
    const early = await pages.save(url, { ...lock, 'criteria[0].swing': '100' });
    expect(summaryOf(early.body)).toEqual([
      expect.stringMatching(/^Give points to/u),
      'Fix what 0 and 100 look like for “Own criterion” before weights are locked.',
      'Give points to “Own criterion” before weights are locked.',
    ]);
    await pages.post(`${base}/edit/criteria`, {
      seen: String((await getCase(context, 'replace-the-permits-service')).revision),
      action: 'remove:3',
    });
    await pages.save(url, { ...lock, 'criteria[0].swing': '100', 'criteria[1].swing': '60' });
    expect((await document()).weights).toMatchObject({ method: 'swing', lockedBy: 'Facilitator' });
    expect(visibleText((await pages.get(url)).body)).toContain('62.5%');
    const late = await pages.save(`${base}/edit/criteria/1`, { name: 'Another name' });
    expect(summaryOf(late.body)[0]).toContain('Weights are locked');
    expect(summaryOf((await pages.post(url, { reason: ' ' })).body)).toEqual([
      'Fill in “Why they have to change”.',
    ]);
    await pages.post(url, { reason: 'A range was wrong' });
    expect((await document()).weights?.lockedOn).toBeUndefined();
    expect((await listRevisions(context, 'replace-the-permits-service'))[0]?.note).toBe(
      'Weights unlocked: A range was wrong',
    );
    await pages.save(url, lock);
  });

  it('let each assessor score alone, and show others only after the last score', async () => {
    const first = `${base}/edit/scores/service-owner`;
    const second = `${base}/edit/scores/enterprise-architect`;
    const inputs = [...(await pages.get(first)).body.matchAll(/name="(s\.[^"]+)"/gu)].map(
      ([, name]) => name ?? '',
    );
    expect(inputs).toHaveLength(8);
    const all = (score: string, count = inputs.length): Record<string, string> =>
      Object.fromEntries(inputs.slice(0, count).map((name) => [name, score]));
    const wrong = await pages.save(first, { ...all('120', 1) });
    expect(summaryOf(wrong.body)[0]).toContain('write a score from 0 to 100');
    await pages.save(first, all('40 / 60', 3));
    await pages.save(second, all('90'));
    const half = visibleText((await pages.get(first)).body);
    expect(half).toContain('3 of 8');
    expect(half).toContain('once you have given the 5 scores that are missing');
    expect((await pages.get(first)).body).not.toContain('>90<');
    expect(visibleText((await pages.get(`${base}/edit/scores`)).body)).toMatch(
      /Half scored[\s\S]*Scored everything/u,
    );
    await pages.save(first, all('50'));
    const full = visibleText((await pages.get(first)).body);
    expect(full).toContain('What all have scored');
    expect(full).toContain('40 points');
    await pages.save(second, { [inputs[0] ?? '']: '' });
    expect((await document()).scores).toHaveLength(15);
    await pages.save(second, { [inputs[0] ?? '']: '90' });
  });

  it('add a first way to get a component with what it needs, and take both away with the last', async () => {
    const url = `${base}/edit/composition-choices`;
    const way = { component: 'forms', model: 'saas', cost: '5', value: '50' };
    expect(summaryOf((await pages.save(`${url}/new`, way)).body)).toEqual([
      'Fill in “What a point of value of one component is worth, in pounds”.',
    ]);
    await pages.save(`${url}/new`, { ...way, 'composition.pricePerPoint': '1,000' });
    expect((await document()).composition).toMatchObject({
      pricePerPoint: 1000,
      choices: [{ component: 'forms' }],
    });
    await pages.post(url, {
      seen: String((await getCase(context, 'replace-the-permits-service')).revision),
      action: 'remove:1',
    });
    expect((await document()).composition).toBeUndefined();
  });

  it('tell versions by what changed in words, and compare two with their results', async () => {
    const { revision } = await getCase(context, 'replace-the-permits-service');
    await workOutStored(context, 'replace-the-permits-service');
    await pages.save(`${base}/edit/cost-lines/1`, { unitCost: '£300k' });
    await workOutStored(context, 'replace-the-permits-service');
    const versions = visibleText((await pages.get(`${base}/versions`)).body);
    expect(versions).toContain('1 change: Cost lines');
    expect(versions).toContain(
      'Licences: Cost of one, in pounds without VAT: 400,000 / 500,000 / 800,000 → £300,000',
    );
    expect(versions).toContain('Weights unlocked: A range was wrong');
    const compared = await pages.get(`${base}/compare?from=${revision}&to=${revision + 1}`);
    const text = visibleText(compared.body);
    expect(text).toContain('£300,000');
    expect(text).toMatch(/What the method indicates: /u);
    expect(text).toContain('P50');
    expect(await htmlFaults(compared.body)).toEqual([]);
    const other = visibleText((await pages.get(`${base}/compare?other=replace-the-permits-service-2`)).body);
    expect(other).toContain('Software as a service');
    expect(other).toContain('Not worked out yet: Replace the permits service, version 1.');
  });
});
