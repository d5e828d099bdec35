import { request as ask } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingestReleases } from '../../src/app/notices/ingest-releases.ts';
import { actRelease, readOf } from '../factories/release.ts';
import { testApp } from '../support/app.ts';
import { testContext } from '../support/context.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { snapshot } from '../support/snapshot.ts';

/** The service as it listens, on a few contracts: what `inject` would tidy up before it arrives comes here as sent. */
let app: FastifyInstance;
let database: TestDatabase;
let port: number;
let held: string[];

beforeAll(async () => {
  database = await openTestDatabase('embedded');
  await ingestReleases(testContext({ register: database.register }), {
    inputs: ['test.jsonl'],
    read: () => releases(),
    total: null,
  });
  held = await snapshot(database.register);
  app = testApp({ register: database.register });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const [address] = app.addresses();
  port = typeof address === 'object' ? address.port : 0;
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

async function* releases(): AsyncGenerator<ReturnType<typeof readOf>> {
  for (const number of [1, 2, 3])
    yield await Promise.resolve(readOf(actRelease({ ocid: `ocds-h6vhtk-00000${number}`, id: `00000${number}-2026` })));
} // prettier-ignore

type Sent = { method?: string; headers?: Record<string, string>; body?: string | Buffer };
type Answered = { status: number; type: string; text: string };

/** Sends a path as it is written. */
function send(path: string, { method = 'GET', headers = {}, body = '' }: Sent = {}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const sending = ask({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', text }),
      );
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

/** A page or a problem, without anything of the program's inside. */
function expectHelp({ status, type, text }: Answered): void {
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(type).toMatch(/^(text\/html|application\/problem\+json)/);
  expect(text).not.toMatch(/node_modules|FST_ERR|\.ts:\d|syntax error|invalid byte/);
}

const api = '/api/v1';
const long = 'x'.repeat(10_000);
const refused: [string, string, RegExp][] = [
  ['a search of 10,000 characters', `${api}/contracts/find?q=${long}`, /at most 500 characters\. Use fewer words\./],
  ['a search of 10,000 characters', `/contracts?q=${long}`, /at most 500 characters|Use fewer words/],
  ['a search of 10,000 characters', `/buyers?q=${long}`, /characters|words/],
  ['a search of 10,000 characters', `/suppliers?q=${long}`, /characters|words/],
  ['a search of nothing but signs', `${api}/contracts/find?q=---`, /Use a word that says what is bought/],
  ['an unknown parameter', `${api}/contracts/find?statuss=live`, /Did you mean \\"status\\"\?/],
  ['an unknown parameter', '/contracts?statuss=live', /Did you mean “status”\?/],
  ['an unknown value of a facet', `${api}/contracts/find?route=teleport`, /Must be one of: /],
  ['an unknown value of a facet', '/contracts?regime=roman-law', /Must be one of/],
  ['a cursor that is none', `${api}/contracts/find?cursor=nonsense`, /Start again from the first page/],
  ['a cursor that is none', `${api}/notices/changes?cursor=%22`, /Start again from the first page/],
  ['a cursor of 100,000 characters', `${api}/buyers/find?cursor=${'x'.repeat(100_000)}`, /cursor/],
  ['a huge limit', `${api}/contracts/find?limit=99999999999`, /Must be at most 100\./],
  ['a limit below one', `${api}/suppliers/find?limit=-1`, /Must be at least 1\./],
  ['a limit that is no number', `${api}/contracts/find?limit=1e9999`, /limit/],
  ['a parameter given twice', `${api}/contracts/find?limit=1&limit=2`, /Give it once\./],
  ['a parameter given twice', '/contracts?q=a&q=b', /once/],
  ['a name that every object has', '/contracts?__proto__=1', /./],
  ['a name that every object has', `${api}/contracts/find?constructor=1`, /no input called \\"constructor\\"/],
  ['a year beyond all years', '/contracts?year=99999999999999999999', /./],
  ['an unknown format', `${api}/contracts/export?format=exe`, /The formats are: jsonl, csv, xlsx\./],
  ['a path out of the assets', '/assets/../../package.json', /not found/i],
  ['a path out of the assets', '/assets/..%2f..%2fpackage.json', /not found/i],
  ['a path out of the assets', '/assets/x/..%2f..%2f..%2f..%2fpackage.json', /not found/i],
  ['a path out of the assets', '/assets/%2e%2e/%2e%2e/package.json', /not found/i],
  ['a path out of the assets', '/assets/x//etc/passwd', /not found/i],
  ['percent signs that encode nothing', '/contracts/%E0%A4%A', /address/],
  ['percent signs that encode nothing', '/%ff%fe', /address/],
  ['percent signs that encode nothing', `${api}/%zz`, /address/],
  ['an address of thousands of parts', `/${'a/'.repeat(5000)}`, /not found/i],
  ['an id of thousands of characters', `/contracts/${'x'.repeat(3000)}`, /address/],
  ['a NUL in a search', '/buyers?q=%00', /NUL/],
  ['a NUL in an id', '/contracts/%00', /NUL/],
  ['a NUL in an id', '/processes/a%00/compiled.json', /NUL/],
  ['a NUL in a filter', `${api}/contracts/find?buyer=a%00b`, /NUL/],
  ['a NUL in a filter', `${api}/contracts/export?framework=%00`, /NUL/],
  ['an unknown operation', `${api}/contracts/drop`, /./],
]; // prettier-ignore

describe('a request that cannot be answered', () => {
  it.each(refused)('%s gets a page or a problem that helps: %s', async (_, path, help) => {
    const answer = await send(path);
    expectHelp(answer);
    expect(answer.text).toMatch(help);
  });

  it('a cursor of another list, and one that was changed, send back to the first page', async () => {
    const first = await send(`${api}/contracts/find?limit=1&sort=newest`);
    const cursor = encodeURIComponent(/"next":"([^"]+)"/.exec(first.text)?.[1] ?? '');
    expect(cursor).not.toBe('');
    expect((await send(`${api}/contracts/find?limit=1&sort=newest&cursor=${cursor}`)).status).toBe(200);
    for (const path of [
      `${api}/contracts/find?limit=1&sort=value&cursor=${cursor}`,
      `${api}/contracts/find?limit=1&sort=newest&q=housing&cursor=${cursor}`,
      `${api}/contracts/find?limit=1&sort=newest&cursor=${cursor}x`,
      `${api}/buyers/find?cursor=${cursor}`,
      `${api}/notices/changes?cursor=${cursor}`,
      `/contracts?q=housing&cursor=${cursor}`,
      `/suppliers?cursor=${cursor}`,
    ]) {
      const answer = await send(path);
      expectHelp(answer);
      expect(answer.text).toMatch(/Start again from the first page/);
    }
  });

  it.each([
    ['a Host that is not this machine', '/', { headers: { host: 'evil.example' } }, 403],
    ['a page of another site', '/corrections', { method: 'POST', headers: { origin: 'https://evil.example', 'content-type': 'application/x-www-form-urlencoded' }, body: 'page=/&message=Planted' }, 403],
    ['a form of 1 MB', '/corrections', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: `message=${'x'.repeat(1_000_000)}` }, 400],
    ['a body of more than 1 MB', `${api}/data/report-correction`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"message":"${'x'.repeat(1_100_000)}"}` }, 400],
    ['a body that is no JSON', `${api}/data/report-correction`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{bad' }, 400],
    ['a body that is a list', `${api}/data/report-correction`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '[]' }, 400],
    ['a body with __proto__', `${api}/data/report-correction`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"__proto__":{"page":"/"}}' }, 400],
    ['a body of another type', `${api}/data/report-correction`, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: 'hello' }, 400],
    ['a NUL in a body', `${api}/data/report-correction`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: String.raw`{"page":"/data\u0000","message":"The year 2024\u0000 is missing."}` }, 400],
    ['a NUL in a form', '/corrections', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'page=/data%00&message=The+year+2024%00+is+missing.' }, 400],
    ['a body nested without end', `${api}/data/report-correction`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: `{"page":${'['.repeat(400_000)}${']'.repeat(400_000)}}` }, 400],
    ['another method', '/contracts', { method: 'DELETE' }, 404],
    ['another method', `${api}/contracts/find`, { method: 'PUT' }, 405],
  ] as [string, string, Sent, number][])('%s is refused: %s', async (_, path, sent, status) => {
    const answer = await send(path, sent);
    expectHelp(answer);
    expect(answer.status).toBe(status);
  }); // prettier-ignore
});

it('SQL, HTML and the signs of search languages are words like any other', async () => {
  for (const typed of [
    `'; drop table contract; --`,
    `housing' or 1=1 --`,
    `"><script>alert(1)</script>`,
    `housing:* & !system | (x`,
    '"unclosed',
    '\u{1f600} housing \u202e',
    '-housing -system -x',
    String.raw`\housing\ %_`,
  ]) {
    const q = encodeURIComponent(typed);
    for (const path of [`${api}/contracts/find?q=${q}`, `/contracts?q=${q}`, `/buyers?q=${q}`, `/suppliers?q=${q}`]) {
      const { status, text } = await send(path);
      expect([200, 400]).toContain(status);
      expect(text).not.toContain('<script>alert');
    }
  }
  expect(await snapshot(database.register)).toEqual(held);
}); // prettier-ignore
