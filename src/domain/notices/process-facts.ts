import type { Amount } from '../contracts/amount.ts';
import type { ContractFacts, Route } from '../contracts/contract-facts.ts';
import type { Mention } from '../organisations/mention.ts';

/** Where a release was published, by the prefix of its ocid. */
export const publishers = [
  'find-a-tender',
  'contracts-finder',
  'public-contracts-scotland',
  'sell2wales',
  'other',
] as const;
export type Publisher = (typeof publishers)[number];

/** The law a process runs under. */
export const legalRegimes = [
  'procurement-act',
  'procurement-act-wales',
  'procurement-act-northern-ireland',
  'pcr-2015',
  'scotland',
  'light-touch',
  'provider-selection',
  'utilities',
  'defence',
  'concession',
  'below-threshold',
  'unknown',
] as const;
export type LegalRegime = (typeof legalRegimes)[number];

/** One published notice of a process. */
export type Notice = {
  /** The release's id, which on Find a Tender is the notice number. */
  noticeId: string;
  /** UK1 … UK17, or null under the older law, where the tags say what it is. */
  noticeType: string | null;
  tags: string[];
  /** Instant of publication, UTC ISO 8601. */
  publishedAt: string | null;
  /** The official page, where one is known. */
  url: string | null;
};

/** The framework or dynamic market that a call-off draws on. */
export type FrameworkLink = {
  /** ocid of the framework's own process, where the notice links it. */
  ocid: string | null;
  /** Reference such as RM1557.14, where the text names it. */
  reference: string | null;
  lotIds: string[];
  /** linked: structured in the notice · inferred: read in the text. */
  basis: 'linked' | 'inferred';
};

/** One link to a document on the publisher's site; documents are linked, never copied. */
export type DocumentLink = { title: string; url: string; kind: string | null };

/** One lot as tendered. */
export type Lot = {
  lotId: string;
  title: string | null;
  description: string | null;
  status: string | null;
  startOn: string | null;
  endOn: string | null;
  maxEndOn: string | null;
  isSuitableForSme: boolean | null;
  isSuitableForVcse: boolean | null;
};

/** What a compiled process says, in our words. Recomputed from all its releases each time, never patched. */
export type ProcessFacts = {
  ocid: string;
  publisher: Publisher;
  regime: LegalRegime;
  /** Why this regime: the path and value that decided it. */
  regimeBasis: string;
  title: string;
  description: string | null;
  stage: 'planning' | 'tender' | 'award' | 'contract' | 'cancelled';
  procedure: string | null;
  route: Route;
  directAwardReasons: string[];
  isCompetitive: boolean | null;
  isFrameworkAgreement: boolean;
  isDynamicMarket: boolean;
  framework: FrameworkLink | null;
  /** Number of bids received, where published; per lot id, `''` for the whole. */
  bids: { lotId: string; measure: string; count: number }[];
  /** Weight of price in the award criteria in percent, by lot. */
  priceWeights: { lotId: string; percent: number }[];
  /** Day on which the tender notice is expected, by the notices of planning. */
  tenderExpectedOn: string | null;
  tenderDeadlineAt: string | null;
  enquiryDeadlineAt: string | null;
  buyerPartyIds: string[];
  mentions: Mention[];
  lots: Lot[];
  cpvCodes: string[];
  /** Amounts of the process and its lots; those of contracts stand with the contracts. */
  amounts: Amount[];
  notices: Notice[];
  documents: DocumentLink[];
  /** By which it can be known on other portals, see `referencesOf`. */
  references: string[];
  contracts: ContractFacts[];
  /** What was left out or read with care, one sentence each: impossible dates, sparse updates, ends without a reason. */
  quality: string[];
  firstPublishedAt: string | null;
  lastPublishedAt: string | null;
};
