import { basename } from 'node:path';
import type { EvidenceRow } from '../../db/queries/identity.ts';
import { packRelease, type PackedRelease } from '../../db/queries/releases.ts';
import type { FactsReference } from '../../domain/notices/facts-reference.ts';
import { minimise } from '../../domain/notices/minimise.ts';
import { canonicalJson } from '../../lib/canonical-json.ts';
import { sha256Hex } from '../../lib/hash.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { ReadRelease } from '../../ocds/reader.ts';
import { identityEvidence } from './identity-evidence.ts';

/** A release ready to be kept and merged; `text` is its JSON. */
export type ReceivedRelease = {
  release: JsonObject;
  text: string;
  packed: PackedRelease;
  evidence: EvidenceRow[];
};

/** What is needed of a release as read, its content as text. */
export type ReadText = Pick<ReadRelease, 'text' | 'origin' | 'shape'>;

/** Why a release can't be kept. */
export type Refusal = { input: string; line: number; message: string };

/**
 * Prepares one release as read: leaves out personal contact data, finds its identity (ocid, id, content) and packs it.
 * A release without an id (Public Contracts Scotland has them) is known by its content alone.
 */
export function receiveRelease(
  read: Pick<ReadRelease, 'release' | 'origin' | 'shape'>,
  reference: FactsReference,
): ReceivedRelease | Refusal {
  const { ocid } = read.release;
  const at = { input: read.origin.input, line: read.origin.line };
  if (typeof ocid !== 'string' || ocid.trim() === '') {
    return { ...at, message: 'The release has no ocid, so it belongs to no process. It was skipped.' };
  }
  if (read.shape === 'versioned') {
    return {
      ...at,
      message: 'A versioned release holds values with their history and cannot be merged. It was skipped.',
    };
  }
  const { release, removed } = minimise(read.release);
  const contentHash = sha256Hex(canonicalJson(release));
  const id = release['id'];
  const releaseId =
    typeof id === 'string' || typeof id === 'number' ? String(id) : `content-${contentHash.slice(0, 12)}`;
  const text = JSON.stringify(release);
  return {
    release,
    text,
    evidence: identityEvidence(release, reference),
    packed: packRelease({
      ocid,
      releaseId,
      contentHash,
      publishedAt: instantOf(release['date']),
      // The file's name without its folder: readers of the register need not know how this machine is laid out.
      origin: `${basename(read.origin.input)}:${read.origin.line}`,
      removedContactCount: removed,
      text,
    }),
  };
}

/** Whether it is a refusal. */
export function isRefusal(received: object): received is Refusal {
  return 'message' in received;
}

/** The instant in UTC, or null where it can't be read or lies outside 1990 to 2100: nothing was published then. */
export function instantOf(date: unknown): string | null {
  if (typeof date !== 'string') return null;
  const instant = new Date(date);
  const year = instant.getUTCFullYear();
  return Number.isNaN(year) || year < 1990 || year > 2100 ? null : instant.toISOString();
}
