import type { AmountBasis, AmountFlag, AmountKind } from '../../../domain/contracts/amount.ts';
import type { ContractStage, Route } from '../../../domain/contracts/contract-facts.ts';
import type { LegalRegime, Publisher } from '../../../domain/notices/process-facts.ts';
import type { BuyerType, PartyRole } from '../../../domain/organisations/mention.ts';
import type { ValueBand } from '../../../domain/contracts/value-band.ts';
import type { ContractItem, Facet } from '../../../app/contracts/views.ts';
import { segmentNames } from './segments.ts';

const status: Record<ContractItem['status'], string> = {
  intended: 'Award intended',
  upcoming: 'Not started',
  live: 'Live',
  'in-extension': 'In extension',
  ended: 'Ended',
  terminated: 'Ended early',
  cancelled: 'Cancelled',
  unknown: 'Dates not known',
};

const stage: Record<ContractStage, string> = {
  intended: 'Award intended: no contract notice yet',
  awarded: 'Awarded',
  signed: 'Signed',
  completed: 'Completed',
  terminated: 'Terminated',
  cancelled: 'Cancelled',
};

const regime: Record<LegalRegime, string> = {
  'procurement-act': 'Procurement Act 2023',
  'procurement-act-wales': 'Procurement Act 2023 (Wales)',
  'procurement-act-northern-ireland': 'Procurement Act 2023 (Northern Ireland)',
  'pcr-2015': 'Public Contracts Regulations 2015',
  scotland: 'Scottish procurement law',
  'light-touch': 'Light touch',
  'provider-selection': 'Provider Selection Regime (health)',
  utilities: 'Utilities',
  defence: 'Defence and security',
  concession: 'Concession',
  'below-threshold': 'Below the threshold',
  unknown: 'Not stated',
};

const route: Record<Route, string> = {
  'open-competition': 'Open competition',
  'restricted-competition': 'Restricted competition',
  'flexible-competition': 'Competitive flexible procedure',
  'framework-call-off': 'Call-off from a framework',
  'dynamic-market': 'Dynamic market',
  'direct-award': 'Direct award',
  'below-threshold': 'Below the threshold',
  other: 'Another procedure',
  unknown: 'Not stated',
};

const buyerType: Record<BuyerType, string> = {
  'central-government': 'Central government',
  nhs: 'NHS',
  'local-government': 'Local government',
  education: 'Education',
  'police-and-fire': 'Police and fire',
  housing: 'Housing',
  utility: 'Utility',
  devolved: 'Devolved government',
  'other-public': 'Other public body',
  unknown: 'Not stated',
};

const valueBand: Record<ValueBand, string> = {
  none: 'No value we can rely on',
  'under-10k': 'Under £10,000',
  '10k-100k': '£10,000 to £100,000',
  '100k-1m': '£100,000 to £1 million',
  '1m-10m': '£1 million to £10 million',
  '10m-100m': '£10 million to £100 million',
  'over-100m': 'Over £100 million',
  ceiling: 'Framework ceiling only',
};

const publisher: Record<Publisher, string> = {
  'find-a-tender': 'Find a Tender',
  'contracts-finder': 'Contracts Finder',
  'public-contracts-scotland': 'Public Contracts Scotland',
  sell2wales: 'Sell2Wales',
  other: 'Another publisher',
};

const amountKind: Record<AmountKind, string> = {
  ceiling: 'framework ceiling',
  estimate: 'estimate',
  award: 'award value',
  contract: 'contract value',
  final: 'final value',
  paid: 'paid',
};

const amountBasis: Record<AmountBasis, string> = {
  net: 'ex VAT',
  gross: 'inc VAT',
  unstated: 'VAT not stated',
};

const amountFlag: Record<AmountFlag, string> = {
  placeholder: 'looks like a placeholder',
  zero: 'zero',
  negative: 'below zero',
  unreadable: 'cannot be read as a number',
  'decimal-shift': 'the decimal point looks wrong',
  'framework-ceiling': 'repeats the ceiling of its framework',
  'above-threshold': 'far above the threshold that the notice says it is below',
  'out-of-range': 'far outside what is usual',
  shared: 'the same sum is given for several contracts',
  'currency-mismatch': 'its currency differs from that of the other amounts',
  superseded: 'a later notice replaced it',
};

const amountOf: Record<'process' | 'lot' | 'award' | 'contract', string> = {
  process: 'The whole procurement',
  lot: 'Lot',
  award: 'Award',
  contract: 'Contract',
};

const scale: Record<'sme' | 'large' | 'mixed', string> = {
  sme: 'Small or medium-sized (says the notice)',
  large: 'Large (says the notice)',
  mixed: 'Small and large suppliers together',
};

const scaleShort: Record<'sme' | 'large', string> = {
  sme: 'Small or medium-sized',
  large: 'Large',
};

const facet: Record<Facet['name'], string> = {
  segment: 'Market segment',
  buyer: 'Buyer',
  supplier: 'Supplier',
  buyerType: 'Type of buyer',
  regime: 'Law it runs under',
  route: 'Route',
  status: 'Status today',
  year: 'Year of signature or award',
  valueBand: 'Value',
  cpvDivision: 'What is bought (CPV)',
  publisher: 'Published on',
};

const partyRole: Record<PartyRole, string> = {
  buyer: 'Buyer',
  'procuring-entity': 'Runs the procurement',
  supplier: 'Supplier',
  tenderer: 'Bidder',
  subcontractor: 'Subcontractor',
};

const mainCategory: Record<'goods' | 'services' | 'works', string> = {
  goods: 'Goods',
  services: 'Services',
  works: 'Works',
};

const processStage: Record<'planning' | 'tender' | 'award' | 'contract' | 'cancelled', string> = {
  planning: 'Planning',
  tender: 'Tender',
  award: 'Award',
  contract: 'Contract',
  cancelled: 'Cancelled',
};

/** What bid statistics count. A measure that isn't here is shown as the notice gives it. */
const bidMeasure: Readonly<Record<string, string>> = {
  bids: 'Bids received',
  validBids: 'Valid bids',
  finalStageBids: 'Bids at the final stage',
  smeBids: 'Bids from small and medium-sized firms',
  smeFinalStageBids: 'Final-stage bids from small and medium-sized firms',
  vcseFinalStageBids: 'Final-stage bids from charities and social enterprises',
  electronicBids: 'Electronic bids',
  foreignBidsFromEU: 'Bids from the European Union',
  foreignBidsFromNonEU: 'Bids from other countries',
};

/** Ratings and reasons as notices code them. One that isn't here is shown as published. */
const published: Readonly<Record<string, string>> = {
  met: 'Met',
  slightlyBelow: 'Slightly below target',
  below: 'Below target',
  significantlyBelow: 'Significantly below target',
  good: 'Good',
  approachingTarget: 'Approaching target',
  requiresImprovement: 'Requires improvement',
  inadequate: 'Inadequate',
  other: 'Other',
};

/** Words for every value that the register stores as a code. */
export const labels = {
  segment: segmentNames,
  status,
  stage,
  regime,
  route,
  buyerType,
  valueBand,
  publisher,
  amountKind,
  amountBasis,
  amountFlag,
  amountOf,
  scale,
  scaleShort,
  facet,
  partyRole,
  mainCategory,
  processStage,
  bidMeasure,
  published,
};
