import { findCaseRun, keepCaseRun } from '../../db/queries/decision-cases.ts';
import { methodVersions } from '../../domain/decisions/record/method-versions.ts';
import { sha256Hex } from '../../lib/hash.ts';
import type { Context } from '../context.ts';
import type { CaseRun } from './case-run.ts';
import { getCase, type StoredCase } from './case-store.ts';
import { workOut } from './work-out.ts';

/** A run that was kept, and when it was worked out. */
export type KeptRun = { run: CaseRun; workedOutAt: string };

/**
 * What was worked out for a revision; null where nothing was, or where the reference data has changed since.
 *
 * @throws AppError `not-found` where there is no such case or revision
 */
export async function findRun(context: Context, id: string, revision?: number): Promise<KeptRun | null> {
  const stored = await getCase(context, id, revision);
  return findRunOf(context, stored);
}

/** As {@link findRun}, for a case that is already read. */
export async function findRunOf(context: Context, stored: StoredCase): Promise<KeptRun | null> {
  const register = await context.register();
  const row = await register.within(context.actor, async (transaction) =>
    findCaseRun(transaction, stored.id, stored.revision),
  );
  if (row === null || row.basis_hash !== basisHash(context, stored)) return null;
  const kept: unknown = JSON.parse(row.answer);
  if (!isCaseRun(kept)) return null;
  return {
    run: { ...kept, document: stored.document },
    workedOutAt: row.worked_out_at,
  };
}

/**
 * Works out a stored case at its newest revision, or another, and keeps the answer.
 *
 * @throws AppError `not-found` where there is no such case or revision
 */
export async function workOutStored(context: Context, id: string, revision?: number): Promise<KeptRun> {
  const stored = await getCase(context, id, revision);
  const run = await workOut(context, stored.document, stored.problems);
  const workedOutAt = context.clock.now().toISOString();
  const register = await context.register();
  await register.within(context.actor, async (transaction) =>
    keepCaseRun(transaction, {
      body_id: context.actor.bodyId,
      case_id: stored.id,
      revision: stored.revision,
      // The document stands with the revision.
      answer: JSON.stringify({ ...run, document: null }),
      basis_hash: basisHash(context, stored),
      worked_out_at: workedOutAt,
    }),
  );
  return { run, workedOutAt };
}

/** Counted up when a run gains or loses a part: what was kept before is worked out anew. */
const runShape = 3;

/** What an answer rests on: the document, the reference data, the versions of the methods, and the parts that a run has. */
function basisHash({ reference }: Context, { text }: StoredCase): string {
  const { decisions, deliveryModels, deflators, referenceClasses } = reference;
  return sha256Hex(
    JSON.stringify([
      runShape,
      methodVersions(),
      text,
      decisions,
      deliveryModels,
      deflators,
      referenceClasses,
    ]),
  );
}

function isCaseRun(value: unknown): value is CaseRun {
  return typeof value === 'object' && value !== null && 'modelNames' in value && 'money' in value;
}
