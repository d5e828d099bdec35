import type { JsonObject } from '../../lib/json.ts';
import type { ContractFacts } from '../contracts/contract-facts.ts';
import { objectAt, objectsAt, textAt } from './json-fields.ts';
import type { Notice, ProcessFacts } from './process-facts.ts';

const closedStatuses = new Set(['cancelled', 'withdrawn', 'unsuccessful']);

/**
 * How far a process has come.
 *
 * contract: a signed contract · award: an award only · cancelled: all of either withdrawn, or the tender
 * (`tender.status` cancelled, withdrawn, unsuccessful, or a `tenderCancellation` with no lot left open) · tender: a
 * tender notice was published (UK4, UK12, UK13 or the tag) · planning: nothing but UK1–3.
 *
 * @example stageOfProcess(compiled, notices, contracts) // 'award'
 */
export function stageOfProcess(
  compiled: JsonObject,
  notices: readonly Notice[],
  contracts: readonly ContractFacts[],
): ProcessFacts['stage'] {
  const live = contracts.filter((contract) => contract.stage !== 'cancelled');
  if (live.some(({ stage }) => stage !== 'awarded' && stage !== 'intended')) return 'contract';
  if (live.length > 0) return 'award';
  if (contracts.length > 0) return 'cancelled';
  const tender = objectAt(compiled, 'tender');
  const tags = new Set(notices.flatMap((notice) => notice.tags));
  if (closedStatuses.has(textAt(tender, 'status') ?? '')) return 'cancelled';
  if (tags.has('tenderCancellation') && !hasOpenLot(tender)) return 'cancelled';
  if (tags.has('award') || tags.has('awardUpdate'))
    return isDynamicMarketNotice(notices) ? 'tender' : 'award';
  if (tags.has('contract') || [...tags].some((tag) => tag.startsWith('contract') || tag === 'implementation'))
    return 'contract';
  const isPlanning = [...tags].every((tag) => tag.startsWith('planning')) && tags.size > 0;
  return isPlanning || ['planning', 'planned'].includes(textAt(tender, 'status') ?? '')
    ? 'planning'
    : 'tender';
}

function hasOpenLot(tender: JsonObject | undefined): boolean {
  return objectsAt(tender, 'lots').some((lot) =>
    ['active', 'planned', 'pending'].includes(textAt(lot, 'status') ?? ''),
  );
}

/** UK13–16 speak of who may bid, not of awards, though UK15 is tagged as an award. */
function isDynamicMarketNotice(notices: readonly Notice[]): boolean {
  return notices.every((notice) => notice.noticeType !== null && /^UK1[3-6]$/.test(notice.noticeType));
}
