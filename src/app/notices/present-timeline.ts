import type { z } from 'zod';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import type { timelineEntry } from '../contracts/views.ts';
import type { Reference } from '../reference.ts';

const tagLabels: Record<string, string> = {
  planning: 'Planning notice',
  planningUpdate: 'Planning notice updated',
  tender: 'Tender notice',
  tenderUpdate: 'Tender notice updated',
  tenderAmendment: 'Tender notice amended',
  tenderCancellation: 'Tender cancelled',
  award: 'Award notice',
  awardUpdate: 'Award notice updated',
  awardCancellation: 'Award cancelled',
  contract: 'Contract notice',
  contractUpdate: 'Contract notice updated',
  contractAmendment: 'Contract changed',
  contractTermination: 'Contract ended',
  implementation: 'Performance notice',
  implementationUpdate: 'Performance notice updated',
};

/** Stands in the ocid of every process of the sample market, and in no real one. */
const sampleMark = '-sample-';

/**
 * The notices of a process, oldest first, in words. Under the Procurement Act the notice type names them; under older law
 * the release's tags do.
 *
 * @param concerned ids of the notices that speak of the contract in hand; null where none is in hand
 */
export function presentTimeline(
  facts: ProcessFacts,
  reference: Reference,
  concerned: ReadonlySet<string> | null,
): z.output<typeof timelineEntry>[] {
  return facts.notices.map((notice) => {
    const known = reference.noticeTypes.find((type) => type.code === notice.noticeType);
    const byTags = notice.tags.map((tag) => tagLabels[tag] ?? tag).join(', ');
    return {
      ...notice,
      // The numbers of invented notices are free, or one day another buyer's: a link would lead astray.
      url: facts.ocid.includes(sampleMark) ? null : notice.url,
      label: known?.name ?? (byTags === '' ? 'Notice' : byTags),
      meaning: known?.meaning ?? null,
      concernsThisContract: concerned?.has(notice.noticeId) ?? true,
    };
  });
}
