import { packRows, type PackedProcess } from '../../db/queries/processes.ts';
import type { FactsReference } from '../../domain/notices/facts-reference.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Reference } from '../reference.ts';
import { processFactsOf } from './process-facts-of.ts';
import { processRows } from './process-rows.ts';

/** What computing takes of the authored facts. */
export type ComputeReference = FactsReference & Pick<Reference, 'cpvLabels' | 'segments'>;

/** A process as its releases alone give it, ready to be written. */
export type ComputedProcess = {
  releaseCount: number;
  packed: PackedProcess;
  /** Framework that it links to, whose ceilings its amounts are to be compared with. */
  frameworkOcid: string | null;
  /** The facts, where others bear on them: of frameworks and dynamic markets, and of what is bought from one. */
  facts: ProcessFacts | null;
};

/**
 * Merges the releases of a process and works out its facts and rows.
 *
 * @param releases all that are held or new, in the order of merging
 * @example computeProcess([release], reference).packed.contracts.length // 1
 */
export function computeProcess(
  releases: readonly JsonObject[],
  reference: ComputeReference,
): ComputedProcess {
  const facts = processFactsOf(releases, reference);
  const frameworkOcid = facts.framework?.ocid ?? null;
  const isSetUp = facts.isFrameworkAgreement || facts.isDynamicMarket;
  return {
    releaseCount: releases.length,
    packed: packRows(processRows(facts, releases.length, reference)),
    frameworkOcid,
    facts: isSetUp || frameworkOcid !== null ? facts : null,
  };
}
