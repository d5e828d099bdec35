import type { PurchaseCells } from '../../src/domain/pipeline/read-purchase.ts';

/** A planned purchase as a file gives it. */
export const purchaseCells: PurchaseCells = {
  buyer: 'Marram District Council',
  reference: 'P-1',
  title: 'Housing repairs system',
  segment: 'sector-systems',
  valueLow: '250000',
  valueHigh: '400000',
  vat: 'net',
  startFrom: '2027-04-01',
  startTo: '2027-06-30',
  stage: 'idea',
  confidence: 'medium',
  shareable: 'yes',
};
