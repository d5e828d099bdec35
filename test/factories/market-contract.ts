import type { MarketContract } from '../../src/domain/market/market-contract.ts';

/** A contract as the measures see it: signed, two years, £730, one small supplier. */
export function marketContract(changes: Partial<MarketContract> = {}): MarketContract {
  return {
    contractId: 'c1',
    segment: 'sector-systems',
    buyerId: 'b1',
    buyerType: 'local-government',
    supplierIds: ['s1'],
    supplierCount: 1,
    scale: 'sme',
    route: 'open-competition',
    isBelowThreshold: false,
    stage: 'signed',
    isFrameworkAgreement: false,
    isCopy: false,
    netPence: 73_000,
    startOn: '2025-04-01',
    endOn: '2027-03-31',
    maxEndOn: null,
    endedOn: null,
    datedOn: '2025-03-20',
    tenderOn: '2024-11-01',
    decidedOn: '2025-03-20',
    bidCount: 3,
    firstPence: 73_000,
    lastPence: null,
    title: 'Housing management system',
    ...changes,
  };
}
