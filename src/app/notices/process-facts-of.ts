import { factsOf } from '../../domain/notices/facts-of.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { FactsReference } from '../../domain/notices/facts-reference.ts';
import { mergeTolerantly } from './merge-tolerantly.ts';

/**
 * The facts of a process from all its releases, already in the order of merging.
 *
 * A release that can't be merged with those before it (real: an object that a later release turns into a list) is left
 * out of the merge, stays in the register as published, and is named in `quality`.
 */
export function processFactsOf(releases: readonly JsonObject[], reference: FactsReference): ProcessFacts {
  const { compiled, quality } = mergeTolerantly(releases);
  const facts = factsOf(releases, { compiled }, reference);
  return quality.length === 0 ? facts : { ...facts, quality: [...facts.quality, ...quality] };
}
