import type { ProcessProfile } from '../../src/domain/processes/process-profile.ts';

/** A process on Find a Tender with one contract; on another portal with `changes`. */
export function processProfile(changes: Partial<ProcessProfile> = {}): ProcessProfile {
  return {
    ocid: 'ocds-h6vhtk-000001',
    publisher: 'find-a-tender',
    title: 'Housing management system',
    buyers: [{ id: 'b1', name: 'Marram District Council' }],
    noticeIds: ['000001-2026'],
    references: ['ocid:ocds-h6vhtk-000001', 'notice:000001-2026'],
    isFrameworkAgreement: false,
    frameworkOcid: null,
    frameworkReference: null,
    estimates: [9_000_000],
    values: [8_765_400],
    firstPublishedOn: '2026-01-12',
    lastPublishedOn: '2026-05-06',
    deadlineOn: '2026-02-13',
    decidedOn: ['2026-05-01'],
    startOn: ['2026-06-01'],
    endOn: ['2028-05-31'],
    suppliers: [{ id: 's1', name: 'Aldergate Systems Ltd' }],
    cpvCodes: ['72000000'],
    ...changes,
  };
}

/** The same on Contracts Finder, as it often comes: an award alone, with a notice of its own. */
export function finderProfile(changes: Partial<ProcessProfile> = {}): ProcessProfile {
  return processProfile({
    ocid: 'ocds-b5fd17-1',
    publisher: 'contracts-finder',
    noticeIds: [],
    references: ['ocid:ocds-b5fd17-1'],
    estimates: [],
    firstPublishedOn: '2026-05-20',
    lastPublishedOn: '2026-05-20',
    ...changes,
  });
}
