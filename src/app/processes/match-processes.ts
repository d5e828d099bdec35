import { lockForWriting } from '../../db/queries/plan-basis.ts';
import { listProcessDecisionsOn } from '../../db/queries/process-decisions.ts';
import {
  hasSeveralPortals,
  listMatchCandidates,
  listProfiles,
  takeDueMatches,
  writeMatchKeys,
} from '../../db/queries/process-match.ts';
import {
  listCountedWith,
  listGroupMembers,
  listPairsAmong,
  listPartners,
  replacePairs,
  writeMains,
  type PairRow,
} from '../../db/queries/process-pairs.ts';
import type { Executor, Register } from '../../db/register.ts';
import { groupProcesses, type GroupDecisions } from '../../domain/processes/group-processes.ts';
import { reviewFrom, scorePair } from '../../domain/processes/score-pair.ts';
import type { Context } from '../context.ts';

/** Processes compared in one transaction, during which nothing else is written. */
const batchSize = 1000;
/** Rounds of following pairs from process to process; real chains have a link for each portal. */
const mostRounds = 50;

/** What a run did. */
export type MatchSummary = { processes: number; compared: number; changed: number };

/**
 * Compares every process that changed with those of other portals that share something with it, and says under which process
 * each is counted. The cost follows what changed. Safe to stop and to run again; any order of arrival leads to the same.
 *
 * @returns processes taken, pairs compared, and processes that are now counted elsewhere than before
 */
export async function matchProcesses(context: Context, register: Register): Promise<MatchSummary> {
  const summary: MatchSummary = { processes: 0, compared: 0, changed: 0 };
  // What came while there was one portal only is compared once there are two.
  if (!(await hasSeveralPortals(register.latest))) return summary;
  for (;;) {
    context.signal.throwIfAborted();
    const at = context.clock.now().toISOString();
    const done = await register.write(async (transaction) => {
      await lockForWriting(transaction);
      const due = await takeDueMatches(transaction, batchSize, at);
      return due.length === 0 ? null : matchBatch(transaction, due, at);
    });
    if (done === null) return summary;
    for (const name of ['processes', 'compared', 'changed'] as const) summary[name] += done[name];
    context.reporter.progress({
      label: 'Comparing portals',
      done: summary.processes,
      total: null,
      unit: 'processes',
    });
  }
}

async function matchBatch(transaction: Executor, due: readonly string[], at: string): Promise<MatchSummary> {
  await writeMatchKeys(transaction, due);
  const before = await listPartners(transaction, due);
  const candidates = await listMatchCandidates(transaction, due);
  const profiles = await listProfiles(transaction, [...new Set(candidates.flat())]);
  const pairs: PairRow[] = [];
  for (const [one, other] of candidates) {
    const [a, b] = [profiles.get(one), profiles.get(other)];
    if (a === undefined || b === undefined) continue;
    const { score, parts } = scorePair(a, b);
    if (score >= reviewFrom) pairs.push({ one, other, score, parts });
  }
  await replacePairs(transaction, due, pairs);
  const changed = await countAnew(transaction, [...due, ...before], at);
  return { processes: due.length, compared: candidates.length, changed };
}

/**
 * Works out anew under which process these, and all that pairs and decisions lead to from them, are counted.
 * Those that change stand in the change feed again.
 *
 * @param at instant of the change
 * @returns how many are counted elsewhere than before
 */
export async function countAnew(
  transaction: Executor,
  ocids: readonly string[],
  at: string,
): Promise<number> {
  const { reached, decisions } = await reach(transaction, ocids);
  const members = await listGroupMembers(transaction, reached);
  const pairs = await listPairsAmong(transaction, reached);
  return writeMains(transaction, reached, groupProcesses(members, pairs, decisions), at);
}

/** Everything that pairs, decisions and present groups lead to from these processes. */
async function reach(
  transaction: Executor,
  ocids: readonly string[],
): Promise<{ reached: string[]; decisions: GroupDecisions }> {
  const reached = new Set(ocids);
  const same = new Map<number, readonly [string, string]>();
  const apart = new Map<number, readonly [string, string]>();
  let frontier = [...reached];
  for (let round = 0; round < mostRounds && frontier.length > 0; round += 1) {
    const decided = await listProcessDecisionsOn(transaction, frontier);
    for (const { decision_id: number, kind, one, other } of decided)
      (kind === 'same' ? same : apart).set(number, [one, other]);
    const found = [
      ...(await listPartners(transaction, frontier)),
      ...(await listCountedWith(transaction, frontier)),
      ...decided.flatMap(({ one, other }) => [one, other]),
    ];
    frontier = [...new Set(found)].filter((ocid) => !reached.has(ocid));
    for (const ocid of frontier) reached.add(ocid);
  }
  return {
    reached: [...reached],
    decisions: { same: [...same.values()], apart: [...apart.values()] },
  };
}
