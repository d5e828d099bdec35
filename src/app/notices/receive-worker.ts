/** The thread that prepares releases while the main one computes and stores: see receive-releases.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import type { FactsReference } from '../../domain/notices/facts-reference.ts';
import { isObject } from '../../lib/json.ts';
import { isRefusal, receiveRelease, type ReadText, type Refusal } from './read-batch.ts';
import type { PreparedBatch, PreparedRelease } from './receive-releases.ts';

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- given by receive-releases.ts, typed there
const reference = workerData as FactsReference;

parentPort?.on('message', (batch: readonly ReadText[]) => {
  const prepared = prepare(batch);
  parentPort?.postMessage(prepared, [prepared.bodies.buffer]);
});

/** Texts travel both ways and the packed bodies as one piece of memory that is handed over: both cost less than copies of objects. */
function prepare(batch: readonly ReadText[]): PreparedBatch {
  const bodies: Uint8Array[] = [];
  const releases = batch.map((read): PreparedRelease | Refusal => {
    const release: unknown = JSON.parse(read.text);
    if (!isObject(release)) throw new TypeError('A release is an object.');
    const received = receiveRelease({ ...read, release }, reference);
    if (isRefusal(received)) return received;
    const { body, ...packed } = received.packed;
    bodies.push(body);
    return { packed, bodyLength: body.length, text: received.text, evidence: received.evidence };
  });
  const all = new Uint8Array(bodies.reduce((sum, body) => sum + body.length, 0));
  let end = 0;
  for (const body of bodies) {
    all.set(body, end);
    end += body.length;
  }
  return { releases, bodies: all };
}
