import { describe, expect, it } from 'vitest';
import { runOnThread } from './run-on-thread.ts';

const { signal } = new AbortController();
const entry = (code: string): URL => new URL(`data:text/javascript,${encodeURIComponent(code)}`);

describe('a thread of its own', () => {
  it('answers what it was asked, and tells how far it is', async () => {
    const told: number[] = [];
    const code = `
      import { parentPort, workerData } from 'node:worker_threads';
      parentPort.postMessage({ done: 1 });
      parentPort.postMessage({ answer: workerData.one + 1 });`;
    const onProgress = (done: number): void => void told.push(done);
    expect(await runOnThread(entry(code), { one: 1 }, { signal, onProgress })).toBe(2);
    expect(told).toEqual([1]);
  });

  it.each([
    ['that throws', 'throw new Error("gone");', 'The thread has failed'],
    ['that ends without a word', 'process.exit(0);', 'ended without an answer'],
  ])('%s fails here', async (_, code, message) => {
    await expect(runOnThread(entry(code), null, { signal })).rejects.toThrow(message);
  });

  it('that never ends is stopped', async () => {
    const stop = new AbortController();
    const asked = runOnThread(entry('while (true);'), null, { signal: stop.signal });
    stop.abort();
    await expect(asked).rejects.toThrow('aborted');
  });
});
