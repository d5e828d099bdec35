import { publishers, type Publisher } from '../notices/process-facts.ts';
import { joinFrom } from './score-pair.ts';

/** A process as grouping sees it. */
export type GroupMember = { ocid: string; publisher: Publisher; contracts: number };

/** Two processes that may be one, with the confidence that they are. */
export type GroupPair = { one: string; other: string; score: number };

/** What people decided, by ocids. */
export type GroupDecisions = {
  same: readonly (readonly [string, string])[];
  apart: readonly (readonly [string, string])[];
};

/** How much likelier, in odds, a pair has to be than another pair of one of its processes with the same portal. */
const leastOdds = 20;

/**
 * Which processes are one: what people joined, then pairs from the likeliest down. No rule joins two of one portal, nor a pair
 * with a rival nearly as likely on the same portal (two lots, or this year's and last year's): these wait for review. What
 * people keep apart stays apart, whatever lies between. The same for any order of members and pairs.
 *
 * @returns for each ocid that isn't counted itself the one under which it is counted
 * @example groupProcesses([fts, finder], [{ one: 'a', other: 'b', score: 0.98 }], { same: [], apart: [] }) // Map { 'b' => 'a' }
 */
export function groupProcesses(
  members: readonly GroupMember[],
  pairs: readonly GroupPair[],
  decisions: GroupDecisions,
): Map<string, string> {
  const byOcid = new Map(members.map((member) => [member.ocid, member]));
  const groups = new Map(members.map((member) => [member.ocid, [member]]));
  const groupOf = (ocid: string): GroupMember[] => groups.get(ocid) ?? [];
  const isApart = (ones: readonly GroupMember[], others: readonly GroupMember[]): boolean =>
    decisions.apart.some(
      ([a, b]) => (holds(ones, a) && holds(others, b)) || (holds(ones, b) && holds(others, a)),
    );
  const join = (one: string, other: string, isDecided: boolean): void => {
    const [ones, others] = [groupOf(one), groupOf(other)];
    if (ones === others || ones.length === 0 || others.length === 0 || isApart(ones, others)) return;
    const sharesPortal = ones.some((a) => others.some((b) => a.publisher === b.publisher));
    if (sharesPortal && !isDecided) return;
    const joined = [...ones, ...others];
    for (const { ocid } of joined) groups.set(ocid, joined);
  };
  for (const [one, other] of decisions.same.toSorted(byText)) join(one, other, true);
  for (const { one, other } of clearPairs(pairs, byOcid, decisions)) join(one, other, false);
  const counted = new Map<string, string>();
  for (const [ocid, group] of groups) {
    const main = mainOf(group);
    if (main !== ocid) counted.set(ocid, main);
  }
  return counted;
}

/** The pairs that a rule may join, likeliest first. */
function clearPairs(
  pairs: readonly GroupPair[],
  byOcid: ReadonlyMap<string, GroupMember>,
  decisions: GroupDecisions,
): GroupPair[] {
  const apart = new Set(decisions.apart.map(([a, b]) => pairText(a, b)));
  const open = pairs.filter(({ one, other }) => !apart.has(pairText(one, other)));
  /** Best two scores of each process with each portal. */
  const scores = new Map<string, number[]>();
  const keyOf = (ocid: string, rival: string): string => `${ocid} ${byOcid.get(rival)?.publisher ?? ''}`;
  for (const { one, other, score } of open) {
    for (const key of [keyOf(one, other), keyOf(other, one)])
      scores.set(key, [...(scores.get(key) ?? []), score].toSorted((a, b) => b - a).slice(0, 2));
  }
  const isClear = ({ one, other, score }: GroupPair): boolean =>
    [keyOf(one, other), keyOf(other, one)].every((key) => {
      const [best = 0, second = 0] = scores.get(key) ?? [];
      return score === best && oddsOf(score) >= leastOdds * oddsOf(second);
    });
  return open
    .filter((pair) => pair.score >= joinFrom && isClear(pair))
    .toSorted((a, b) => b.score - a.score || byText([a.one, a.other], [b.one, b.other]));
}

/**
 * Under which process a group is counted: one with contracts before one without, then by portal (Find a Tender first), then
 * the one with more contracts.
 */
function mainOf(group: readonly GroupMember[]): string {
  const [first] = group.toSorted(
    (a, b) =>
      Number(b.contracts > 0) - Number(a.contracts > 0) ||
      publishers.indexOf(a.publisher) - publishers.indexOf(b.publisher) ||
      b.contracts - a.contracts ||
      (a.ocid < b.ocid ? -1 : 1),
  );
  return first?.ocid ?? '';
}

function holds(group: readonly GroupMember[], ocid: string): boolean {
  return group.some((member) => member.ocid === ocid);
}

function oddsOf(score: number): number {
  return score / Math.max(1 - score, 1e-4);
}

function byText(one: readonly string[], other: readonly string[]): number {
  const [a, b] = [one.join(' '), other.join(' ')];
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * A pair of ocids as one text, whichever comes first.
 *
 * @example pairText('b', 'a') // 'a b'
 */
export function pairText(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
