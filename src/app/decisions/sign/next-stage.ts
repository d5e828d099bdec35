import { caseStages, type CaseStage } from '../../../domain/decisions/case-parts/governance.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../context.ts';
import { changeCase, getCase, type StoredCase } from '../case-store.ts';
import { signingOf } from './signing-of.ts';

/**
 * Begins the next stage of a case whose present one is approved: its approvals are entered as given, and the stage moves on. The
 * record of the approved stage stays as it is.
 *
 * @throws AppError `forbidden` where the stage isn’t approved, or is the last; `changed-meanwhile` where somebody saved meanwhile
 */
export async function beginNextStage(
  context: Context,
  { id, by }: { id: string; by?: string | undefined },
): Promise<StoredCase> {
  const stored = await getCase(context, id);
  const { stage, approvals } = stored.document;
  const { state } = await signingOf(context, stored);
  if (state.step !== 'approved')
    throw new AppError(
      'forbidden',
      `The ${named(stage)} stage isn’t approved yet, and the next begins from what was approved.`,
    );
  const next = caseStages[caseStages.indexOf(stage) + 1];
  if (next === undefined)
    throw new AppError('forbidden', 'The full business case is the last stage: there is none after it.');
  const given = state.standing.filter(({ action }) => action === 'approved');
  const changes = approvals.flatMap((approval, at) => {
    const own = given.find(({ post }) => post === approval.approver);
    if (approval.stage !== stage || own === undefined || approval.status === 'given') return [];
    const path = (key: string): (string | number)[] => ['approvals', at, key];
    return [
      { path: path('status'), value: 'given' },
      { path: path('on'), value: own.signedAt.slice(0, 10) },
      ...(own.releases === null ? [] : [{ path: path('releases'), value: own.releases }]),
      ...(own.returns === null ? [] : [{ path: path('returns'), value: own.returns }]),
      ...(own.conditions.length === 0 ? [] : [{ path: path('conditions'), value: own.conditions }]),
    ];
  });
  return changeCase(context, {
    id,
    seen: stored.revision,
    changes: [...changes, { path: ['stage'], value: next }],
    by,
    note: `The ${named(stage)} stage was approved; the ${named(next)} stage begins.`,
  });
}

function named(stage: CaseStage): string {
  return stage === 'full' ? 'full business case' : stage.replace('-', ' ');
}
