import { describe, expect, it } from 'vitest';
import type { ReadRelease } from '../../ocds/reader.ts';
import { readReleases, streamInput } from '../../ocds/reader.ts';
import { generateReleases } from '../../sample/generate-releases.ts';
import { authoredReference } from '../../../test/factories/reference.ts';
import { isRefusal, receiveRelease, type ReceivedRelease, type Refusal } from './read-batch.ts';
import { computeHere, openReceiver, startThread } from './receive-releases.ts';

const reference = authoredReference();

const strange = [
  '{"ocid":"ocds-h6vhtk-1","id":"a","date":"2026-01-02","awards":[{"id":"1","value":{"amount":1e9999,"currency":"GBP"}}]}',
  '{"ocid":"ocds-h6vhtk-2","id":7,"tender":{"title":"Caf\\u00e9 \\u2028 \\ud83d\\ude00","description":"mail anna@example.org"}}',
  '{"ocid":"ocds-h6vhtk-3","date":"0001-01-01","buyer":{"id":"b","contactPoint":{"email":"a@example.org"}}}',
];

async function releases(): Promise<ReadRelease[]> {
  const lines = [
    ...strange,
    ...generateReleases({ processes: 300, seed: 11, asOf: '2026-11-01' }),
    ...strange,
  ];
  const bytes = async function* (): AsyncGenerator<Uint8Array> {
    yield Buffer.from(lines.join('\n'));
  };
  const read: ReadRelease[] = [];
  for await (const each of readReleases([streamInput('lines', bytes)], () => undefined)) read.push(each);
  // The reader would have reported it.
  const homeless: ReadRelease = {
    release: { id: 'no process' },
    text: '{"id":"no process"}',
    origin: { input: 'lines', line: 1 },
    repairs: [],
    shape: 'release',
  };
  return [homeless, ...read, homeless];
}

function isReceived(received: ReceivedRelease | Refusal): received is ReceivedRelease {
  return !isRefusal(received);
}

/** Where the thread keeps it is nobody else's concern. */
function withoutPlace(received: ReceivedRelease | Refusal): object {
  return { ...received, kept: null };
}

describe('releases prepared on a thread of their own', () => {
  it('are what they are when prepared here, refusals included, in the same order', async () => {
    const batch = await releases();
    const thread = startThread(reference);
    const prepared = await thread.receive(batch);
    await thread.close();
    const here = batch.map((read) => receiveRelease(read, reference));
    expect(prepared.map(withoutPlace)).toEqual(here.map(withoutPlace));
    expect(prepared.filter(isRefusal)).toHaveLength(2);
    expect(prepared.length).toBeGreaterThan(400);
  });

  it('are computed there as here, from what the thread keeps and from texts', async () => {
    const thread = startThread(reference);
    const received = (await thread.receive(await releases())).filter(isReceived);
    const gathered = [...Map.groupBy(received, ({ packed }) => packed.ocid).values()];
    const half = gathered.map((group, index) =>
      index % 2 === 0 ? group : group.map(({ release }) => ({ text: JSON.stringify(release) })),
    );
    const computed = await thread.compute(half);
    expect(computed).toEqual(await computeHere(gathered, reference));
    expect(computed.length).toBeGreaterThan(200);
    expect(computed.some(({ facts }) => facts !== null)).toBe(true);
    await thread.close();
  });

  it('are computed here where the thread has let go of them', async () => {
    const batch = await releases();
    const receiver = openReceiver(reference);
    await receiver.receive(batch);
    const received = (await receiver.receive(batch)).filter(isReceived);
    for (let turn = 0; turn < 4; turn += 1) await receiver.receive(batch.slice(0, 2));
    const gathered = received.slice(0, 5).map((one) => [one]);
    expect(await receiver.compute(gathered)).toEqual(await computeHere(gathered, reference));
    await receiver.close();
  });

  it('are not lost when the thread ends: the caller is told, and a receiver prepares them itself', async () => {
    const batch = await releases();
    const thread = startThread(reference);
    const asked = thread.receive(batch);
    await thread.close();
    await expect(asked).rejects.toThrow('ended');
    await expect(thread.receive(batch)).rejects.toThrow('ended');
    const receiver = openReceiver(reference);
    expect(await receiver.receive(batch)).toHaveLength(batch.length);
    await expect(thread.compute([[]])).rejects.toThrow('ended');
    await receiver.close();
  });
});
