import { lockForWriting } from '../../db/queries/plan-basis.ts';
import {
  insertProcessDecision,
  listProcessDecisions,
  listProcessDecisionsOn,
  withdrawProcessDecision,
  type ProcessDecisionRow,
} from '../../db/queries/process-decisions.ts';
import { listSides, type SideRow } from '../../db/queries/process-pairs.ts';
import type { Executor } from '../../db/register.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { refreshSummaries } from '../notices/refresh-summaries.ts';
import { countAnew } from './match-processes.ts';
import type { ProcessDecision, ProcessSide } from './portal-views.ts';

/**
 * Keeps what somebody decided about two processes and follows it: checks, writes and counts anew in one transaction, then
 * adds up what it concerns.
 *
 * @throws AppError `not-found` for a process that isn't held; `bad-request` where another decision stands against it
 */
export async function decideProcesses(
  context: Context,
  kind: 'same' | 'apart',
  { ocids, reason }: { ocids: readonly string[]; reason: string },
): Promise<ProcessDecision> {
  const register = await context.register();
  const madeAt = context.clock.now().toISOString();
  const number = await register.write(async (transaction) => {
    await lockForWriting(transaction);
    const [one, other] = await readProcessSides(transaction, ocids);
    if (one === undefined || other === undefined || one.ocid === other.ocid)
      throw new AppError('bad-request', 'Both ocids are one process. Name two processes.');
    await refuseStanding(transaction, kind, [one, other]);
    const made = await insertProcessDecision(transaction, {
      kind,
      one: one.ocid,
      other: other.ocid,
      reason,
      shown: [one, other].map(({ ocid, title, publisher }) => ({ ocid, title, publisher })),
      madeBy: context.actor.personId,
      madeAt,
    });
    await countAnew(transaction, [one.ocid, other.ocid], madeAt);
    return made;
  });
  await refreshSummaries(context, register);
  return getProcessDecision(register.latest, number);
}

/** Withdraws a decision: what the comparison says, and the other decisions, hold again. */
export async function undoProcesses(
  context: Context,
  number: number,
  reason: string | null,
): Promise<ProcessDecision> {
  const register = await context.register();
  const at = context.clock.now().toISOString();
  await register.write(async (transaction) => {
    await lockForWriting(transaction);
    const decision = await getProcessDecision(transaction, number);
    if (
      !(await withdrawProcessDecision(transaction, number, { person: context.actor.personId, at, reason }))
    ) {
      throw new AppError(
        'bad-request',
        `Decision ${number} was withdrawn already, on ${decision.withdrawnAt ?? ''}.`,
      );
    }
    await countAnew(transaction, decision.ocids, at);
  });
  await refreshSummaries(context, register);
  return getProcessDecision(register.latest, number);
}

async function refuseStanding(
  transaction: Executor,
  kind: 'same' | 'apart',
  [one, other]: readonly [SideRow, SideRow],
): Promise<void> {
  const standing = await listProcessDecisionsOn(transaction, [one.ocid, other.ocid]);
  const before = standing.find((decision) =>
    [one.ocid, other.ocid].every((ocid) => ocid === decision.one || ocid === decision.other),
  );
  if (before === undefined) return;
  const sentence =
    before.kind === kind
      ? `Decision ${before.decision_id} says so already.`
      : `Decision ${before.decision_id} says the contrary. Withdraw it first: sourcing processes undo ${before.decision_id}.`;
  throw new AppError('bad-request', sentence);
}

async function readProcessSides(executor: Executor, ocids: readonly string[]): Promise<SideRow[]> {
  const held = await listSides(executor, ocids);
  return ocids.map((ocid) => {
    const side = held.get(ocid);
    if (side !== undefined) return side;
    throw new AppError('not-found', `No process has the ocid ${ocid}. Check it against the notice.`);
  });
}

async function getProcessDecision(executor: Executor, number: number): Promise<ProcessDecision> {
  const [row] = await listProcessDecisions(executor, { limit: 1, before: null, ocid: null, number });
  if (row === undefined) {
    throw new AppError(
      'not-found',
      `There is no decision ${number} about processes. See \`sourcing processes decisions\`.`,
    );
  }
  return presentProcessDecision(row);
}

/** A stored decision as it is shown. */
export function presentProcessDecision(row: ProcessDecisionRow): ProcessDecision {
  return {
    number: row.decision_id,
    kind: row.kind,
    ocids: [row.one, row.other],
    reason: row.reason,
    shown: row.shown,
    madeBy: row.made_by,
    madeAt: row.made_at,
    withdrawnAt: row.withdrawn_at,
    withdrawnBy: row.withdrawn_by,
    withdrawnReason: row.withdrawn_reason,
    isFollowed: row.is_followed,
  };
}

/** Processes as sides of a pair that somebody is about to decide on. */
export async function listSidesOf(context: Context, ocids: readonly string[]): Promise<ProcessSide[]> {
  const register = await context.register();
  return (await readProcessSides(register.latest, ocids)).map(presentProcessSide);
}

/** A process as a side of a pair. */
export function presentProcessSide(row: SideRow): ProcessSide {
  return {
    ocid: row.ocid,
    title: row.title,
    publisher: row.publisher,
    buyer: row.buyer,
    firstPublishedAt: row.first_published_at,
    contracts: row.contracts,
  };
}
