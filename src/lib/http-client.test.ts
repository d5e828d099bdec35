import { createServer } from 'node:http';
import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, test } from 'vitest';
import { createHttpClient, NoAnswer } from './http-client.ts';

const never = new AbortController().signal;
const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

async function serve(answer: (response: ServerResponse) => void): Promise<string> {
  const server = createServer((_, response) => answer(response));
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const bound = server.address();
  return `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? String(bound.port) : ''}/`;
}

describe('the HTTP client', () => {
  const client = createHttpClient('test', { idleMs: 100, totalMs: 400, maxBytes: 1000 });

  test('gives any status with its headers and bytes', async () => {
    const url = await serve((response) => response.writeHead(429, { 'retry-after': '9' }).end('Wait'));
    const answer = await client(url, never);
    expect(answer).toMatchObject({ status: 429, bytes: Buffer.from('Wait') });
    expect(answer.header('retry-after')).toBe('9');
    expect(answer.header('x-none')).toBeNull();
  });

  test('gives up on silence, on an answer without end, on a cut connection and on an oversized one', async () => {
    const cases: [(response: ServerResponse) => void, RegExp][] = [
      [() => undefined, /nothing came for 0.1 s/],
      [(response) => void closing.push(dripInto(response)), /no whole answer within 0.4 s/],
      [
        (response) =>
          response.writeHead(200, { 'content-length': '50' }).write('a', () => response.destroy()),
        /./,
      ],
      [(response) => response.end('a'.repeat(2000)), /larger than 1000 bytes/],
    ];
    for (const [answer, words] of cases) {
      const asked = client(await serve(answer), never);
      await expect(asked).rejects.toBeInstanceOf(NoAnswer);
      await expect(asked).rejects.toThrow(words);
    }
  });

  test('says why nobody answers', async () => {
    await expect(client('http://127.0.0.1:1/', never)).rejects.toThrow(/ECONNREFUSED|bad port/);
  });

  test('an interruption is an interruption, not a failure of the server', async () => {
    const stop = new AbortController();
    const asked = client(await serve(() => stop.abort()), stop.signal);
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});

function dripInto(response: ServerResponse): () => void {
  const drip = setInterval(() => response.write('a'), 20);
  return () => clearInterval(drip);
}
