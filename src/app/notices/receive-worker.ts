/** The thread that prepares releases while the main one computes and stores: see receive-releases.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FactsReference } from '../../domain/notices/facts-reference.ts';
import { isObject } from '../../lib/json.ts';
import { packMinimised, type MinimisedText } from './read-batch.ts';
import type { PackedBatch } from './receive-releases.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- given by receive-releases.ts, typed there
const reference = workerData as FactsReference;

parentPort?.on('message', (batch: readonly MinimisedText[]) => {
  const packed = pack(batch);
  parentPort?.postMessage(packed, [packed.bodies.buffer]);
});

/** Texts come over and the packed bodies go back as one piece of memory that is handed over: both cost less than copies of objects. */
function pack(batch: readonly MinimisedText[]): PackedBatch {
  const bodies: Uint8Array[] = [];
  const notices = batch.map((minimised): PackedBatch['notices'][number] => {
    const release: unknown = JSON.parse(minimised.text);
    if (!isObject(release)) throw new TypeError('A release is an object.');
    const { packed, evidence } = packMinimised({ ...minimised, release }, reference);
    const { body, ...rest } = packed;
    bodies.push(body);
    return { packed: rest, bodyLength: body.length, evidence };
  });
  const all = new Uint8Array(bodies.reduce((sum, body) => sum + body.length, 0));
  let end = 0;
  for (const body of bodies) {
    all.set(body, end);
    end += body.length;
  }
  return { notices, bodies: all };
}
