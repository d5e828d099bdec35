import type { Context } from '../context.ts';
import type { CaseRun } from './case-run.ts';
import { findRunOf, workOutStored } from './case-runs.ts';
import { getCase, type StoredCase } from './case-store.ts';

/**
 * What was worked out for a case that is kept, at its newest version; where nothing was, it is worked out now and kept.
 *
 * @throws AppError `not-found` where there is no such case
 */
export async function runOfStored(
  context: Context,
  id: string,
): Promise<{ stored: StoredCase; run: CaseRun }> {
  const stored = await getCase(context, id);
  const kept = await findRunOf(context, stored);
  return { stored, run: (kept ?? (await workOutStored(context, id, stored.revision))).run };
}
