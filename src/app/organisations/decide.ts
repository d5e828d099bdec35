import { placeKeys } from '../../db/queries/identity.ts';
import {
  getDecision,
  insertDecision,
  listKeyedOrganisations,
  listOrganisationsOfKeys,
  withdrawDecision,
  type DecisionRow,
  type KeyedOrganisation,
} from '../../db/queries/organisation-decisions.ts';
import { lockForWriting } from '../../db/queries/plan-basis.ts';
import type { Executor } from '../../db/register.ts';
import { clusterKeys } from '../../domain/organisations/cluster-keys.ts';
import { keysOfDecision, type IdentityDecision } from '../../domain/organisations/identity-decision.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { refreshSummaries } from '../notices/refresh-summaries.ts';
import type { DecidedSide, DecisionOutcome, IdentityDecisionView } from './views.ts';

/** What a check found right: the decision, and how its sides are shown. */
export type Checked = { decision: IdentityDecision; shown: DecidedSide[] };

/**
 * Keeps a decision and follows it: checks, writes and places the organisations in one transaction, then adds up anew what it
 * concerns.
 *
 * @param check reads what is held and refuses what can't be decided
 */
export async function decide(
  context: Context,
  reason: string,
  check: (transaction: Executor) => Promise<Checked>,
): Promise<DecisionOutcome> {
  const register = await context.register();
  const madeAt = context.clock.now().toISOString();
  const number = await register.write(async (transaction) => {
    await lockForWriting(transaction);
    const { decision, shown } = await check(transaction);
    const made = { decision, reason, shown, madeBy: context.actor.personId, madeAt };
    const decisionId = await insertDecision(transaction, made);
    await follow(transaction, decision);
    return decisionId;
  });
  await refreshSummaries(context, register);
  return outcomeOf(register.latest, number);
}

/** Withdraws a decision: the rules, and the other decisions, hold again. */
export async function undo(
  context: Context,
  number: number,
  reason: string | null,
): Promise<DecisionOutcome> {
  const register = await context.register();
  const at = context.clock.now().toISOString();
  await register.write(async (transaction) => {
    await lockForWriting(transaction);
    const row = await getDecision(transaction, number);
    if (row === null) {
      throw new AppError(
        'not-found',
        `There is no decision ${number}. See \`sourcing organisations decisions\`.`,
      );
    }
    if (!(await withdrawDecision(transaction, number, { person: context.actor.personId, at, reason }))) {
      throw new AppError(
        'bad-request',
        `Decision ${number} was withdrawn already, on ${row.withdrawn_at ?? ''}.`,
      );
    }
    await follow(transaction, decisionOf(row));
  });
  await refreshSummaries(context, register);
  return outcomeOf(register.latest, number);
}

async function follow(transaction: Executor, decision: IdentityDecision): Promise<void> {
  await placeKeys(
    transaction,
    keysOfDecision(decision),
    (evidence, decisions) => clusterKeys(evidence, decisions).clusterOf,
  );
}

async function outcomeOf(executor: Executor, number: number): Promise<DecisionOutcome> {
  const row = await getDecision(executor, number);
  if (row === null) throw new Error(`Decision ${number} is gone.`);
  const ids = await listOrganisationsOfKeys(executor, keysOfDecision(decisionOf(row)));
  const organisations = await listKeyedOrganisations(executor, [...new Set(ids.values())]);
  return { decision: presentDecision(row), organisations: [...organisations.values()].map(sideOf) };
}

function decisionOf(row: DecisionRow): IdentityDecision {
  return row.apart_from === null
    ? { kind: 'same', keys: row.keys }
    : { kind: 'apart', keys: row.keys, apartFrom: row.apart_from };
}

/**
 * An organisation as a side of a decision.
 *
 * @example sideOf({ organisation_id: 'a', name: 'Alpha Ltd', keys: [], sides: [] }).id // 'a'
 */
export function sideOf({ organisation_id: id, name, keys, sides }: KeyedOrganisation): DecidedSide {
  return { id, name, keys, sides };
}

/**
 * The organisations behind ids, in the same order; former ids lead to the present organisation.
 *
 * @throws AppError `not-found` where an id is nobody's
 */
export async function readSides(executor: Executor, ids: readonly string[]): Promise<KeyedOrganisation[]> {
  const held = await listKeyedOrganisations(executor, ids);
  return ids.map((id) => {
    const organisation = held.get(id);
    if (organisation !== undefined) return organisation;
    throw new AppError(
      'not-found',
      `No organisation has the id ${id}. Search for it with \`sourcing suppliers find\` or \`sourcing buyers find\`.`,
    );
  });
}

/** A stored decision as it is shown. */
export function presentDecision(row: DecisionRow): IdentityDecisionView {
  return {
    number: row.decision_id,
    kind: row.kind,
    keys: row.keys,
    apartFrom: row.apart_from,
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
