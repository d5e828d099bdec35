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
        stage: 'awarded',
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
    contracts: [{ stage: 'awarded', hasOptions: true, endOn: '2027-08-10' }],
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
    read: 'UK2 of a framework: tender.techniques.hasFrameworkAgreement, tender.value; lots[0].contractPeriod',
    ocid: '06e029',
    expected: { stage: 'planning', isFrameworkAgreement: true, contracts: [], framework: null },
    amounts: ['ceiling net 16667500 believed', 'ceiling gross 20001000 believed'],
  },
  {
    read: 'UK1: tender.items[0]; no value; parties[0].identifier GB-MPR',
    ocid: '06dfa3',
    expected: { stage: 'planning', cpvCodes: ['48000000'], amounts: [], buyerPartyIds: ['GB-MPR-30938R'] },
  },
  {
    read: 'UK3: tender.specialRegime lightTouch; tenderPeriod.endDate; parties[1] procuringEntity is no buyer',
    ocid: '06a6e6',
    expected: {
      stage: 'planning',
      regime: 'light-touch',
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
  {
    read: 'UK12 before award: tender.status withdrawn; awards[0] cancelled without suppliers',
    ocid: '06d4d1',
    expected: { stage: 'cancelled', contracts: [] },
  },
  {
    read: 'UK12 after award: contracts[0].status cancelled',
    ocid: '0605ce',
    expected: { stage: 'cancelled' },
    contracts: [{ stage: 'cancelled' }],
  },
  {
    read: 'UK6 then UK12 an hour later: awards[0].value kept, contracts[0].status cancelled',
    ocid: '06dfd9',
    expected: { stage: 'cancelled' },
    contracts: [{ stage: 'cancelled', noticeIds: ['075614-2026', '075684-2026'] }],
    contractAmounts: ['award net 25000000 believed', 'award gross 30000000 believed'],
  },
  {
    read: 'five UK15: awards[] only id, amendments and suppliers',
    ocid: '0510f8',
    expected: { isDynamicMarket: true, contracts: [], stage: 'tender' },
  },
  {
    read: 'UK13: tender.techniques.hasDynamicPurchasingSystem, specialRegime utilities',
    ocid: '06e07a',
    expected: { isDynamicMarket: true, regime: 'utilities', stage: 'tender', route: 'dynamic-market' },
  },
  {
    read: 'UK9: contracts[0].implementation.metrics[].observations[0].measureClassification.id',
    ocid: '04f7de',
    expected: { stage: 'contract' },
  },
  {
    read: 'UK6 then UK7: awards[0] of the first, contracts[0] of the second',
    ocid: '06e099',
    expected: { stage: 'contract' },
    contracts: [
      { awardId: '1', contractId: '1', stage: 'signed', noticeIds: ['075915-2026', '076140-2026'] },
    ],
  },
  {
    read: 'UK3 then UK4: one process, stage tender',
    ocid: '06b607',
    expected: { stage: 'tender' },
  },
  {
    read: 'UK7 call-off of Technology Services 4: relatedProcesses[0]; RM6190 in the text; contracts[0].period.maxExtentDate',
    ocid: '06b56f',
    expected: {
      framework: { ocid: 'ocds-h6vhtk-04eac3', reference: 'RM6190', lotIds: ['5'], basis: 'linked' },
    },
    contracts: [
      {
        signedOn: '2026-07-15',
        endOn: '2029-07-14',
        maxEndOn: '2032-07-14',
        supplierPartyIds: ['GB-COH-07804221'],
      },
    ],
    contractAmounts: ['contract net 1150000000 believed', 'contract gross 1380000000 believed'],
  },
  {
    read: 'older law, G-Cloud 14: tender.procurementMethodRationale names RM1557.14; contracts[0].value.amount 138925.44',
    ocid: '06e0a2',
    expected: {
      regime: 'pcr-2015',
      route: 'framework-call-off',
      framework: { ocid: null, reference: 'RM1557.14', lotIds: [], basis: 'inferred' },
      cpvCodes: ['72000000'],
    },
    contracts: [{ signedOn: '2026-07-23', stage: 'signed', awardId: '075928-2026-1' }],
    contractAmounts: ['contract net 13892544 believed'],
  },
  {
    read: 'older law: tender.procurementMethodRationale "Call-off from framework", D_OUTSIDE_SCOPE',
    ocid: '06e052',
    expected: { route: 'framework-call-off', framework: null, directAwardReasons: ['D_OUTSIDE_SCOPE'] },
    contracts: [{ supplierPartyIds: ['GB-COH-00916634'], mainCategory: 'goods' }],
    contractAmounts: ['contract net 7912847 believed'],
  },
  {
    read: 'older law from Scotland: links[0].href; tender.value 248358000, lots[0].value 41387000',
    ocid: '06d5ed',
    expected: { regime: 'scotland', stage: 'tender' },
  },
  {
    read: 'older law, sparse update: tender.amendments[0].unstructuredChanges[0].newValue.text names the regime',
    ocid: '06d005',
    expected: { regime: 'provider-selection', stage: 'tender', contracts: [] },
  },
  {
    read: 'contracts[0].value.amount 0.01: a placeholder, no headline',
    ocid: '06e08f',
    expected: { stage: 'contract' },
    contracts: [{ headlineIndex: null }],
    contractAmounts: ['contract net 1 placeholder', 'contract gross 1 placeholder'],
  },
  {
    read: 'tender.value 26500000 GBP, lots[0].value 26500000 AED',
    ocid: '06dcff',
    expected: { stage: 'tender' },
    amounts: ['estimate gross 2650000000 believed', 'estimate gross 2650000000 currency-mismatch'],
  },
  {
    read: 'tender.value amount 1500000 and amountGross 18000000',
    ocid: '06af2b',
    expected: {},
    amounts: [
      'estimate net 150000000 decimal-shift',
      'estimate gross 1800000000 decimal-shift',
      'estimate net 150000000 decimal-shift',
      'estimate gross 1800000000 decimal-shift',
    ],
  },
  {
    read: 'framework UK7: contracts[0].value.amountGross 2294401494.8 is a ceiling',
    ocid: '05614f',
    expected: { isFrameworkAgreement: true, stage: 'contract' },
    contracts: [{ isFrameworkAgreement: true, headlineIndex: 0 }],
    contractAmounts: ['ceiling gross 229440149480 believed'],
  },
  {
    read: 'older law: techniques.hasFrameworkAgreement, but procurementMethodRationale "Purchase via NHS Supply Chain Framework"',
    ocid: '06dff2',
    expected: { isFrameworkAgreement: false, route: 'framework-call-off' },
    contracts: [{ isFrameworkAgreement: false }],
    contractAmounts: ['contract net 4288271 believed'],
  },
  {
    read: 'older law, restricted: tender.description "has awarded a further competition … through the 879 … DPS"',
    ocid: '06e04f',
    expected: { isFrameworkAgreement: false, route: 'dynamic-market' },
    contractAmounts: ['contract net 14199384 believed'],
  },
  {
    read: 'older law: techniques.hasDynamicPurchasingSystem; contracts[] are purchases from it',
    ocid: '03b792',
    expected: { isDynamicMarket: true, route: 'dynamic-market' },
    contractAmounts: ['contract net 29588434 believed'],
  },
  {
    read: 'older law: procurementMethodRationale "Award of contract using NHS SBS Digital Workplace Solutions 2 framework"',
    ocid: '06e073',
    expected: { route: 'framework-call-off', framework: null },
  },
  {
    read: 'older law: the framework itself is extended (tender.description), no call-off',
    ocid: '06e01b',
    expected: { route: 'direct-award' },
  },
  {
    read: 'older law: the regime is named only in tender.amendments[0].description',
    ocid: '06b43f',
    expected: { regime: 'provider-selection' },
  },
  {
    read: 'UK6 of a framework and its first call-off: awards[1].title ends in "Call-Off Contract"',
    ocid: '060a98',
    expected: { isFrameworkAgreement: true },
    contracts: [{ isFrameworkAgreement: true }, { isFrameworkAgreement: false }],
    contractAmounts: ['ceiling net 391263000 believed', 'ceiling gross 469515600 believed'],
  },
  {
    read: 'UK7 below the threshold: contracts[0].value.amount 5750856 and amountGross 6901027 are one value',
    ocid: '06e10f',
    expected: { regime: 'below-threshold' },
    contracts: [{ headlineIndex: null }],
    contractAmounts: ['contract net 575085600 out-of-range', 'contract gross 690102700 out-of-range'],
  },
  {
    read: 'UK7: contracts[0].title is the bare reference "CSP26675", tender.title is not',
    ocid: '06d5fe',
    expected: {},
    contracts: [{ title: 'CSP26675 - NQCC TAQC Interlock system boards' }],
  },
];
