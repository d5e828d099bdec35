import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { EvidenceRow } from '../../db/queries/identity.ts';
import type { PackedRelease } from '../../db/queries/releases.ts';
import type { FactsReference } from '../../domain/notices/facts-reference.ts';
import { isObject, type JsonObject } from '../../lib/json.ts';
import type { ReadRelease } from '../../ocds/reader.ts';
import { isRefusal, receiveRelease, type ReceivedRelease, type Refusal } from './read-batch.ts';

/** A release as the other thread prepared it; its body lies in `bodies` of the batch, in order. */
export type PreparedRelease = {
  packed: Omit<PackedRelease, 'body'>;
  bodyLength: number;
  /** The minimised release. */
  text: string;
  evidence: EvidenceRow[];
};

/** What the other thread answers for a batch. */
export type PreparedBatch = {
  releases: (PreparedRelease | Refusal)[];
  bodies: Uint8Array<ArrayBuffer>;
};

/** Prepares releases for storing, batch by batch. */
export type Receiver = {
  /** What became of each release, in the order given. */
  receive(batch: readonly ReadRelease[]): Promise<(ReceivedRelease | Refusal)[]>;
  close(): Promise<void>;
};

/** A file smaller than this is prepared sooner than a thread is started. */
const leastForThread = 400;

/**
 * Prepares releases (personal data out, hashed, packed, evidence drawn) on a thread of its own once there are enough to
 * be worth it and a core is free; before that, and whenever the thread fails, in the calling one. The result is the same.
 *
 * @example const receiver = openReceiver(reference); const received = await receiver.receive(batch); await receiver.close();
 */
export function openReceiver(reference: FactsReference): Receiver {
  const here = (batch: readonly ReadRelease[]): (ReceivedRelease | Refusal)[] =>
    batch.map((read) => receiveRelease(read, reference));
  let seen = 0;
  let thread: ReceiverThread | null = null;
  return {
    async receive(batch) {
      seen += batch.length;
      if (thread === null && seen > leastForThread && availableParallelism() > 1)
        thread = startThread(reference);
      if (thread === null || !thread.isReady()) return here(batch);
      return thread.prepare(batch).catch(() => here(batch));
    },
    close: async () => thread?.close(),
  };
}

/** A thread that prepares releases. */
export type ReceiverThread = {
  isReady(): boolean;
  /** Fails where the thread has ended; nothing of the batch was prepared then. */
  prepare(batch: readonly ReadRelease[]): Promise<(ReceivedRelease | Refusal)[]>;
  close(): Promise<void>;
};

/**
 * Starts the thread. It is ready a fraction of a second later; what it is given before then waits.
 *
 * @example const thread = startThread(reference); await thread.prepare(batch); await thread.close();
 */
export function startThread(reference: FactsReference): ReceiverThread {
  const worker = new Worker(new URL('./receive-worker.ts', import.meta.url), { workerData: reference });
  const waiting: PromiseWithResolvers<PreparedBatch>[] = [];
  let isReady = false;
  let hasEnded = false;
  worker.on('online', () => (isReady = true));
  worker.on('message', (prepared: PreparedBatch) => waiting.shift()?.resolve(prepared));
  const fail = (cause: unknown): void => {
    isReady = false;
    hasEnded = true;
    for (const each of waiting.splice(0)) each.reject(new Error('The thread has ended.', { cause }));
  };
  worker.on('error', fail);
  worker.on('exit', fail);
  return {
    isReady: () => isReady,
    prepare: async (batch) => {
      if (hasEnded) throw new Error('The thread has ended.');
      const answer = Promise.withResolvers<PreparedBatch>();
      waiting.push(answer);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of this process, no window
      worker.postMessage(batch.map(({ text, origin, shape }) => ({ text, origin, shape })));
      return unpack(await answer.promise, batch);
    },
    close: async () => void (await worker.terminate()),
  };
}

function unpack(
  { releases, bodies }: PreparedBatch,
  batch: readonly ReadRelease[],
): (ReceivedRelease | Refusal)[] {
  let end = 0;
  return releases.map((prepared, index) => {
    if (isRefusal(prepared)) return prepared;
    const start = end;
    end += prepared.bodyLength;
    const { packed, text, evidence } = prepared;
    const body = Buffer.from(bodies.buffer, start, prepared.bodyLength);
    return { release: parsed(text, batch[index]), text, evidence, packed: { ...packed, body } };
  });
}

/** What was read, where nothing had to be left out of it. */
function parsed(text: string, read: ReadRelease | undefined): JsonObject {
  if (read?.text === text) return read.release;
  const release: unknown = JSON.parse(text);
  return isObject(release) ? release : {};
}
