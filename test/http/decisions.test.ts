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
import { htmlFaults, linksOf, visibleText } from '../support/page.ts';

describe('the pages on which a case is made', () => {
  let database: TestDatabase;
  let app: FastifyInstance;
  let context: Context;
  const headers = { host: 'localhost:3000' };
  const get = async (url: string) => app.inject({ url, headers });
  const post = async (url: string, fields: Readonly<Record<string, string>>) =>
    app.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  const send = async (url: string, fields: Record<string, string | { name: string; bytes: string }>) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      if (typeof value === 'string') form.append(name, value);
      else form.append(name, new Blob([value.bytes]), value.name);
    }
    const request = new Request('http://localhost:3000/', { method: 'POST', body: form });
    return app.inject({
      method: 'POST',
      url,
      headers: { ...headers, 'content-type': request.headers.get('content-type') ?? '' },
      payload: Buffer.from(await request.arrayBuffer()),
    });
  };
  /** What a browser would send of a page's form if nothing was touched. */
  const formOf = async (url: string): Promise<Record<string, string>> => {
    const { body } = await get(url);
    const form = /<form method="post"[\s\S]*?<\/form>/u.exec(body)?.[0] ?? '';
    const decode = (text: string): string =>
      text
        .replaceAll('&quot;', '"')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&');
    const sent: Record<string, string> = {};
    for (const [tag] of form.matchAll(/<input\b[^>]*>/gu)) {
      const of = (name: string): string =>
        decode(new RegExp(`\\b${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '');
      const isBox = /type="(?:radio|checkbox)"/u.test(tag);
      if (of('name') !== '' && (!isBox || / checked/u.test(tag))) sent[of('name')] = of('value');
    }
    for (const [, name = '', text = ''] of form.matchAll(
      /<textarea\b[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/textarea>/gu,
    ))
      sent[decode(name)] = decode(text);
    for (const [, name = '', inner = ''] of form.matchAll(
      /<select\b[^>]*name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/gu,
    ))
      sent[decode(name)] = decode(/<option value="([^"]*)" selected/u.exec(inner)?.[1] ?? '');
    return sent;
  };
  const save = async (url: string, changes: Readonly<Record<string, string>>) =>
    post(url, { ...(await formOf(url)), ...changes });
  const summaryOf = (html: string): string[] =>
    [
      ...(/<div class="govuk-error-summary"[\s\S]*?<\/ul>/u.exec(html)?.[0] ?? '').matchAll(
        /<li>([\s\S]*?)<\/li>/gu,
      ),
    ].map(([, item]) => visibleText(item ?? ''));
  const base = '/decisions/replace-the-permits-service';
  const document = async () => (await getCase(context, 'replace-the-permits-service')).document;

  beforeAll(async () => {
    database = await openTestDatabase('embedded');
    context = testContext({ register: database.register });
    app = testApp({ register: database.register, pages: registerPages });
  });
  afterAll(async () => {
    await app.close();
    await database.drop();
  });

  const beginning = {
    title: 'Replace the permits service',
    buyer: 'Harbour Authority',
    buyerType: 'central-government',
    statement: 'Traders need permits within ten days.',
    outcome: 'Permits within ten days',
    neededBy: '31/3/2028',
    ifNothing: 'The contract ends and permits are issued on paper.',
    firstYear: '2027/28',
    years: '3',
    priceBase: '2026-27',
  };

  it('begin with an empty list that says how to begin, and are private', async () => {
    const { body, headers: answered } = await get('/decisions');
    expect(visibleText(body)).toContain('There are no cases yet.');
    expect(body).toContain('<meta name="robots" content="noindex">');
    expect(answered['cache-control']).toContain('private');
    expect(visibleText(body)).toContain('Renew the commitment to a cloud provider');
  });

  it('say everything that is missing at once, each leading to its field', async () => {
    const { statusCode, body } = await post('/decisions/new', {
      title: 'A <b>case',
      neededBy: '31/2/2028',
      years: '2.5',
    });
    expect(statusCode).toBe(400);
    expect(summaryOf(body)).toEqual([
      'Fill in “Who decides”.',
      'Choose an answer to “Kind of body”.',
      'Fill in “What is needed, and by whom”.',
      'Fill in “What will be better”.',
      '“Day by which it must work”: write a day of the calendar, such as 31/3/2028.',
      'Fill in “What happens if nothing is done, and when”.',
      'Fill in “First financial year that is costed”.',
      '“Number of years that are costed”: write a whole number, such as 7.',
      'Fill in “Year whose prices amounts are given in”.',
    ]);
    for (const { href } of linksOf(/<div class="govuk-error-summary"[\s\S]*?<\/ul>/u.exec(body)?.[0] ?? ''))
      expect(body).toContain(`id="${href.slice(1)}"`);
    expect(body).toContain('value="A &lt;b&gt;case"');
    expect(await htmlFaults(body)).toEqual([]);
  });

  it('begin a case with what it can’t be without, under a short name that is free', async () => {
    const begun = await post('/decisions/new', beginning);
    expect([begun.statusCode, begun.headers.location]).toEqual([303, `${base}?done=saved`]);
    const again = await post('/decisions/new', beginning);
    expect(again.headers.location).toBe(`${base}-2?done=saved`);
    const taken = await post('/decisions/new', { ...beginning, id: 'replace-the-permits-service' });
    expect(summaryOf(taken.body)[0]).toContain('There is a case');
    const text = visibleText((await get(base)).body);
    expect(text).toContain('OFFICIAL-SENSITIVE COMMERCIAL');
    expect(text).toContain('Not ready for approval');
    expect(text).toContain('There are no options.');
    expect((await document()).need.neededBy).toBe('2028-03-31');
  });

  it('keep a text as it is, or say by line and path what is wrong with it', async () => {
    const { text } = await getCase(context, 'replace-the-permits-service');
    const copy = text.replace('id: replace-the-permits-service', '# a comment\nid: copied');
    const kept = await send('/decisions/new', { file: { name: 'case.yaml', bytes: copy }, text: '' });
    expect(kept.headers.location).toBe('/decisions/copied?done=saved');
    expect((await getCase(context, 'copied')).text).toContain('# a comment');
    const pasted = await send('/decisions/new', { text: copy.replace('years: 3', 'years: many') });
    expect(pasted.statusCode).toBe(400);
    expect(summaryOf(pasted.body)[0]).toMatch(/^Line \d+, appraisal\.years: .*many/u);
    expect(pasted.body).toContain('years: many');
    const twice = await send('/decisions/new', { text: copy });
    expect(summaryOf(twice.body)[0]).toContain('There is a case “copied” already');
  });

  it('save a form that was not touched as no version at all', async () => {
    for (const part of caseParts.filter(({ kind }) => kind === 'fields')) {
      if (part.id === 'composition') continue;
      const answer = await save(`${base}/edit/${part.id}`, {});
      expect([part.id, answer.headers.location]).toEqual([part.id, `${base}?done=unchanged`]);
    }
    expect(await listRevisions(context, 'replace-the-permits-service')).toHaveLength(1);
  });

  it('change the need, and take away what is emptied', async () => {
    const url = `${base}/edit/need`;
    await save(url, {
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
    const half = await save(url, { 'need.present.description': '' });
    expect(summaryOf(half.body)).toEqual(['Fill in “How it is done today”.']);
    await save(url, { 'need.present.description': '', 'need.present.endsOn': '' });
    expect((await document()).need.present).toBeUndefined();
    const [, second] = await listRevisions(context, 'replace-the-permits-service');
    expect(second).toMatchObject({ saved_by: 'Commercial manager', note: 'After the workshop' });
  });

  it('show what somebody else changed meanwhile, and lose nothing', async () => {
    const url = `${base}/edit/need`;
    const form = await formOf(url);
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
    const clash = await post(url, {
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
    await post(url, {
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
    await save(`${base}/edit/triage`, {
      'triage.whole-life-value': '£2m',
      'triage.bought': 'software',
      'triage.novel': 'no',
      'triage.first-of-kind': 'no',
      'triage.citizens': 'some',
      'triage.data': 'official',
    });
    expect((await document()).triage).toMatchObject({ 'whole-life-value': 2_000_000, novel: false });
    const text = visibleText((await get(`${base}/edit/triage`)).body);
    expect(text).toContain('Standard: the whole method without a pilot');
    expect(text).toContain('£2');
  });

  it('answer the Public Interest Test, each answer with its reason', async () => {
    const url = `${base}/edit/public-interest-test`;
    const orphan = await save(url, { 'publicInterestTest.people.because': 'Nobody is in post' });
    expect(summaryOf(orphan.body)).toHaveLength(1);
    await save(url, {
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
      await save(`${url}/new`, { name, evolution: 'product' });
    expect((await document()).components.map(({ id }) => id)).toEqual([
      'case-workflow',
      'register',
      'register-2',
    ]);
    await save(`${url}/1`, { 'connects:register': 'yes', maturity: '0.6' });
    expect((await document()).components[0]).toMatchObject({ connects: ['register'], maturity: 0.6 });
    const { revision } = await getCase(context, 'replace-the-permits-service');
    await post(url, { seen: String(revision), action: 'up:2' });
    expect((await document()).components.map(({ id }) => id)).toEqual([
      'register',
      'case-workflow',
      'register-2',
    ]);
    await post(url, { seen: String(revision + 1), action: 'remove:3' });
    expect((await document()).components).toHaveLength(2);
    // The page that is still open names an item that is gone.
    const late = await post(url, { seen: String(revision + 1), action: 'remove:3' });
    expect(late.statusCode).toBe(400);
    expect(summaryOf(late.body)[0]).toContain('The list was changed');
    expect((await document()).components).toHaveLength(2);
  });

  it('read components from the text of a map, and name the lines that can’t be used', async () => {
    const url = `${base}/edit/map-text`;
    const bad = await post(url, { map: 'what is this' });
    expect([bad.statusCode, summaryOf(bad.body)[0]]).toEqual([400, expect.stringContaining('Line 1')]);
    await post(url, {
      map: 'component Forms [0.9, 0.8]\r\ncomponent Register [0.3, 0.3]\r\nForms->Register',
    });
    expect((await document()).components.map(({ id }) => id)).toEqual(['register', 'case-workflow', 'forms']);
  });

  it('choose options from the models, and test them on one page', async () => {
    const models = `${base}/edit/delivery-models`;
    expect(summaryOf((await post(models, {})).body)).toEqual(['Choose at least one to add.']);
    await post(models, {
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
    expect(visibleText((await get(models)).body)).toContain('in the case already');
    const grid = `${base}/edit/test-grid`;
    await save(grid, {
      't:saas:lawful': 'pass',
      't:saas:exit-tested': 'condition',
      't:in-house-build:lawful': 'pass',
    });
    await save(grid, { 't:saas:lawful': 'fail', 't:in-house-build:lawful': '' });
    expect((await document()).tests.map(({ option, test, result }) => `${option} ${test} ${result}`)).toEqual(
      ['saas lawful fail', 'saas exit-tested condition'],
    );
    await save(grid, { 't:saas:lawful': 'pass' });
  });

  it('cost the options, line by line and from a file', async () => {
    await save(`${base}/edit/cost-groups/new`, { name: 'Bought running' });
    const url = `${base}/edit/cost-lines`;
    const wrong = await save(`${url}/new`, {
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
    await save(`${url}/new`, {
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
    const like = visibleText((await get(`${url}/new?like=1`)).body);
    expect(like).toContain('Add: cost line');
    expect((await get(`${url}/new?like=1`)).body).toContain('value="400,000 / 500,000 / 800,000"');
    const file = `${base}/edit/cost-file`;
    const bad = await send(file, {
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

  it('read five hundred lines from a file, and show them page by page', async () => {
    const { revision } = await getCase(context, 'copied');
    await changeCase(context, {
      id: 'copied',
      seen: revision,
      changes: [
        {
          path: ['options'],
          value: [
            { id: 'saas', name: 'Suite' },
            { id: 'minimum', name: 'Patch it' },
          ],
        },
        { path: ['costs'], value: { groups: [{ id: 'run', name: 'Running' }] } },
      ],
    });
    const rows = Array.from(
      { length: 500 },
      (_, index) =>
        `Line ${index + 1},${index % 2 === 0 ? 'all' : 'suite; minimum'},Run,running,${index + 1},2027-28 to 2029-30`,
    );
    const bytes = `label,options,phase,group,unitCost,when\n${rows.join('\n')}\n`;
    const lines = '/decisions/copied/edit/cost-lines';
    const read = await send('/decisions/copied/edit/cost-file', { file: { name: 'lines.csv', bytes } });
    expect(read.headers.location).toBe(`${lines}?done=saved`);
    const { body } = await get(lines);
    expect(visibleText(body)).toContain('1 to 50 of 500');
    expect(visibleText(body)).toContain('Suite 500 £376k');
    expect(visibleText((await get(`${lines}?option=minimum&skip=450`)).body)).toContain('451 to 500 of 500');
    expect(await htmlFaults(body)).toEqual([]);
  });

  it('lock weights before scores open, and unlock them only with a reason', async () => {
    const library = `${base}/edit/criteria-library`;
    const offered = [...(await get(library)).body.matchAll(/name="(add:[^"]+)"/gu)].map(
      ([, name]) => name ?? '',
    );
    await post(library, Object.fromEntries(offered.slice(0, 2).map((name) => [name, 'yes'])));
    await save(`${base}/edit/criteria/new`, { name: 'Own criterion', group: 'risk-and-impact' });
    await save(`${base}/edit/assessors/new`, { post: 'Service owner' });
    await save(`${base}/edit/assessors/new`, { post: 'Enterprise architect' });
    expect(visibleText((await get(`${base}/edit/scores/service-owner`)).body)).toContain(
      'Scores open when the weights are locked.',
    );
    const url = `${base}/edit/weights`;
    const lock = { action: 'lock', 'weights.lockedBy': 'Facilitator' };
    const early = await save(url, { ...lock, 'criteria[0].swing': '100' });
    expect(summaryOf(early.body)).toEqual([
      expect.stringMatching(/^Give points to/u),
      'Fix what 0 and 100 look like for “Own criterion” before weights are locked.',
      'Give points to “Own criterion” before weights are locked.',
    ]);
    await post(`${base}/edit/criteria`, {
      seen: String((await getCase(context, 'replace-the-permits-service')).revision),
      action: 'remove:3',
    });
    await save(url, { ...lock, 'criteria[0].swing': '100', 'criteria[1].swing': '60' });
    expect((await document()).weights).toMatchObject({ method: 'swing', lockedBy: 'Facilitator' });
    expect(visibleText((await get(url)).body)).toContain('62.5%');
    const late = await save(`${base}/edit/criteria/1`, { name: 'Another name' });
    expect(summaryOf(late.body)[0]).toContain('Weights are locked');
    expect(summaryOf((await post(url, { reason: ' ' })).body)).toEqual([
      'Fill in “Why they have to change”.',
    ]);
    await post(url, { reason: 'A range was wrong' });
    expect((await document()).weights?.lockedOn).toBeUndefined();
    expect((await listRevisions(context, 'replace-the-permits-service'))[0]?.note).toBe(
      'Weights unlocked: A range was wrong',
    );
    await save(url, lock);
  });

  it('let each assessor score alone, and show others only after the last score', async () => {
    const first = `${base}/edit/scores/service-owner`;
    const second = `${base}/edit/scores/enterprise-architect`;
    const inputs = [...(await get(first)).body.matchAll(/name="(s\.[^"]+)"/gu)].map(([, name]) => name ?? '');
    expect(inputs).toHaveLength(8);
    const all = (score: string, count = inputs.length): Record<string, string> =>
      Object.fromEntries(inputs.slice(0, count).map((name) => [name, score]));
    const wrong = await save(first, { ...all('120', 1) });
    expect(summaryOf(wrong.body)[0]).toContain('write a score from 0 to 100');
    await save(first, all('40 / 60', 3));
    await save(second, all('90'));
    const half = visibleText((await get(first)).body);
    expect(half).toContain('3 of 8');
    expect(half).toContain('once you have given the 5 scores that are missing');
    expect((await get(first)).body).not.toContain('>90<');
    expect(visibleText((await get(`${base}/edit/scores`)).body)).toMatch(
      /Half scored[\s\S]*Scored everything/u,
    );
    await save(first, all('50'));
    const full = visibleText((await get(first)).body);
    expect(full).toContain('What all have scored');
    expect(full).toContain('40 points');
    await save(second, { [inputs[0] ?? '']: '' });
    expect((await document()).scores).toHaveLength(15);
    await save(second, { [inputs[0] ?? '']: '90' });
  });

  it('add a first way to get a component with what it needs, and take both away with the last', async () => {
    const url = `${base}/edit/composition-choices`;
    const way = { component: 'forms', model: 'saas', cost: '5', value: '50' };
    expect(summaryOf((await save(`${url}/new`, way)).body)).toEqual([
      'Fill in “What a point of value of one component is worth, in pounds”.',
    ]);
    await save(`${url}/new`, { ...way, 'composition.pricePerPoint': '1,000' });
    expect((await document()).composition).toMatchObject({
      pricePerPoint: 1000,
      choices: [{ component: 'forms' }],
    });
    await post(url, {
      seen: String((await getCase(context, 'replace-the-permits-service')).revision),
      action: 'remove:1',
    });
    expect((await document()).composition).toBeUndefined();
  });

  it('tell versions by what changed in words, and compare two with their results', async () => {
    const { revision } = await getCase(context, 'replace-the-permits-service');
    await workOutStored(context, 'replace-the-permits-service');
    await save(`${base}/edit/cost-lines/1`, { unitCost: '£300k' });
    await workOutStored(context, 'replace-the-permits-service');
    const versions = visibleText((await get(`${base}/versions`)).body);
    expect(versions).toContain('1 change: Cost lines');
    expect(versions).toContain(
      'Licences: Cost of one, in pounds without VAT: 400,000 / 500,000 / 800,000 → £300,000',
    );
    expect(versions).toContain('Weights unlocked: A range was wrong');
    const compared = await get(`${base}/compare?from=${revision}&to=${revision + 1}`);
    const text = visibleText(compared.body);
    expect(text).toContain('£300,000');
    expect(text).toMatch(/What the method indicates: /u);
    expect(text).toContain('P50');
    expect(await htmlFaults(compared.body)).toEqual([]);
    const other = visibleText((await get(`${base}/compare?other=copied`)).body);
    expect(other).toContain('Software as a service');
    expect(other).toContain('Not worked out yet: Replace the permits service, version 3.');
  });

  it('are whole and valid for every part of a full example', async () => {
    await post('/decisions/new', { example: 'case-management' });
    const full = '/decisions/tideway-case-management';
    const urls = [
      '/decisions',
      full,
      `${full}/versions`,
      `${full}/compare`,
      ...caseParts.flatMap((part) => [
        `${full}/edit/${part.id}`,
        ...(part.kind === 'list' ? [`${full}/edit/${part.id}/new`] : []),
        ...(part.kind === 'list' && part.id !== 'delegations' ? [`${full}/edit/${part.id}/1`] : []),
      ]),
      `${full}/edit/scores/nobody`,
    ];
    for (const url of urls) {
      const { statusCode, body, headers: answered } = await get(url);
      expect([url, statusCode]).toEqual([url, url.endsWith('nobody') ? 404 : 200]);
      if (statusCode !== 200) continue;
      expect([url, await htmlFaults(body)]).toEqual([url, []]);
      expect([url, answered['cache-control'], body.includes('content="noindex"')]).toEqual([
        url,
        'private, no-cache',
        true,
      ]);
      if (url !== '/decisions') expect(visibleText(body)).toContain('OFFICIAL-SENSITIVE COMMERCIAL');
    }
    const file = await get(`${full}/case.yaml`);
    expect(file.headers['cache-control']).toBe('private, no-store');
    expect(file.headers['content-disposition']).toContain(
      'tideway-case-management-version-1-OFFICIAL-SENSITIVE-COMMERCIAL.yaml',
    );
  });

  it('send a form of an example back as it was, and nothing changes', async () => {
    const full = '/decisions/tideway-case-management';
    for (const part of caseParts) {
      if (part.kind === 'own' && !['triage', 'public-interest-test'].includes(part.id)) continue;
      if (part.kind === 'list' && part.id === 'delegations') continue;
      if (part.id === 'criteria') continue;
      const url = part.kind === 'list' ? `${full}/edit/${part.id}/1` : `${full}/edit/${part.id}`;
      const answer = await save(url, {});
      expect([url, answer.headers.location]).toEqual([url, expect.stringMatching(/done=unchanged$/u)]);
    }
    expect(await listRevisions(context, 'tideway-case-management')).toHaveLength(1);
  });
});
