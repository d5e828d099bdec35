import { shortId } from '../../lib/hash.ts';
import type { Amount } from './amount.ts';

/** Id of a contract that an award stands in for until the contract notice arrives. */
export const standInContractId = '-';

/**
 * Where a contract stands by what the notices say; nothing here depends on today.
 * intended: a notice of the intention (UK5, UK6) only, nobody is known to have signed · awarded: an award notice of a
 * portal or law that has no contract notices · signed: a contract notice · completed: ended as planned ·
 * terminated: ended early, with the notice's reason · cancelled: award or contract withdrawn.
 */
export const contractStages = [
  'intended',
  'awarded',
  'signed',
  'completed',
  'terminated',
  'cancelled',
] as const;
export type ContractStage = (typeof contractStages)[number];

/**
 * Stands for "no day is published" where rows must have one to be ordered by: before every day that is read (`readDay`
 * leaves out years before 1950), so that such contracts stand last. Never shown; see {@link publishedDay}.
 */
export const undatedDay = '0001-01-01';

/**
 * A stored day as it may be shown: null where it stands for none.
 *
 * @example publishedDay('0001-01-01') // null
 */
export function publishedDay(day: string | null): string | null {
  return day === undatedDay ? null : day;
}

/** How the contract was reached. */
export const routes = [
  'open-competition',
  'restricted-competition',
  'flexible-competition',
  'framework-call-off',
  'dynamic-market',
  'direct-award',
  'below-threshold',
  'other',
  'unknown',
] as const;
export type Route = (typeof routes)[number];

/** One key performance indicator or its result as published. */
export type Performance = { metric: string; rating: string | null; periodEnd: string | null };

/** One published change of a contract. */
export type ContractChange = {
  /** Id of the notice that reported it. */
  noticeId: string;
  publishedAt: string;
  description: string | null;
  rationale: string[];
};

/** One signed contract, or the award that stands in for it. */
export type ContractFacts = {
  ocid: string;
  awardId: string;
  /** The contract's id in its process, or {@link standInContractId}. */
  contractId: string;
  title: string;
  description: string | null;
  stage: ContractStage;
  /** Reason class of the end as published (for example `complete`, `supplierInsolvency`), where it ended. */
  endReason: string | null;
  /** Days, `YYYY-MM-DD`, in Europe/London. */
  awardedOn: string | null;
  signedOn: string | null;
  startOn: string | null;
  /** End without options. */
  endOn: string | null;
  /** Last end with every option used. */
  maxEndOn: string | null;
  /** Day it really ended, where a notice says so. */
  endedOn: string | null;
  hasOptions: boolean;
  optionsText: string | null;
  /** Ids of parties (mentions) that supply it. */
  supplierPartyIds: string[];
  lotIds: string[];
  /** CPV codes of eight digits, most specific source first. */
  cpvCodes: string[];
  mainCategory: 'goods' | 'services' | 'works' | null;
  isAboveThreshold: boolean | null;
  route: Route;
  /** Whether this is the setting up of a framework or dynamic market: its value is a ceiling. */
  isFrameworkAgreement: boolean;
  amounts: Amount[];
  /** The amount shown in lists: index into `amounts`, or null. Believable contract net before gross before award … */
  headlineIndex: number | null;
  kpiCount: number | null;
  performance: Performance[];
  changes: ContractChange[];
  /** Ids of the notices that speak of this contract, oldest first. */
  noticeIds: string[];
};

/**
 * The permanent public id of a contract, made from its natural key.
 *
 * @example contractKey('ocds-h6vhtk-06d60b', '1', '1')
 */
export function contractKey(ocid: string, awardId: string, contractId: string): string {
  return shortId([ocid, awardId, contractId]);
}
