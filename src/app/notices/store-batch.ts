import { placeOrganisations, type EvidenceRow } from '../../db/queries/identity.ts';
import { isBasisUnchanged, lockForWriting } from '../../db/queries/plan-basis.ts';
import {
  insertProcessRows,
  deleteProcessRows,
  updateReleaseCounts,
  upsertProcesses,
} from '../../db/queries/processes.ts';
import { insertReleases } from '../../db/queries/releases.ts';
import type { Register } from '../../db/register.ts';
import { clusterKeys } from '../../domain/organisations/cluster-keys.ts';
import { planBatch, type RunTools, type Plan } from './plan-batch.ts';
import type { ReceivedRelease } from './read-batch.ts';

/** What a batch did. `changed` counts processes held before, `new` processes that were not. */
export type BatchResult = {
  newProcesses: number;
  changedProcesses: number;
  newReleases: number;
  /** Of the new releases, those whose notice is held already with other content. */
  changedReleases: readonly ReceivedRelease[];
  heldReleases: number;
};

/** How often a batch is computed again because somebody else stored what it rests on meanwhile. */
const mostTries = 20;

/**
 * Stores a batch of releases. Everything is read, merged and computed before the transaction; in it, what was read is
 * checked, and where another writer came first the batch is computed again. Storing a batch twice changes nothing.
 *
 * @param options.first a plan that was begun while the batch before was written
 */
export async function storeBatch(
  register: Register,
  tools: RunTools,
  batch: readonly ReceivedRelease[],
  options: { receivedAt: string; first?: Promise<Plan> },
): Promise<BatchResult> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const plan = await (tries === 0 && options.first ? options.first : planBatch(register, tools, batch));
    if (plan.fresh.length === 0) return resultOf(plan);
    const evidence = tools.memory.unknown(plan.fresh.flatMap((received) => received.evidence));
    if (!(await writePlan(register, plan, { evidence, receivedAt: options.receivedAt }))) continue;
    tools.memory.add(evidence);
    return resultOf(plan);
  }
  throw new Error(`A batch lost ${mostTries} races in a row.`);
}

/** Writes a plan; false where what it rests on has changed since it was made. */
async function writePlan(
  register: Register,
  plan: Plan,
  { evidence, receivedAt }: { evidence: readonly EvidenceRow[]; receivedAt: string },
): Promise<boolean> {
  return register.write(async (transaction) => {
    await lockForWriting(transaction);
    if (!(await isBasisUnchanged(transaction, plan.basis))) return false;
    await insertReleases(
      transaction,
      plan.fresh.map(({ packed }) => packed),
      receivedAt,
    );
    await updateReleaseCounts(transaction, plan.sameFacts);
    await placeOrganisations(
      transaction,
      evidence,
      (reachable, decisions) => clusterKeys(reachable, decisions).clusterOf,
    );
    if (plan.rows.length === 0) return true;
    await deleteProcessRows(transaction, plan.heldProcesses);
    await upsertProcesses(transaction, plan.rows, receivedAt);
    await insertProcessRows(transaction, plan.rows);
    return true;
  });
}

function resultOf(plan: Plan): BatchResult {
  return {
    newProcesses: plan.newProcesses,
    changedProcesses: plan.rows.length - plan.newProcesses,
    newReleases: plan.fresh.length,
    changedReleases: plan.changedReleases,
    heldReleases: plan.heldReleases,
  };
}
