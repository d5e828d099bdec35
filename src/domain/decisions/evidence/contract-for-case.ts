import type { Route } from '../../contracts/contract-facts.ts';
import type { LegalRegime } from '../../notices/process-facts.ts';
import type { BuyerType } from '../../organisations/mention.ts';
import type { SegmentId } from '../../segments/segment.ts';

/** What the page of a contract says that a case about its successor can begin with. Null is not known. */
export type ContractForCase = {
  id: string;
  title: string;
  buyer: { id: string | null; name: string } | null;
  buyerType: BuyerType;
  suppliers: readonly string[];
  /** Pounds without VAT over the term; null where no value can be relied on. */
  netPounds: number | null;
  /** Pounds with VAT, as published. */
  grossPounds: number | null;
  startOn: string | null;
  endOn: string | null;
  /** Last day with every option used. */
  maxEndOn: string | null;
  hasOptions: boolean;
  regime: LegalRegime;
  route: Route;
  segment: SegmentId | null;
  /** Products that its texts name. */
  products: readonly string[];
};

/**
 * The law under which a contract was let, as people write it; null where it isn’t known.
 *
 * @example regimeName('pcr-2015') // 'Public Contracts Regulations 2015'
 */
export function regimeName(regime: LegalRegime): string | null {
  return names[regime];
}

const names: Readonly<Record<LegalRegime, string | null>> = {
  'procurement-act': 'Procurement Act 2023',
  'procurement-act-wales': 'Procurement Act 2023 (Wales)',
  'procurement-act-northern-ireland': 'Procurement Act 2023 (Northern Ireland)',
  'pcr-2015': 'Public Contracts Regulations 2015',
  scotland: 'Scottish procurement law',
  'light-touch': 'Light touch rules',
  'provider-selection': 'Provider Selection Regime',
  utilities: 'Utilities Contracts Regulations 2016',
  defence: 'Defence and Security Public Contracts Regulations 2011',
  concession: 'Concession Contracts Regulations 2016',
  'below-threshold': 'below the thresholds',
  unknown: null,
};
