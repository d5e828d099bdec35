import type { ContractDetail, ContractItem, Facet } from '../../src/app/contracts/views.ts';
import { contractDetail, contractItem, facet } from '../../src/app/contracts/views.ts';

const basic: ContractItem = {
  id: 'c1',
  ocid: 'ocds-h6vhtk-0a1b2c',
  title: 'Case management for licensing',
  titleMarked: [{ text: 'Case management for licensing', isMatch: false }],
  snippet: null,
  why: [],
  buyer: { id: 'b1', name: 'Harbour District Council' },
  buyerType: 'local-government',
  suppliers: [{ id: 's1', name: 'Lantern Software Ltd' }],
  scale: 'sme',
  amount: { minorUnits: 123_456_789, currency: 'GBP', kind: 'contract', basis: 'net', flag: null },
  isFrameworkAgreement: false,
  frameworkReference: null,
  status: 'live',
  stage: 'signed',
  regime: 'procurement-act',
  route: 'open-competition',
  publisher: 'find-a-tender',
  segment: 'cloud-hosting',
  datedOn: '2026-03-20',
  startOn: '2026-04-01',
  endOn: '2028-03-31',
  maxEndOn: '2030-03-31',
  cpvDivisions: ['48'],
};

/** A contract in a list, valid by the view's own schema. */
export function contractItemView(changes: Partial<ContractItem> = {}): ContractItem {
  const { title } = changes;
  const titleMarked = title === undefined ? basic.titleMarked : [{ text: title, isMatch: false }];
  return contractItem.parse({ ...basic, titleMarked, ...changes });
}

type Amount = ContractDetail['amounts'][number];

/** An amount on the page of a contract. */
export function amountView(changes: Partial<Amount> = {}): Amount {
  return {
    minorUnits: 123_456_789,
    currency: 'GBP',
    kind: 'contract',
    basis: 'net',
    flag: null,
    of: 'contract',
    ofId: '1',
    originalText: null,
    sourcePath: 'contracts[0].value.amount',
    kindMeaning: 'The value of the signed contract.',
    flagMeaning: null,
    isHeadline: false,
    isSummed: true,
    ...changes,
  };
}

type Party = ContractDetail['parties'][number];

/** A party on the page of a contract. */
export function partyView(changes: Partial<Party> = {}): Party {
  return {
    id: 's1',
    name: 'Lantern Software Ltd',
    roles: ['supplier'],
    identifiers: [{ scheme: 'GB-COH', id: '01234567', url: 'https://example.org/company/01234567' }],
    scale: 'sme',
    isVcse: false,
    buyerType: null,
    place: 'Leeds, LS1',
    note: null,
    ...changes,
  };
}

/** A contract with something in every part of its page. */
export function contractDetailView(changes: Partial<ContractDetail> = {}): ContractDetail {
  const { titleMarked: _marked, snippet: _snippet, why: _why, ...item } = basic;
  return contractDetail.parse({
    ...item,
    vendors: [],
    awardId: 'a1',
    contractId: '1',
    isStandIn: false,
    classification: null,
    description: 'A system for licences.\n\nIt replaces paper.',
    processTitle: 'Licensing systems',
    processDescription: null,
    statusMeaning: 'Between its start and its end.',
    endReason: null,
    regimeBasis: 'tender.legalBasis.scheme = UKPGA',
    procedure: 'Open procedure',
    directAwardReasons: [],
    isAboveThreshold: true,
    mainCategory: 'services',
    awardedOn: '2026-03-01',
    signedOn: '2026-03-20',
    endedOn: null,
    hasOptions: true,
    optionsText: 'Two extensions of a year.',
    framework: null,
    callOffs: { count: 0, items: [] },
    amounts: [
      amountView({ basis: 'gross', minorUnits: 148_148_147, isSummed: false }),
      amountView({ isHeadline: true }),
      amountView({
        kind: 'estimate',
        of: 'process',
        ofId: null,
        minorUnits: 1,
        flag: 'placeholder',
        flagMeaning: 'A number that stands for “not known”.',
        isSummed: false,
        sourcePath: 'tender.value.amount',
      }),
    ],
    parties: [
      partyView({
        id: 'b1',
        name: 'Harbour District Council',
        roles: ['buyer'],
        buyerType: 'local-government',
        scale: null,
      }),
      partyView(),
    ],
    cpv: [{ code: '48000000', label: 'Software package and information systems' }],
    lots: [{ lotId: '1', title: 'Software', description: 'The licences.' }],
    bids: [{ lotId: '', measure: 'bids', count: 4 }],
    priceWeights: [{ lotId: '1', percent: 40 }],
    kpiCount: 3,
    performance: [{ metric: 'Availability', rating: 'slightlyBelow', periodEnd: '2026-09-30' }],
    changes: [
      {
        noticeId: '054321-2026',
        publishedAt: '2026-09-01T10:00:00Z',
        description: 'More users.',
        rationale: ['additionalNeeds'],
      },
    ],
    publishedAlso: null,
    timeline: [
      {
        noticeId: '012345-2026',
        noticeType: 'UK4',
        label: 'Tender notice',
        meaning: 'Bids are invited.',
        tags: ['tender'],
        publishedAt: '2026-01-10T09:00:00Z',
        url: 'https://example.org/Notice/012345-2026',
        concernsThisContract: false,
      },
      {
        noticeId: '023456-2026',
        noticeType: 'UK7',
        label: 'Contract details notice',
        meaning: null,
        tags: ['contract'],
        publishedAt: '2026-03-22T09:00:00Z',
        url: null,
        concernsThisContract: true,
      },
    ],
    documents: [
      {
        title: 'Specification',
        url: 'https://example.org/specification.pdf',
        kind: 'technicalSpecifications',
      },
    ],
    siblings: [contractItemView({ id: 'c2', title: 'Hosting for licensing' })],
    similar: [contractItemView({ id: 'c3', title: 'Case management for grants' })],
    quality: ['The estimate is a placeholder.'],
    ...changes,
  });
}

/** A facet with values that count 12, 11, 10 … */
export function facetView(
  name: Facet['name'],
  values: readonly string[],
  changes: Partial<Facet> = {},
): Facet {
  return facet.parse({
    name,
    isLowerBound: false,
    values: values.map((value, place) => ({ value, label: value, count: 12 - place, isSelected: false })),
    ...changes,
  });
}
