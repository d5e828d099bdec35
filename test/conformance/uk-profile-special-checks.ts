import type { Check } from './uk-profile-checks.ts';

/** The rest of the processes read by eye; see `uk-profile-checks.ts`. */
export const specialChecks: readonly Check[] = [
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
    contractAmounts: ['contract net 575085600 above-threshold', 'contract gross 690102700 above-threshold'],
  },
  {
    read: 'UK7 below the threshold, light touch: contracts[0].value.amount 5928000 for one school taxi route',
    ocid: '06d5e3',
    expected: { regime: 'below-threshold' },
    contracts: [{ headlineIndex: null }],
    contractAmounts: ['contract net 592800000 above-threshold', 'contract gross 592800000 above-threshold'],
  },
  {
    read: 'UK7 below the threshold, contracts[0].value.amount 1078630 for four years of printing: doubted, kept in sums',
    ocid: '06e1a8',
    expected: {
      quality: [
        'contracts[0].value.amountGross: 6.2 times the threshold of £207,720 (Goods and services, sub-central authorities) that the notice says it is below; one of the two is a slip.',
      ],
    },
    contractAmounts: ['contract net 107863000 believed', 'contract gross 129435600 believed'],
  },
  {
    read: 'UK7: contracts[0].title is the bare reference "CSP26675", tender.title is not',
    ocid: '06d5fe',
    expected: {},
    contracts: [{ title: 'CSP26675 - NQCC TAQC Interlock system boards' }],
  },
];
