import { sql } from 'kysely';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { Executor } from '../register.ts';
import { joinBytes } from './join-bytes.ts';

/** A release to keep: minimised text and what identifies it. */
export type NewRelease = {
  ocid: string;
  releaseId: string;
  /** SHA-256 of the canonical text, hexadecimal. */
  contentHash: string;
  publishedAt: string | null;
  origin: string;
  removedContactCount: number;
  /** What was mended when it was read, as clauses; null where nothing was. */
  repairs: string | null;
  text: string;
};

/** A release as kept. */
export type StoredRelease = {
  ocid: string;
  releaseId: string;
  contentHash: string;
  publishedAt: string | null;
  receivedAt: string;
  origin: string;
  /** What was mended when it was read; null where nothing was, or it was read before that was kept. */
  repairs: string | null;
  text: string;
};

type ReleaseRow = {
  ocid: string;
  release_id: string;
  content_hash: string;
  published_at: string | null;
  received_at: string;
  origin: string;
  repairs: string | null;
  body: Buffer;
};

/** Every release held of these processes, in the order in which they are merged: date, notice number, hash. */
export async function listReleases(executor: Executor, ocids: readonly string[]): Promise<StoredRelease[]> {
  const { rows } = await sql<ReleaseRow>`
    select ocid, release_id, encode(content_hash, 'hex') as content_hash, published_at, received_at, origin, repairs, body
    from release where ocid = any(${ocids}::text[])
    order by ocid, published_at nulls first, release_id, content_hash`.execute(executor);
  return rows.map((row) => ({
    ocid: row.ocid,
    releaseId: row.release_id,
    contentHash: row.content_hash,
    publishedAt: row.published_at,
    receivedAt: row.received_at,
    origin: row.origin,
    repairs: row.repairs,
    text: inflateRawSync(row.body).toString('utf8'),
  }));
}

/** A release packed for storage, so that packing happens before the transaction. */
export type PackedRelease = Omit<NewRelease, 'text'> & { body: Buffer };

/**
 * Packs the text: raw deflate at the fastest level with a window of 8 kB, about what one release fills. Room for half the
 * text is nearly always enough; what is set aside by default is ten times that and has old memory collected all the time.
 */
export function packRelease({ text, ...rest }: NewRelease): PackedRelease {
  return {
    ...rest,
    body: deflateRawSync(text, { level: 1, windowBits: 13, memLevel: 6, chunkSize: roomFor(text) }),
  };
}

function roomFor(text: string): number {
  return Math.min(16_384, Math.max(1024, text.length >> 1));
}

/** Keeps releases; those already held are left as they are. */
export async function insertReleases(
  executor: Executor,
  releases: readonly PackedRelease[],
  receivedAt: string,
): Promise<void> {
  if (releases.length === 0) return;
  const { bytes, starts, lengths } = joinBytes(releases.map(({ body }) => body));
  await sql`
    insert into release (ocid, release_id, content_hash, published_at, received_at, origin, removed_contact_count, repairs, body)
    select ocid, release_id, decode(content_hash, 'hex'), published_at, ${receivedAt}::timestamptz, origin, removed, repairs,
      substr(bodies.all_bytes, start, length)
    from (select ${bytes}::bytea as all_bytes) bodies, unnest(
      ${releases.map((each) => each.ocid)}::text[],
      ${releases.map((each) => each.releaseId)}::text[],
      ${releases.map((each) => each.contentHash)}::text[],
      ${releases.map((each) => each.publishedAt)}::timestamptz[],
      ${releases.map((each) => each.origin)}::text[],
      ${releases.map((each) => each.removedContactCount)}::int[],
      ${releases.map((each) => each.repairs)}::text[],
      ${starts}::int[],
      ${lengths}::int[]
    ) as r(ocid, release_id, content_hash, published_at, origin, removed, repairs, start, length)
    on conflict do nothing`.execute(executor);
}
