import { alignShapes } from '../../domain/notices/align-shapes.ts';
import { factsOf } from '../../domain/notices/facts-of.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import { AppError } from '../../lib/errors.ts';
import type { JsonObject } from '../../lib/json.ts';
import { mergeReleases } from '../../ocds/merge.ts';
import { ukRules } from '../../ocds/standard.ts';
import { upgradeRelease } from '../../ocds/upgrade.ts';
import type { Reference } from '../reference.ts';
import { instantOf } from './read-batch.ts';

/**
 * The facts of a process from all its releases, already in the order of merging.
 *
 * A release that can't be merged with those before it (real: an object that a later release turns into a list) is left
 * out of the merge, stays in the register as published, and is named in `quality`.
 */
export function processFactsOf(releases: readonly JsonObject[], reference: Reference): ProcessFacts {
  const upgraded = releases.map((release) => upgradeRelease(withInstant(release)).release);
  const { compiled, quality } = mergeTolerantly(upgraded);
  const facts = factsOf(releases, { compiled }, reference);
  return quality.length === 0 ? facts : { ...facts, quality: [...facts.quality, ...quality] };
}

/**
 * The same release dated in UTC, so that releases either side of a clock change merge in their true order. One without
 * a readable date goes first, because nothing says that it replaces anything.
 */
function withInstant(release: JsonObject): JsonObject {
  return { ...release, date: instantOf(release['date']) ?? '0000-01-01T00:00:00.000Z' };
}

/** Merges as far as it goes: as they are; else with one shape for each member; else without the releases that don't fit. */
function mergeTolerantly(releases: readonly JsonObject[]): { compiled: JsonObject; quality: string[] } {
  const whole = tryMerge(releases);
  if (typeof whole !== 'string') return { compiled: whole, quality: [] };
  const { releases: shaped, aligned } = alignShapes(releases);
  const quality = aligned.map(
    (path) => `${path} is one object in one notice and a list in another; it was read as a list.`,
  );
  const kept: JsonObject[] = [];
  for (const release of shaped) {
    const merged = tryMerge([...kept, release]);
    if (typeof merged !== 'string') kept.push(release);
    else quality.push(`Release ${String(release['id'])} could not be merged and was left out: ${merged}`);
  }
  const rest = tryMerge(kept);
  return { compiled: typeof rest === 'string' ? {} : rest, quality };
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
