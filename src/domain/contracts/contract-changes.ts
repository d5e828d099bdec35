import type { JsonObject } from '../../lib/json.ts';
import { cleanText } from '../notices/clean-title.ts';
import { readInstant } from '../notices/day.ts';
import { idsAt, objectsAt, textAt, textsAt } from '../notices/json-fields.ts';
import { noticeIdOf } from '../notices/notices-of.ts';
import type { ContractChange } from './contract-facts.ts';

/** What the releases say about awards and contracts over time, gathered in one walk. */
export type ContractHistory = {
  /** Ids of notices that name the award or contract, oldest first. Keys by {@link awardHistoryKey} and {@link contractHistoryKey}. */
  noticeIds: Map<string, string[]>;
  changes: Map<string, ContractChange[]>;
  /** Start as the notices before any change gave it (`contracts[].period.startDate` outside UK10). */
  firstPeriods: Map<string, JsonObject>;
  /** Contracts that a change notice (UK10) touched. */
  isAmended: Set<string>;
  /** Place of each notice in time. */
  order: Map<string, number>;
};

/**
 * Key of an award in {@link ContractHistory}.
 *
 * @example awardHistoryKey('1') // 'award 1'
 */
export const awardHistoryKey = (awardId: string): string => `award ${awardId}`;

/**
 * Key of a contract in {@link ContractHistory}.
 *
 * @example contractHistoryKey('1', '2') // 'contract 1 2'
 */
export const contractHistoryKey = (awardId: string, contractId: string): string =>
  `contract ${awardId} ${contractId}`;

const changeTags = new Set(['awardUpdate', 'contractUpdate', 'contractAmendment', 'awardAmendment']);

/**
 * Walks the releases once and notes which notices speak of which award and contract, and what they change.
 *
 * Changes: `contracts[].amendments[]` and `proposedAmendments[]` (UK10), `awards[].amendments[]` whose id is the
 * notice's own, or a release tagged as an update without any (`amendments` is unreliable: the tag counts too).
 *
 * @param releases in order
 * @example historyOf(releases).changes.get('contract 1 1')
 */
export function historyOf(releases: readonly JsonObject[]): ContractHistory {
  const history: ContractHistory = {
    noticeIds: new Map(),
    changes: new Map(),
    firstPeriods: new Map(),
    isAmended: new Set(),
    order: new Map(),
  };
  for (const release of releases) {
    history.order.set(noticeIdOf(release), history.order.size);
    const tags = textsAt(release, 'tag');
    const about: ReleaseFrame = {
      noticeId: noticeIdOf(release),
      publishedAt: readInstant(textAt(release, 'date')),
      isChange: tags.some((tag) => changeTags.has(tag)),
      isAmendment: tags.includes('contractAmendment'),
    };
    for (const award of objectsAt(release, 'awards')) {
      const awardId = textAt(award, 'id');
      if (awardId !== null) record(history, awardHistoryKey(awardId), award, about);
    }
    for (const contract of objectsAt(release, 'contracts')) {
      const contractId = textAt(contract, 'id');
      if (contractId === null) continue;
      const key = contractHistoryKey(textAt(contract, 'awardID') ?? '-', contractId);
      record(history, key, contract, about);
      const [period] = objectsAt(contract, 'period');
      if (about.isAmendment) history.isAmended.add(key);
      else if (period !== undefined) history.firstPeriods.set(key, period);
    }
  }
  return history;
}

type ReleaseFrame = { noticeId: string; publishedAt: string | null; isChange: boolean; isAmendment: boolean };

function record(history: ContractHistory, key: string, item: JsonObject, about: ReleaseFrame): void {
  const notices = history.noticeIds.get(key) ?? [];
  if (!notices.includes(about.noticeId)) notices.push(about.noticeId);
  history.noticeIds.set(key, notices);
  if (about.publishedAt === null) return;
  const changes = history.changes.get(key) ?? [];
  const before = changes.length;
  for (const amendment of [...objectsAt(item, 'amendments'), ...objectsAt(item, 'proposedAmendments')]) {
    const id = textAt(amendment, 'id');
    // Another notice's number: that notice reported it. The older law numbers amendments 1, 2, … within a notice.
    if (id !== null && id !== about.noticeId && /^\d{6}-\d{4}$/.test(id)) continue;
    changes.push({
      noticeId: about.noticeId,
      publishedAt: about.publishedAt,
      description: cleanText(textAt(amendment, 'description') ?? textAt(amendment, 'rationale')),
      rationale: idsAt(amendment, 'rationaleClassifications'),
    });
  }
  if (about.isChange && changes.length === before) {
    changes.push({
      noticeId: about.noticeId,
      publishedAt: about.publishedAt,
      description: null,
      rationale: [],
    });
  }
  if (changes.length > 0) history.changes.set(key, changes);
}
