import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import type { Rng } from '../../src/lib/rng.ts';
import { seededRng } from '../../src/lib/rng.ts';

/** A description of usual length, so that a release weighs what published ones weigh. */
const description = 'The supply, installation and support of what the specification describes. '.repeat(24);

/**
 * Writes compiled releases with two to seven bids each, as countries publish them who publish bids, as JSON Lines until the
 * file has at least the size asked for. One in ten bids is disqualified, one process in fifty is cancelled.
 *
 * @returns the file's size and how many releases it holds
 */
export async function writeBidsSample(
  path: string,
  bytes: number,
): Promise<{ bytes: number; releases: number }> {
  const rng = seededRng('bids');
  const stream = createWriteStream(path, { highWaterMark: 1_048_576 });
  let written = 0;
  let releases = 0;
  while (written < bytes) {
    let block = '';
    while (block.length < 1_048_576) {
      block += `${JSON.stringify(compiledRelease(releases, rng))}\n`;
      releases += 1;
    }
    written += Buffer.byteLength(block);
    if (!stream.write(block)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
  return { bytes: written, releases };
}

function compiledRelease(number: number, rng: Rng): object {
  const pick = (many: number): number => Math.floor(rng.next() * many);
  const price = 10_000 + pick(1_000_000);
  const bids = Array.from({ length: 2 + pick(6) }, (_, index) => ({
    id: String(index),
    status: pick(10) === 0 ? 'disqualified' : 'valid',
    date: `2026-03-${String(10 + pick(20))}T09:00:00Z`,
    tenderers: [{ id: `T-${pick(20_000)}`, name: 'A tenderer' }],
    value: { amount: price + pick(200_000), currency: 'GBP' },
  }));
  const lowest = bids
    .filter((bid) => bid.status === 'valid')
    .toSorted((one, other) => one.value.amount - other.value.amount)[0];
  return {
    ocid: `ocds-abc123-${number}`,
    id: `ocds-abc123-${number}-2026-05-01T09:00:00Z`,
    date: '2026-05-01T09:00:00Z',
    tag: ['compiled'],
    buyer: { id: `B-${pick(2_000)}`, name: 'A buyer' },
    tender: {
      id: String(number),
      status: pick(50) === 0 ? 'cancelled' : 'complete',
      description,
      procurementMethod: 'open',
      numberOfTenderers: bids.length,
      procuringEntity: { id: `B-${pick(2_000)}` },
      tenderPeriod: { startDate: '2026-03-01T09:00:00Z', endDate: `2026-03-${10 + pick(20)}T09:00:00Z` },
      items: bids.map((_, index) => ({ id: String(index), description: 'One thing', quantity: index })),
    },
    bids: { details: bids },
    awards: [
      {
        id: '1',
        status: 'active',
        suppliers: lowest?.tenderers ?? [],
        items: [{ id: '1', classification: { scheme: 'CPV', id: `${10 + pick(80)}000000` } }],
      },
    ],
  };
}
