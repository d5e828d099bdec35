import fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { boatOperations } from '../../test/support/sample-operations.ts';
import { testContext } from '../../test/support/context.ts';
import { registerApi } from './register-api.ts';

const app = fastify();
registerApi(app, { operations: boatOperations, version: '1.2.3', context: () => testContext() });
const get = (path: string, headers: Record<string, string> = {}) =>
  app.inject({ url: `/api/v1${path}`, headers });

describe('a read', () => {
  test('is a GET whose query becomes the input, with lists repeated', async () => {
    const answer = await get('/boats/find?harbour=Hull&harbour=Conwy&limit=5&afloat=no&sailType=gaff,lug');
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(answer.json()).toMatchObject({
      asked: { harbour: ['Hull', 'Conwy'], limit: 5, afloat: false, sailType: ['gaff', 'lug'] },
    });
  });

  test('costs no body where the client still has the answer', async () => {
    const first = await get('/boats/find');
    const tag = String(first.headers.etag);
    expect((await get('/boats/find', { 'if-none-match': tag })).statusCode).toBe(304);
    expect((await get('/boats/find?limit=5', { 'if-none-match': tag })).statusCode).toBe(200);
  });
});

describe('a refusal', () => {
  test.each([
    [
      '/boats/find?limt=5',
      400,
      'boats.find has no input called "limt". Did you mean "limit"? It takes: name, harbour, sailType, limit, afloat.',
      { limt: 'Not known.' },
    ],
    ['/boats/find?limit=five', 400, 'boats.find refused "limit".', { limit: 'Must be a number.' }],
    [
      '/boats/find?limit=1&limit=2',
      400,
      'boats.find takes "limit" once, and it was given more than once.',
      { limit: 'Give it once.' },
    ],
    ['/boats/find?name=missing', 404, 'No boat is called missing. Look for another.', undefined],
    [
      '/boats/export?format=pdf',
      400,
      'There is no format "pdf". The formats are: jsonl, csv, xlsx.',
      { format: 'Must be one of: jsonl, csv, xlsx.' },
    ],
    [
      '/boats/fnd',
      404,
      'There is nothing at this path. Did you mean /api/v1/boats/find? /api/v1/openapi.json describes everything there is.',
      undefined,
    ],
    ['/boats/launch', 405, 'boats.launch is asked for with POST, not GET.', undefined],
  ])('of %s is a problem with its status and a sentence', async (path, status, detail, fields) => {
    const answer = await get(path);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toMatchObject({
      status,
      detail,
      instance: `/api/v1${path.split('?')[0] ?? ''}`,
      ...(fields && { fields }),
    });
  });

  test.each([
    ['GET', '/boats/launch', 'POST'],
    ['DELETE', '/boats/find', 'GET, HEAD'],
    ['POST', '/openapi.json', 'GET, HEAD'],
  ] as const)('of another method names the one that there is: %s %s', async (method, path, allow) => {
    const answer = await app.inject({ method, url: `/api/v1${path}` });
    expect([answer.statusCode, answer.headers['allow']]).toEqual([405, allow]);
    expect(answer.json()).toMatchObject({ type: 'urn:digital-sourcing:error:wrong-method', status: 405 });
  });

  test('of a fault says nothing of its inside', async () => {
    const answer = await get('/boats/find?name=bug');
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('hull');
  });
});

test('an operation of the command line only does not exist here', async () => {
  expect((await get('/boats/log?files=/etc/passwd')).statusCode).toBe(404);
});

describe('a write', () => {
  const post = (payload: string, type = 'application/json') =>
    app.inject({ method: 'POST', url: '/api/v1/boats/launch', payload, headers: { 'content-type': type } });

  test('takes a JSON body whose values have their types', async () => {
    expect((await post('{"name":"Mari"}')).json()).toEqual({ name: 'Mari', isAfloat: true });
    expect((await post('{"name":5}')).json()).toMatchObject({
      status: 400,
      fields: { name: 'Must be a text.' },
    });
    expect((await post('{"nam":"Mari"}')).json()).toMatchObject({
      status: 400,
      fields: { nam: 'Not known.' },
    });
    expect((await post('[]')).json()).toMatchObject({ status: 400 });
  });

  test('whose body cannot be read is refused with a sentence', async () => {
    expect((await post('{"name"')).json()).toMatchObject({ status: 400, title: 'The request is not valid' });
    expect((await post('name=Mari', 'text/plain')).json()).toMatchObject({ status: 400 });
    expect((await post(JSON.stringify({ name: 'x'.repeat(1_100_000) }))).json()).toMatchObject({
      status: 400,
    });
  });
});

describe('a stream', () => {
  test('comes as JSON Lines, CSV or Excel, as a download', async () => {
    const lines = await get('/boats/export');
    expect(lines.headers['content-type']).toBe('application/jsonl; charset=utf-8');
    expect(lines.body).toBe('{"name":"Boat 0","metres":0}\n{"name":"Boat 1","metres":1}\n');
    const csv = await get('/boats/export?format=csv');
    expect(csv.headers['content-disposition']).toBe('attachment; filename="boats-export.csv"');
    expect(csv.body).toBe('name,metres\r\nBoat 0,0\r\nBoat 1,1\r\n');
    expect((await get('/boats/export?format=xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
  });

  test('that fails before its first row is refused', async () => {
    expect((await get('/boats/export?fail=0')).json()).toMatchObject({
      status: 503,
      detail: 'The harbour has gone. Try again.',
    });
    expect((await get('/boats/export?fail=0&format=xlsx')).statusCode).toBe(503);
  });

  test('that fails after some rows ends with a line that says so', async () => {
    const lines = (await get('/boats/export?fail=1')).body.trim().split('\n');
    expect(lines).toHaveLength(2);
    expect(JSON.parse(lines[1] ?? '')).toMatchObject({
      problem: { status: 503, detail: 'The harbour has gone. Try again.' },
    });
    expect((await get('/boats/export?fail=1&format=csv')).body).toContain('"{""problem"":');
  });
});

test('the description names every operation of the API, its inputs and its form', async () => {
  const description = (await get('/openapi.json')).json();
  expect(description).toMatchObject({ openapi: '3.1.0', info: { version: '1.2.3' } });
  expect(Object.keys(description.paths)).toEqual(['/boats/find', '/boats/export', '/boats/launch']);
  expect(description.paths['/boats/find'].get.parameters[2]).toEqual({
    name: 'sailType',
    in: 'query',
    required: false,
    description: 'Rigs',
    schema: { default: [], type: 'array', items: { type: 'string', enum: ['gaff', 'lug'] } },
    style: 'form',
    explode: true,
  });
  expect(Object.keys(description.paths['/boats/launch'])).toEqual(['post']);
});
