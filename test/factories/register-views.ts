import type { OrganisationDetail, OrganisationItem } from '../../src/app/buyers/views.ts';
import { organisationDetail, organisationItem } from '../../src/app/buyers/views.ts';
import type { DataStatus } from '../../src/app/data/views.ts';
import { dataStatus } from '../../src/app/data/views.ts';
import type { ProcessDetail } from '../../src/app/processes/views.ts';
import { processDetail } from '../../src/app/processes/views.ts';
import { contractDetailView, contractItemView, facetView } from './contract-views.ts';

const organisation: OrganisationItem = {
  id: 'b1',
  name: 'Harbour District Council',
  otherNames: ['Cyngor Dosbarth yr Harbwr'],
  buyerType: 'local-government',
  scale: null,
  place: 'Harbour',
  contractCount: 41,
  frameworkCount: 2,
  netPence: 1_234_567_800,
  netCount: 37,
  firstOn: '2021-05-04',
  lastOn: '2026-10-20',
};

/** An organisation in a list, valid by the view's own schema. */
export function organisationItemView(changes: Partial<OrganisationItem> = {}): OrganisationItem {
  return organisationItem.parse({ ...organisation, ...changes });
}

/** An organisation with something in every part of its page. */
export function organisationDetailView(changes: Partial<OrganisationDetail> = {}): OrganisationDetail {
  return organisationDetail.parse({
    ...organisation,
    identifiers: [{ scheme: 'GB-PPON', id: 'PAAA-1111-AAAA', url: null }],
    isVcse: null,
    region: 'UKE4',
    sizes: [],
    years: [
      { year: 2025, contractCount: 10, netPence: 500_000_000, netCount: 8 },
      { year: 2026, contractCount: 20, netPence: 0, netCount: 0 },
    ],
    counterparts: [
      { id: 's1', name: 'Lantern Software Ltd', contractCount: 9, netPence: 200_000_000, netCount: 7 },
      { id: null, name: 'A person', contractCount: 1, netPence: 0, netCount: 0 },
    ],
    endingNext: [contractItemView()],
    newest: [contractItemView({ id: 'c2', title: 'Hosting for licensing' })],
    facets: [facetView('status', ['live', 'ended']), facetView('cpvDivision', ['72'])],
    alsoOnOtherSide: true,
    ...changes,
  });
}

/** The raw record of a process. */
export function processDetailView(changes: Partial<ProcessDetail> = {}): ProcessDetail {
  const release = {
    ocid: 'ocds-h6vhtk-0a1b2c',
    id: '012345-2026',
    date: '2026-01-10T09:00:00Z',
    tag: ['tender'],
  };
  return processDetail.parse({
    ocid: 'ocds-h6vhtk-0a1b2c',
    title: 'Licensing systems',
    publisher: 'find-a-tender',
    regime: 'procurement-act',
    stage: 'contract',
    publishedAlso: null,
    timeline: contractDetailView().timeline,
    contracts: [contractItemView()],
    review: { indicators: [], comparable: null },
    classification: null,
    compiled: { ...release, tag: ['compiled'] },
    versioned: { ocid: release.ocid, tag: [{ releaseID: '012345-2026', value: ['tender'] }] },
    warnings: ['A company number was padded to eight digits.'],
    releases: [
      {
        releaseId: '012345-2026',
        contentHash: 'a'.repeat(64),
        publishedAt: '2026-01-10T09:00:00Z',
        receivedAt: '2026-10-31T20:00:00Z',
        origin: '/home/someone/notices.jsonl:7',
        release,
      },
    ],
    ...changes,
  });
}

/** What the register holds. */
export function dataStatusView(changes: Partial<DataStatus> = {}): DataStatus {
  return dataStatus.parse({
    isSample: false,
    isMixed: false,
    counts: {
      releases: 6286,
      processes: 4000,
      contracts: 3524,
      frameworks: 196,
      buyers: 425,
      suppliers: 1397,
    },
    publishers: [
      {
        publisher: 'find-a-tender',
        releases: 5296,
        processes: 3151,
        contracts: 2847,
        newestPublishedAt: '2026-10-30T16:06:00Z',
        lastReceivedAt: '2026-10-31T20:00:00Z',
      },
    ],
    routesDue: [],
    completeness: [
      { publisher: 'find-a-tender', year: 2025, issued: 80_000, held: 79_000, absent: 500, missing: 500 },
      { publisher: 'find-a-tender', year: 2026, issued: 70_000, held: 60_000, absent: 0, missing: 10_000 },
    ],
    flags: [
      { flag: 'placeholder', meaning: 'A number that stands for “not known”.', amounts: 82 },
      { flag: 'negative', meaning: 'Published as less than zero.', amounts: 0 },
    ],
    coverage: [{ field: 'endOn', label: 'End date', held: 2881, of: 3524 }],
    runs: [
      {
        startedAt: '2026-10-31T20:00:00Z',
        finishedAt: '2026-10-31T20:05:00Z',
        inputs: ['/home/someone/a.jsonl', 'b.jsonl', 'c.jsonl', 'd.jsonl'],
        read: 6300,
        new: 6286,
        changed: 0,
        unchanged: 13,
        repaired: 86,
        skipped: 1,
        problems: [{ input: '/home/someone/a.jsonl', line: 1204, message: 'The line is not JSON.' }],
      },
    ],
    computedAt: '2026-10-31T20:05:00Z',
    ...changes,
  });
}
