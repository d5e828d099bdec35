import { alignShapes } from '../../domain/notices/align-shapes.ts';
import { AppError } from '../../lib/errors.ts';
import type { JsonObject } from '../../lib/json.ts';
import { mergeReleases } from '../../ocds/merge.ts';
import { ukRules } from '../../ocds/standard.ts';
import { upgradeRelease } from '../../ocds/upgrade.ts';
import { instantOf } from './read-batch.ts';

/** Releases in the shape in which they merge, and what had to be done for it, in sentences. */
export type Mergeable = { releases: JsonObject[]; quality: string[] };

/**
 * Brings the releases of a process, already in the order of merging, into a shape in which they merge: upgraded to
 * OCDS 1.1 and dated in UTC; where that doesn't do, with one shape for each member; where that doesn't either, without
 * the releases that don't fit. A release that is left out stays in the register as published.
 *
 * @example mergeable([tender, award]).quality // [] where nothing had to be done
 */
export function mergeable(releases: readonly JsonObject[]): Mergeable {
  const upgraded = releases.map((release) => upgradeRelease(withInstant(release)).release);
  if (typeof tryMerge(upgraded) !== 'string') return { releases: upgraded, quality: [] };
  const { releases: shaped, aligned } = alignShapes(upgraded);
  const quality = aligned.map(
    (path) => `${path} is one object in one notice and a list in another; it was read as a list.`,
  );
  const kept: JsonObject[] = [];
  for (const release of shaped) {
    const merged = tryMerge([...kept, release]);
    if (typeof merged !== 'string') kept.push(release);
    else
      quality.push(
        `Release ${typeof release['id'] === 'string' ? release['id'] : 'without an id'} could not be merged and was left out: ${merged}`,
      );
  }
  return { releases: kept, quality };
}

/** The compiled release of a process as far as its releases merge. */
export function mergeTolerantly(releases: readonly JsonObject[]): {
  compiled: JsonObject;
  quality: string[];
} {
  const upgraded = releases.map((release) => upgradeRelease(withInstant(release)).release);
  const whole = tryMerge(upgraded);
  if (typeof whole !== 'string') return { compiled: whole, quality: [] };
  const { releases: fitting, quality } = mergeable(releases);
  const rest = tryMerge(fitting);
  return { compiled: typeof rest === 'string' ? {} : rest, quality };
}

/**
 * The same release dated in UTC, so that releases either side of a clock change merge in their true order. One without
 * a readable date goes first, because nothing says that it replaces anything.
 */
function withInstant(release: JsonObject): JsonObject {
  return { ...release, date: instantOf(release['date']) ?? '0000-01-01T00:00:00.000Z' };
}

/** The compiled release, or the sentence that says why there is none. */
function tryMerge(releases: readonly JsonObject[]): JsonObject | string {
  try {
    return mergeReleases(releases, ukRules()).compiled;
  } catch (error) {
    if (error instanceof AppError) return error.message;
    throw error;
  }
}
