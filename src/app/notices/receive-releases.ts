import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { EvidenceRow } from '../../db/queries/identity.ts';
import type { PackedRelease } from '../../db/queries/releases.ts';
import { parseObject, type JsonObject } from '../../lib/json.ts';
import { takeTurns } from '../../lib/take-turns.ts';
import type { ReadRelease } from '../../ocds/reader.ts';
import { computeProcess, type ComputedProcess, type ComputeReference } from './compute-process.ts';
import {
  isRefusal,
  minimiseRead,
  receiveRelease,
  type KeptPlace,
  type MinimisedRelease,
  type MinimisedText,
  type ReceivedRelease,
  type Refusal,
} from './read-batch.ts';

/** A release of a process that is to be computed: as received just now, or its stored text. */
export type GatheredRelease = Pick<ReceivedRelease, 'release' | 'kept'> | { text: string };

/** What the other thread is asked: to pack a batch, or to compute processes from their releases in the order of merging. */
export type Question =
  { batch: number; texts: readonly MinimisedText[] } | { processes: readonly (readonly GatheredText[])[] };
/** A release as the other thread finds it: the text, or where it has it. */
export type GatheredText = string | KeptPlace;
/** What it answers, in the order in which it was asked. */
export type Answer = { packed: PackedBatch } | { computed: ComputedProcess[] } | { failed: string };

/** A batch as packed: the bodies lie one behind the other in `bodies`. */
export type PackedBatch = {
  notices: { packed: Omit<PackedRelease, 'body'>; bodyLength: number; evidence: EvidenceRow[] }[];
  bodies: Uint8Array<ArrayBuffer>;
};

/** Prepares releases for storing, batch by batch, and computes processes. */
export type Receiver = {
  /** What became of each release, in the order given. */
  receive(batch: readonly ReadRelease[]): Promise<(ReceivedRelease | Refusal)[]>;
  /** Each process from all its releases, in the order of merging. */
  compute(processes: readonly (readonly GatheredRelease[])[]): Promise<ComputedProcess[]>;
  close(): Promise<void>;
};

/** A file smaller than this is prepared sooner than a thread is started. */
const leastForThread = 400;

/**
 * Prepares releases (leaves personal data out, hashes and packs them, draws their evidence) and computes processes. All but
 * the first happens on a thread of its own once there are enough to be worth it and a core is free, so that the calling one
 * has nothing to do but answer the database; before that, and whenever the thread fails, in the calling one. The result is
 * the same.
 *
 * @example const receiver = openReceiver(reference); const received = await receiver.receive(batch); await receiver.close();
 */
export function openReceiver(reference: ComputeReference): Receiver {
  const here = (batch: readonly ReadRelease[]): (ReceivedRelease | Refusal)[] =>
    batch.map((read) => receiveRelease(read, reference));
  let seen = 0;
  let thread: ReceiverThread | null = null;
  const readyThread = (): ReceiverThread | null => (thread?.isReady() === true ? thread : null);
  return {
    async receive(batch) {
      seen += batch.length;
      if (thread === null && seen > leastForThread && availableParallelism() > 1)
        thread = startThread(reference);
      return (
        readyThread()
          ?.receive(batch)
          .catch(() => here(batch)) ?? here(batch)
      );
    },
    async compute(processes) {
      const there = readyThread()
        ?.compute(processes)
        .catch(() => computeHere(processes, reference));
      return there ?? computeHere(processes, reference);
    },
    close: async () => thread?.close(),
  };
}

/** Computes processes in the calling thread; others have their turn between them. */
export async function computeHere(
  processes: readonly (readonly GatheredRelease[])[],
  reference: ComputeReference,
): Promise<ComputedProcess[]> {
  const computed: ComputedProcess[] = [];
  const yieldTurn = takeTurns();
  for (const releases of processes) {
    computed.push(computeProcess(releases.map(releaseOf), reference));
    await yieldTurn();
  }
  return computed;
}

function releaseOf(gathered: GatheredRelease): JsonObject {
  return 'text' in gathered ? parseObject(gathered.text) : gathered.release;
}

/** A thread that prepares releases and computes processes. */
export type ReceiverThread = Receiver & { isReady(): boolean };

/**
 * Starts the thread. It is ready a fraction of a second later; what it is given before then waits. A question fails
 * where it has ended or can't answer; nothing was done then.
 *
 * @example const thread = startThread(reference); await thread.receive(batch); await thread.close();
 */
export function startThread(reference: ComputeReference): ReceiverThread {
  const worker = new Worker(new URL('./receive-worker.ts', import.meta.url), { workerData: reference });
  const waiting: PromiseWithResolvers<Answer>[] = [];
  let batches = 0;
  let isReady = false;
  let hasEnded = false;
  worker.on('online', () => (isReady = true));
  worker.on('message', (answer: Answer) => waiting.shift()?.resolve(answer));
  const fail = (cause: unknown): void => {
    isReady = false;
    hasEnded = true;
    for (const each of waiting.splice(0)) each.reject(new Error('The thread has ended.', { cause }));
  };
  worker.on('error', fail);
  worker.on('exit', fail);
  const ask = async (question: Question): Promise<Answer> => {
    if (hasEnded) throw new Error('The thread has ended.');
    const answer = Promise.withResolvers<Answer>();
    waiting.push(answer);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread of this process, no window
    worker.postMessage(question);
    return answer.promise;
  };
  return {
    isReady: () => isReady,
    receive: async (reads) => {
      const minimised = await minimiseAll(reads);
      batches += 1;
      const batch = batches;
      const answer = await ask({ batch, texts: minimised.flatMap(textOf) });
      if ('packed' in answer) return joined(minimised, batch, answer.packed);
      throw noAnswer(answer);
    },
    compute: async (processes) => {
      const answer = await ask({ processes: processes.map((releases) => releases.map(gatheredText)) });
      if ('computed' in answer) return answer.computed;
      throw noAnswer(answer);
    },
    close: async () => void (await worker.terminate()),
  };
}

function noAnswer(answer: Answer): Error {
  return new Error('failed' in answer ? answer.failed : 'The thread has answered another question.');
}

async function minimiseAll(batch: readonly ReadRelease[]): Promise<(MinimisedRelease | Refusal)[]> {
  const minimised: (MinimisedRelease | Refusal)[] = [];
  const yieldTurn = takeTurns();
  for (const read of batch) {
    minimised.push(minimiseRead(read));
    await yieldTurn();
  }
  return minimised;
}

function textOf(minimised: MinimisedRelease | Refusal): MinimisedText[] {
  if (isRefusal(minimised)) return [];
  const { release: _release, ...rest } = minimised;
  return [rest];
}

function gatheredText(gathered: GatheredRelease): GatheredText {
  if ('text' in gathered) return gathered.text;
  return gathered.kept ?? JSON.stringify(gathered.release);
}

function joined(
  minimised: readonly (MinimisedRelease | Refusal)[],
  batch: number,
  { notices, bodies }: PackedBatch,
): (ReceivedRelease | Refusal)[] {
  let index = 0;
  let start = 0;
  return minimised.map((each) => {
    if (isRefusal(each)) return each;
    const notice = notices[index];
    if (notice === undefined)
      throw new Error('The thread has answered for fewer releases than it was given.');
    const kept = { batch, index };
    index += 1;
    const body = Buffer.from(bodies.buffer, start, notice.bodyLength);
    start += notice.bodyLength;
    return { release: each.release, kept, packed: { ...notice.packed, body }, evidence: notice.evidence };
  });
}
