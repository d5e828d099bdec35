import type { JsonObject } from '../../../src/lib/json.ts';
import type { LondonTime } from '../../../src/lib/london-time.ts';
import { addLondonSeconds, londonInstant, londonTime } from '../../../src/lib/london-time.ts';
import { seededRng } from '../../../src/lib/rng.ts';

/** A notice of a stand-in. */
export type StubNotice = {
  noticeId: string;
  ocid: string;
  number: number;
  /** Selects the window; hidden from the reader. */
  publishedAt: Date;
  /** The cursor's key; hidden, and in another order than the numbers. */
  recordKey: number;
  release: JsonObject;
};

/** A stretch in which notices are published evenly. */
export type Flow = { from: LondonTime; seconds: number; notices: number };

/**
 * Notices with ascending numbers, published in the given flows. Numbers follow publication only roughly (a notice gets
 * its number when it is submitted), the hidden key less so, and every 37th number was never published.
 *
 * @param style `numbered` as Find a Tender, `guid` as Contracts Finder
 */
export function makeNotices(
  flows: readonly Flow[],
  style: 'numbered' | 'guid' = 'numbered',
  seed = 1,
): StubNotice[] {
  const rng = seededRng(seed);
  const moments = flows.flatMap((flow) =>
    Array.from({ length: flow.notices }, (_, i) => ({
      at:
        londonInstant(addLondonSeconds(flow.from, 0)).getTime() +
        Math.floor((i * flow.seconds * 1000) / flow.notices),
      order: rng.next(),
    })),
  );
  moments.sort((a, b) => a.at - b.at);
  const byNumber = moments
    .map((moment, i) => ({ ...moment, position: i + moment.order * 8 }))
    .sort((a, b) => a.position - b.position);
  let number = 100;
  return byNumber.map((moment) => {
    number += (number + 1) % 37 === 0 ? 2 : 1;
    const publishedAt = new Date(moment.at);
    const recordKey = Math.floor(moment.at / 60_000) * 1000 + Math.floor(rng.next() * 1000);
    return makeNotice(number, publishedAt, recordKey, style);
  });
}

function makeNotice(
  number: number,
  publishedAt: Date,
  recordKey: number,
  style: 'numbered' | 'guid',
): StubNotice {
  const year = londonTime(publishedAt).slice(0, 4);
  const padded = String(number).padStart(6, '0');
  const guid = `00000000-0000-4000-8000-${padded.padStart(12, '0')}`;
  const noticeId = style === 'numbered' ? `${padded}-${year}` : `${guid}-${padded}`;
  const ocid = style === 'numbered' ? `ocds-h6vhtk-${padded}` : `ocds-b5fd17-${guid}`;
  const isAct = number % 5 !== 0;
  const release: JsonObject = {
    ocid,
    id: noticeId,
    date: publishedAt.toISOString(),
    tag: ['tender'],
    language: 'en',
    initiationType: 'tender',
    buyer: { id: 'GB-FTS-1', name: 'Marram Council' },
    parties: [
      {
        id: 'GB-FTS-1',
        name: 'Marram Council',
        roles: ['buyer'],
        contactPoint: { name: 'Owen Example', email: 'owen@marram.example', telephone: '+44 1632 960001' },
      },
    ],
    tender: {
      id: noticeId,
      title: `Café services – lot ${padded}`,
      legalBasis: isAct ? { scheme: 'UKPGA', id: '2023/54' } : { scheme: 'CELEX', id: '32014L0024' },
    },
  };
  return { noticeId, ocid, number, publishedAt, recordKey, release };
}
