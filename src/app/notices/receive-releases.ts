import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { EvidenceRow } from '../../db/queries/identity.ts';
import type { PackedRelease } from '../../db/queries/releases.ts';
import type { FactsReference } from '../../domain/notices/facts-reference.ts';
import { takeTurns } from '../../lib/take-turns.ts';
import type { ReadRelease } from '../../ocds/reader.ts';
import {
  isRefusal,
  minimiseRead,
  receiveRelease,
  type MinimisedRelease,
  type MinimisedText,
  type ReceivedRelease,
  type Refusal,
} from './read-batch.ts';

/** What the other thread answers for a batch: the packed bodies lie one behind the other in `bodies`. */
export type PackedBatch = {
  notices: { packed: Omit<PackedRelease, 'body'>; bodyLength: number; evidence: EvidenceRow[] }[];
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
 * Prepares releases: leaves personal data out, then hashes and packs them and draws their evidence, the latter on a thread
 * of its own once there are enough to be worth it and a core is free; before that, and whenever the thread fails, in the
 * calling one. The result is the same.
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
  const waiting: PromiseWithResolvers<PackedBatch>[] = [];
  let isReady = false;
  let hasEnded = false;
  worker.on('online', () => (isReady = true));
  worker.on('message', (packed: PackedBatch) => waiting.shift()?.resolve(packed));
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
      const minimised: (MinimisedRelease | Refusal)[] = [];
      const yieldTurn = takeTurns();
      for (const read of batch) {
        minimised.push(minimiseRead(read));
        await yieldTurn();
      }
      if (hasEnded) throw new Error('The thread has ended.');
      const texts = minimised.flatMap((each): MinimisedText[] =>
        isRefusal(each)
          ? []
          : [{ text: each.text, removedContactCount: each.removedContactCount, origin: each.origin }],
      );
      const answer = Promise.withResolvers<PackedBatch>();
      waiting.push(answer);
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of this process, no window
      worker.postMessage(texts);
      return joined(minimised, await answer.promise);
    },
    close: async () => void (await worker.terminate()),
  };
}

function joined(
  minimised: readonly (MinimisedRelease | Refusal)[],
  { notices, bodies }: PackedBatch,
): (ReceivedRelease | Refusal)[] {
  let next = 0;
  let start = 0;
  return minimised.map((each) => {
    if (isRefusal(each)) return each;
    const notice = notices[next];
    if (notice === undefined)
      throw new Error('The thread has answered for fewer releases than it was given.');
    next += 1;
    const body = Buffer.from(bodies.buffer, start, notice.bodyLength);
    start += notice.bodyLength;
    return { release: each.release, packed: { ...notice.packed, body }, evidence: notice.evidence };
  });
}
