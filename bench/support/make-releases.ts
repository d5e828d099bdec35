import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { seededRng } from '../../src/lib/rng.ts';

const words =
  'supply of cloud hosting services support and maintenance for the council network framework lot digital platform data migration discovery alpha managed desk licence renewal integration testing assurance'.split(
    ' ',
  );

/**
 * Writes releases as JSON Lines until the file has the size asked for. Each process has three releases (planning, tender,
 * award), and all plannings come before all tenders: the releases of one process lie a third of the file apart.
 *
 * @returns how many releases were written
 */
export async function makeReleases(path: string, bytes: number, seed: number): Promise<number> {
  const stream = createWriteStream(path);
  const rng = seededRng(seed);
  const text = (count: number): string =>
    Array.from({ length: count }, () => words[Math.floor(rng.next() * words.length)]).join(' ');
  let written = 0;
  let count = 0;
  for (const stage of ['planning', 'tender', 'award'] as const) {
    const until = (bytes * (['planning', 'tender', 'award'].indexOf(stage) + 1)) / 3;
    for (let process = 0; written < until; process += 1) {
      const line = `${JSON.stringify(releaseOf(stage, process, text))}\n`;
      written += line.length;
      count += 1;
      if (!stream.write(line)) await once(stream, 'drain');
    }
  }
  stream.end();
  await once(stream, 'finish');
  return count;
}

function releaseOf(
  stage: 'planning' | 'tender' | 'award',
  process: number,
  text: (count: number) => string,
): object {
  const ocid = `ocds-bench1-${process.toString(16).padStart(6, '0')}`;
  const day = { planning: '2026-01-05', tender: '2026-03-02', award: '2026-06-30' }[stage];
  const party = (id: string, roles: string[]): object => ({
    id,
    name: text(3),
    identifier: { scheme: 'GB-COH', id: id.slice(-8), legalName: text(3) },
    address: {
      streetAddress: text(4),
      locality: text(1),
      postalCode: 'AB1 2CD',
      countryName: 'United Kingdom',
    },
    roles,
    details: {
      scale: 'sme',
      classifications: [
        { scheme: 'UK_CA_TYPE', id: 'publicAuthoritySubCentralGovernment', description: text(4) },
      ],
    },
  });
  const lots = Array.from({ length: 3 }, (_, lot) => ({
    id: String(lot + 1),
    title: text(6),
    description: text(40),
    value: { amount: 125_000 * (lot + 1), currency: 'GBP' },
    contractPeriod: { startDate: '2026-07-01T00:00:00+01:00', endDate: '2028-06-30T23:59:59+01:00' },
    status: stage === 'award' ? 'complete' : 'active',
  }));
  const items = Array.from({ length: 3 }, (_, item) => ({
    id: String(item + 1),
    relatedLot: String(item + 1),
    description: text(8),
    additionalClassifications: [{ scheme: 'CPV', id: '72000000', description: text(5) }],
    deliveryAddresses: [{ region: 'UKC11' }, { region: 'UKD' }],
  }));
  const release = {
    ocid,
    id: `${String(process).padStart(6, '0')}-${stage}`,
    date: `${day}T10:${String(process % 60).padStart(2, '0')}:00Z`,
    tag: [stage],
    initiationType: 'tender',
    language: 'en',
    parties: [
      party(`GB-PPON-${process}`, ['buyer']),
      party(`GB-COH-${process}1`, stage === 'award' ? ['supplier'] : ['tenderer']),
    ],
    buyer: { id: `GB-PPON-${process}`, name: text(3) },
    tender: {
      id: ocid,
      title: text(8),
      description: text(90),
      status: 'active',
      value: { amount: 375_000, currency: 'GBP' },
      procurementMethod: 'open',
      lots,
      items,
      documents: [
        { id: `${stage}-1`, documentType: `${stage}Notice`, url: `https://example.org/${process}` },
      ],
    },
  };
  if (stage !== 'award') return release;
  const suppliers = [{ id: `GB-COH-${process}1`, name: text(3) }];
  return {
    ...release,
    awards: lots.map(({ id, value }) => ({
      id,
      title: text(6),
      status: 'active',
      value,
      suppliers,
      relatedLots: [id],
    })),
  };
}
