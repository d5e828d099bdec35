/** The thread that packs releases and computes processes while the main one reads and stores: see receive-releases.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import { isObject, parseObject, type JsonObject } from '../../lib/json.ts';
import { computeProcess, type ComputeReference } from './compute-process.ts';
import { packMinimised, type MinimisedText } from './read-batch.ts';
import type { Answer, GatheredText, PackedBatch, Question } from './receive-releases.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- given by receive-releases.ts, typed there
const reference = workerData as ComputeReference;

/** Batches whose releases stay parsed: a batch is computed when at most the next few have been packed. */
const batchesKept = 5;
const kept = new Map<number, readonly JsonObject[]>();

parentPort?.on('message', (question: Question) => {
  try {
    if ('texts' in question) {
      const packed = pack(question.batch, question.texts);
      answer({ packed }, [packed.bodies.buffer]);
    } else
      answer({ computed: question.processes.map((one) => computeProcess(one.map(releaseOf), reference)) });
  } catch (error) {
    answer({ failed: error instanceof Error ? error.message : String(error) });
  }
});

function answer(value: Answer, handedOver: ArrayBuffer[] = []): void {
  parentPort?.postMessage(value, handedOver);
}

function releaseOf(gathered: GatheredText): JsonObject {
  if (typeof gathered === 'string') return parseObject(gathered);
  const release = kept.get(gathered.batch)?.[gathered.index];
  if (release === undefined) throw new Error('A release that was asked for is not kept any more.');
  return release;
}

/** Texts come over and the packed bodies go back as one piece of memory that is handed over: both cost less than copies of objects. */
function pack(batch: number, texts: readonly MinimisedText[]): PackedBatch {
  const bodies: Uint8Array[] = [];
  const releases: JsonObject[] = [];
  const notices = texts.map((minimised): PackedBatch['notices'][number] => {
    const release: unknown = JSON.parse(minimised.text);
    if (!isObject(release)) throw new TypeError('A release is an object.');
    releases.push(release);
    const { packed, evidence } = packMinimised({ ...minimised, release }, reference);
    const { body, ...rest } = packed;
    bodies.push(body);
    return { packed: rest, bodyLength: body.length, evidence };
  });
  kept.set(batch, releases);
  kept.delete(batch - batchesKept);
  const all = new Uint8Array(bodies.reduce((sum, body) => sum + body.length, 0));
  let end = 0;
  for (const body of bodies) {
    all.set(body, end);
    end += body.length;
  }
  return { notices, bodies: all };
}
