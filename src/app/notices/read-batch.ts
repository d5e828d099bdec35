import { basename } from 'node:path';
import type { EvidenceRow } from '../../db/queries/identity.ts';
import { packRelease, type PackedRelease } from '../../db/queries/releases.ts';
import type { FactsReference } from '../../domain/notices/facts-reference.ts';
import { minimise } from '../../domain/notices/minimise.ts';
import { canonicalJson } from '../../lib/canonical-json.ts';
import { sha256Hex } from '../../lib/hash.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { ReadRelease } from '../../ocds/reader.ts';
import { describeRepair } from '../../ocds/repair.ts';
import { identityEvidence } from './identity-evidence.ts';

/** A release as read, less personal contact data: what is kept. */
export type MinimisedRelease = {
  ocid: string;
  release: JsonObject;
  /** JSON of `release`. */
  text: string;
  removedContactCount: number;
  /** What was mended when it was read, as clauses; null where nothing was. */
  repairs: string | null;
  /** Name of the input without its folder, and line. */
  origin: string;
};

/** What packing takes of a release: the object can be read from its text. */
export type MinimisedText = Omit<MinimisedRelease, 'release'>;

/** A minimised release packed for storing, and what it shows about who is who. */
export type PackedNotice = { packed: PackedRelease; evidence: EvidenceRow[] };

/** A release ready to be kept and merged. */
export type ReceivedRelease = PackedNotice & {
  release: JsonObject;
  /** Where the thread that packed it has it at hand, for a while; null where it was packed here. */
  kept: KeptPlace | null;
};

/** Number of a batch of releases and place in it. */
export type KeptPlace = { batch: number; index: number };

/** Why a release can't be kept. */
export type Refusal = { input: string; line: number; message: string };

/** Leaves out what is not stored of a release as read: personal contact data. */
export function minimiseRead(
  read: Pick<ReadRelease, 'release' | 'origin' | 'shape' | 'repairs'>,
): MinimisedRelease | Refusal {
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
  return {
    ocid,
    release,
    text: JSON.stringify(release),
    removedContactCount: removed,
    repairs: read.repairs.length === 0 ? null : read.repairs.map(describeRepair).join(', '),
    // The file's name without its folder: readers of the register need not know how this machine is laid out.
    origin: `${basename(read.origin.input)}:${read.origin.line}`,
  };
}

/**
 * Finds the identity of a minimised release (ocid, id, content) and packs it. A release without an id (Public Contracts
 * Scotland has them) is known by its content alone.
 */
export function packMinimised(
  { ocid, release, text, removedContactCount, repairs, origin }: MinimisedRelease,
  reference: FactsReference,
): PackedNotice {
  const contentHash = sha256Hex(canonicalJson(release));
  const { id } = release;
  const releaseId =
    typeof id === 'string' || typeof id === 'number' ? String(id) : `content-${contentHash.slice(0, 12)}`;
  return {
    evidence: identityEvidence(release, reference),
    packed: packRelease({
      ocid,
      releaseId,
      contentHash,
      publishedAt: instantOf(release['date']),
      origin,
      removedContactCount,
      repairs,
      text,
    }),
  };
}

/** Both steps for one release. */
export function receiveRelease(
  read: Pick<ReadRelease, 'release' | 'origin' | 'shape' | 'repairs'>,
  reference: FactsReference,
): ReceivedRelease | Refusal {
  const minimised = minimiseRead(read);
  if (isRefusal(minimised)) return minimised;
  return { release: minimised.release, kept: null, ...packMinimised(minimised, reference) };
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
