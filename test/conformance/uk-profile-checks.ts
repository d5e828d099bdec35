import type { ContractFacts } from '../../src/domain/contracts/contract-facts.ts';
import type { ProcessFacts } from '../../src/domain/notices/process-facts.ts';

/** One process and what its JSON says. */
export type Check = {
  /** What the notice is, and where in the JSON the expected values were read. */
  read: string;
  ocid: string;
  expected: Partial<ProcessFacts>;
  contracts?: readonly Partial<ContractFacts>[];
  /** `kind basis minorUnits flag` of the process's amounts. */
  amounts?: readonly string[];
  /** The same of the first contract. */
  contractAmounts?: readonly string[];
};

/** Read by eye in the JSON: thirty-odd notices drawn by lot (seed 1) over every type that occurs, and the special cases. */
export const checks: readonly Check[] = [
  {
    read: 'UK7: contracts[0].value, .period, .dateSigned, .aboveThreshold; parties[1].identifier',
    ocid: '06dfba',
    expected: {
      regime: 'below-threshold',
      stage: 'contract',
      cpvCodes: ['72000000'],
      buyerPartyIds: ['GB-CHC-RC000391'],
    },
    contracts: [
      {
        signedOn: '2026-07-29',
        startOn: '2026-08-01',
        endOn: '2029-07-31',
        maxEndOn: null,
        supplierPartyIds: ['GB-COH-03749813'],
      },
    ],
    contractAmounts: ['contract net 15000000 believed', 'contract gross 18000000 believed'],
  },
  {
    read: 'UK7 with days written as UTC: contracts[0].period 2026-09-01T00:00:00Z to 2027-07-31T23:59:59Z; awards[0].relatedLots',
    ocid: '06e0ff',
    expected: { regime: 'below-threshold', route: 'below-threshold', isCompetitive: true },
    contracts: [
      {
        signedOn: '2026-08-11',
        startOn: '2026-09-01',
        endOn: '2027-07-31',
        lotIds: ['2716'],
        supplierPartyIds: ['GB-FTS-14266'],
      },
    ],
    contractAmounts: ['contract net 3972214 believed', 'contract gross 3972214 believed'],
  },
  {
    read: 'UK7: awards[0].items[0].additionalClassifications; contracts[0].value.amount 52200.0',
    ocid: '06e1d1',
    expected: { title: 'Digital EHCP Drafting Tool' },
    contracts: [
      { cpvCodes: ['48190000', '72263000', '72268000'], endOn: '2028-08-10', mainCategory: 'services' },
    ],
    contractAmounts: ['contract net 5220000 believed', 'contract gross 6264000 believed'],
  },
  {
    read: 'UK7 call-off: relatedProcesses[0].identifier, .relatedLots; tender.competitive; contracts[0].value.amount 48487.5',
    ocid: '06e1b5',
    expected: {
      route: 'framework-call-off',
      isCompetitive: true,
      framework: { ocid: 'ocds-h6vhtk-050a85', reference: null, lotIds: ['5'], basis: 'linked' },
    },
    contracts: [{ mainCategory: 'goods', title: 'Supply of Reusable Kerbside Red & Blue Recycling Bags' }],
    contractAmounts: ['contract net 4848750 believed', 'contract gross 5818400 believed'],
  },
  {
    read: 'UK6: awards[0].date, .value, .contractPeriod; no contract yet',
    ocid: '06e179',
    expected: { stage: 'award', isCompetitive: false },
    contracts: [
      {
        contractId: '-',
        stage: 'intended',
        awardedOn: '2026-08-06',
        signedOn: null,
        endOn: '2027-08-10',
        isAboveThreshold: false,
      },
    ],
    contractAmounts: ['award net 3230000 believed', 'award gross 3230000 believed'],
  },
  {
    read: 'UK6 direct award: awards[0].contractPeriod.maxExtentDate, .hasRenewal, .hasOptions, .aboveThreshold',
    ocid: '06d5a6',
    expected: { regime: 'procurement-act', route: 'direct-award' },
    contracts: [
      {
        startOn: '2026-09-01',
        endOn: '2030-03-29',
        maxEndOn: '2031-03-28',
        hasOptions: true,
        isAboveThreshold: true,
      },
    ],
    contractAmounts: ['award net 1114711900 believed', 'award gross 1337654400 believed'],
  },
  {
    read: 'UK6: bids.statistics[] bids 6, finalStageBids 6, smeFinalStageBids 5, vcseFinalStageBids 0; parties[1] procuringEntity',
    ocid: '06b590',
    expected: {
      buyerPartyIds: ['GB-PPON-PDND-1513-VDZH'],
      bids: [
        { lotId: '1', measure: 'bids', count: 6 },
        { lotId: '1', measure: 'finalStageBids', count: 6 },
        { lotId: '1', measure: 'smeFinalStageBids', count: 5 },
        { lotId: '1', measure: 'vcseFinalStageBids', count: 0 },
      ],
    },
    contracts: [{ endOn: '2026-12-07', mainCategory: 'works', supplierPartyIds: ['GB-COH-01538942'] }],
    contractAmounts: ['award net 18741057 believed', 'award gross 22489268 believed'],
  },
  {
    read: 'UK6 with two awards to one supplier: awards[].value.amount 109974.5 and 19800',
    ocid: '06aa1e',
    expected: { stage: 'award' },
    contracts: [{ awardId: '1' }, { awardId: '2', supplierPartyIds: ['GB-COH-03159991'] }],
    contractAmounts: ['award net 10997450 believed', 'award gross 13196900 believed'],
  },
  {
    read: 'UK4: tender.value, tenderPeriod.endDate 12:00+01:00, enquiryPeriod.endDate; lots[0].contractPeriod',
    ocid: '06e14b',
    expected: {
      stage: 'tender',
      tenderDeadlineAt: '2026-09-17T11:00:00Z',
      enquiryDeadlineAt: '2026-09-15T11:00:00Z',
      contracts: [],
    },
    amounts: [
      'estimate net 49999999 believed',
      'estimate gross 59999999 believed',
      'estimate net 49999999 believed',
      'estimate gross 59999999 believed',
    ],
  },
  {
    read: 'UK4 update, two stages: tender.expressionOfInterestDeadline; lots[0].contractPeriod, .suitability',
    ocid: '06ad6e',
    expected: {
      route: 'flexible-competition',
      tenderDeadlineAt: '2026-09-09T11:00:00Z',
      regime: 'procurement-act',
    },
  },
  {
    read: 'UK4: tender.tenderPeriod.endDate 2026-08-31T11:00:00Z; buyer British Council',
    ocid: '06e134',
    expected: { tenderDeadlineAt: '2026-08-31T11:00:00Z', cpvCodes: ['79952000'] },
    amounts: [
      'estimate net 10000000 believed',
      'estimate gross 11500000 believed',
      'estimate net 10000000 believed',
      'estimate gross 11500000 believed',
    ],
  },
  {
    read: 'UK5: tender.procurementMethodRationaleClassifications[0].id urgency; awards[0].status pending',
    ocid: '06e17f',
    expected: {
      route: 'direct-award',
      directAwardReasons: ['urgency'],
      isCompetitive: false,
      stage: 'award',
    },
    contracts: [{ stage: 'intended', hasOptions: true, endOn: '2027-08-10' }],
    contractAmounts: ['award net 103351075 believed', 'award gross 124021290 believed'],
  },
  {
    read: 'UK5 of a utility: tender.specialRegime; awards[0].value has amountGross only; maxExtentDate',
    ocid: '06e039',
    expected: { regime: 'utilities', directAwardReasons: ['switchingDirectAward'] },
    contracts: [{ startOn: '2027-07-12', endOn: '2031-07-12', maxEndOn: '2033-07-12', headlineIndex: 0 }],
    contractAmounts: ['award gross 450000000 believed'],
  },
  {
    read: 'UK2 of a framework: tender.communication.futureNoticeDate, tender.techniques.hasFrameworkAgreement, tender.value; lots[0].contractPeriod',
    ocid: '06e029',
    expected: {
      stage: 'planning',
      isFrameworkAgreement: true,
      contracts: [],
      framework: null,
      tenderExpectedOn: '2026-08-31',
    },
    amounts: ['ceiling net 16667500 believed', 'ceiling gross 20001000 believed'],
  },
  {
    read: 'UK1: tender.items[0]; no value; parties[0].identifier GB-MPR',
    ocid: '06dfa3',
    expected: {
      stage: 'planning',
      cpvCodes: ['48000000'],
      amounts: [],
      buyerPartyIds: ['GB-MPR-30938R'],
      tenderExpectedOn: null,
    },
  },
  {
    read: 'UK3: tender.specialRegime lightTouch; communication.futureNoticeDate; tenderPeriod.endDate; parties[1] procuringEntity is no buyer',
    ocid: '06a6e6',
    expected: {
      stage: 'planning',
      regime: 'light-touch',
      tenderExpectedOn: '2026-08-21',
      tenderDeadlineAt: '2026-09-21T11:00:00Z',
      buyerPartyIds: ['GB-PPON-PQNQ-2236-WRPR'],
    },
  },
  {
    read: 'UK10: contracts[0].proposedAmendments[0].value, .rationaleClassifications; its period.startDate is the change',
    ocid: '05ee62',
    expected: { stage: 'contract' },
    contracts: [{ stage: 'signed', startOn: null, noticeIds: ['071478-2026'] }],
    contractAmounts: ['contract net 50919500 believed', 'contract gross 61103400 believed'],
  },
  {
    read: 'UK10: parties[2].roles removedSupplier; awards[0].suppliers; contracts[0].period.startDate is the change',
    ocid: '064891',
    expected: { regime: 'procurement-act' },
    contracts: [{ startOn: null, supplierPartyIds: ['GB-COH-06378234'], isAboveThreshold: true }],
  },
  {
    read: 'UK11: contracts[0].terminationRationaleClassifications contractCompleted; implementation.endDate, .finalValue',
    ocid: '0600e8',
    expected: { stage: 'contract' },
    contracts: [{ stage: 'completed', endReason: 'contractCompleted', endedOn: '2026-08-05' }],
    contractAmounts: ['final net 16666260 believed', 'final gross 19999512 believed'],
  },
  {
    read: 'UK11: breachOfContract; implementation.performanceFailures[0].category, .penaltyDate',
    ocid: '051734',
    expected: { buyerPartyIds: ['GB-PPON-PQCM-5634-HGCN'] },
    contracts: [{ awardId: '2', stage: 'terminated', endReason: 'breachOfContract', endedOn: '2026-03-12' }],
    contractAmounts: ['final net 90247900 believed', 'final gross 108297400 believed'],
  },
  {
    read: 'UK11: contracts[0].implementation.finalValue.amount 6705; buyer only by its role',
    ocid: '060bc5',
    expected: { buyerPartyIds: ['GB-COH-09121572'] },
    contracts: [{ stage: 'completed', endedOn: '2026-07-16' }],
    contractAmounts: ['final net 670500 believed', 'final gross 804600 believed'],
  },
];
