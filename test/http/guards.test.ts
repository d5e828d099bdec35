import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { listen } from '../../src/server.ts';
import { testApp } from '../support/app.ts';

describe('requests from elsewhere', () => {
  const app = testApp();
  const ask = (headers: Record<string, string>, method: 'GET' | 'POST' = 'GET') =>
    app.inject({ method, url: '/api/v1/openapi.json', headers });

  test.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', '127.0.0.2'])(
    '%s is a name of this machine',
    async (host) => {
      expect((await ask({ host })).statusCode).toBe(200);
    },
  );

  test.each([
    'evil.example',
    'localhost.evil.example',
    'evil.example:3000',
    '10.0.0.1',
    'localhost@evil.example',
  ])('a request under the name "%s" is refused', async (host) => {
    expect((await ask({ host })).statusCode).toBe(403);
  });

  test("a page of another site can neither read nor send; the service's own can", async () => {
    const host = 'localhost:3000';
    for (const origin of [
      'https://evil.example',
      'http://localhost:4000',
      'https://localhost:3000',
      'null',
    ]) {
      expect((await ask({ host, origin })).statusCode).toBe(403);
      expect((await ask({ host, origin }, 'POST')).json()).toMatchObject({
        status: 403,
        detail: expect.stringContaining('another site'),
      });
    }
    expect((await ask({ host, origin: 'http://localhost:3000' })).statusCode).toBe(200);
  });
});

test('every answer carries the headers that keep a browser safe, refusals too', async () => {
  const app = testApp();
  for (const url of ['/api/v1/openapi.json', '/nothing-here', '/api/v1/nothing']) {
    const { headers } = await app.inject(url);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers['x-content-type-options']).toBe('nosniff');
  }
});

describe('failures', () => {
  test('are problems below /api and pages elsewhere', async () => {
    const app = testApp();
    expect((await app.inject('/api/v2/x')).headers['content-type']).toMatch(
      /^(application\/problem\+json|text\/html)/,
    );
    expect((await app.inject('/api/v1/x')).headers['content-type']).toMatch(/^application\/problem\+json/);
    expect((await app.inject('/nothing-here')).headers['content-type']).toMatch(/^text\/html/);
  });

  test('of the database are told by /health, and a page says so too', async () => {
    const app = testApp();
    expect((await app.inject('/health')).json()).toMatchObject({
      status: 503,
      title: 'The database cannot be used',
    });
    expect((await app.inject('/contracts')).statusCode).toBe(503);
  });
});

test('until everything is prepared, pages and API ask to be tried again', async () => {
  let sentence: string | null = 'The database is being filled.';
  const app = testApp({ preparing: () => sentence });
  const page = await app.inject('/contracts');
  expect({
    status: page.statusCode,
    retry: page.headers['retry-after'],
    refresh: page.headers['refresh'],
  }).toEqual({ status: 503, retry: '2', refresh: '2' });
  expect(page.body).toContain('The database is being filled.');
  expect((await app.inject('/api/v1/openapi.json')).json()).toMatchObject({
    status: 503,
    detail: 'The database is being filled.',
  });
  sentence = null;
  expect((await app.inject('/api/v1/openapi.json')).statusCode).toBe(200);
});

describe('listening', () => {
  test('answers on 127.0.0.1, and on ::1 where the machine has it', async () => {
    const app = testApp();
    const address = await listen(app, { host: '127.0.0.1', port: 0 });
    expect(address).toMatch(/^http:\/\/localhost:\d+$/);
    const answers = await Promise.all(
      ['127.0.0.1', '[::1]'].map((name) =>
        fetch(`${address.replace('localhost', name)}/api/v1/openapi.json`).then(
          (answer) => answer.status,
          () => null,
        ),
      ),
    );
    expect(answers[0]).toBe(200);
    expect([200, null]).toContain(answers[1]);
    const long = await fetch(`${address}/api/v1/contracts/find?q=${encodeURIComponent('é'.repeat(10_000))}`);
    expect(await long.json()).toMatchObject({
      status: 400,
      fields: { q: expect.stringContaining('at most') },
    });
    await app.close();
  });

  test('on a port that is taken is refused with what to do', async () => {
    const other = createServer();
    const port = await new Promise<number>((resolve) => {
      other.listen(0, '127.0.0.1', () => resolve(portOf(other.address())));
    });
    const app = testApp();
    await expect(listen(app, { host: '127.0.0.1', port })).rejects.toMatchObject({
      code: 'machine-resource',
      message: `Port ${port} is in use by another program. Stop that program, or choose another port: PORT=${port + 1} npm start.`,
    });
    await app.close();
    other.close();
  });
});

function portOf(address: string | AddressInfo | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}
