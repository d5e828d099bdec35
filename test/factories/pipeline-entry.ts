import type { PipelineEntry } from '../../src/domain/pipeline/pipeline-entry.ts';

/** A planned purchase as the merge sees it: one housing system, £1,000 to £2,000. */
export function pipelineEntry(changes: Partial<PipelineEntry> = {}): PipelineEntry {
  return {
    key: 'entered:a',
    source: 'entered',
    buyerId: 'b1',
    buyerName: 'Marram District Council',
    segment: 'sector-systems',
    title: 'Housing repairs system',
    lowPence: 100_000,
    highPence: 200_000,
    gap: null,
    startFrom: '2027-04-01',
    startTo: '2027-06-30',
    months: 36,
    noticeOn: null,
    ocid: null,
    contractIds: [],
    replacesContractId: null,
    stage: 'idea',
    confidence: 'medium',
    ...changes,
  };
}
