import { londonDayOf } from '../../lib/days.ts';
import type { Amount } from '../contracts/amount.ts';
import type { ContractFacts } from '../contracts/contract-facts.ts';
import type { ProcessFacts } from '../notices/process-facts.ts';
import { titleWords } from './incumbent-rewin.ts';
import type { MarketContract } from './market-contract.ts';

/** What measures read of a contract that stands in the facts of its process and in no column of a register's row. */
export type MeasuredFacts = Pick<MarketContract, 'bidCount' | 'tenderOn' | 'firstPence' | 'lastPence'> & {
  /** Words by which a successor is recognised. */
  titleWords: string[];
};

/**
 * Works out of the facts of a process what measures need of one of its contracts: bids, the day of the first tender notice,
 * and what it was worth when it was signed and later.
 *
 * @example measuredFacts(facts, contract).bidCount // 1
 */
export function measuredFacts(
  facts: Pick<ProcessFacts, 'bids' | 'notices'>,
  contract: Pick<ContractFacts, 'title' | 'lotIds' | 'amounts'>,
): MeasuredFacts {
  return {
    bidCount: bidCountOf(facts.bids, contract.lotIds),
    tenderOn: tenderOnOf(facts.notices),
    ...valuesOf(contract.amounts),
    titleWords: titleWords(contract.title),
  };
}

/** The most bids for any lot that the contract covers: one bid only where every lot had one. */
function bidCountOf(bids: ProcessFacts['bids'], lotIds: readonly string[]): number | null {
  const counts = bids
    .filter(({ measure }) => measure === 'bids')
    .filter(({ lotId }) => lotId === '' || lotIds.length === 0 || lotIds.includes(lotId))
    .map(({ count }) => count);
  return counts.length === 0 ? null : Math.max(...counts);
}

/** Day in London of the first notice that calls for tenders. */
function tenderOnOf(notices: ProcessFacts['notices']): string | null {
  const instants = notices.flatMap(({ tags, publishedAt }) =>
    tags.includes('tender') && publishedAt !== null ? [publishedAt] : [],
  );
  const [first] = instants.toSorted();
  return first === undefined ? null : londonDayOf(new Date(first));
}

/**
 * Values in pounds without VAT: as first signed, and the final one, else the last where a change gave another. Where the
 * first isn't known, nothing is compared.
 */
function valuesOf(amounts: readonly Amount[]): Pick<MarketContract, 'firstPence' | 'lastPence'> {
  const values = amounts.flatMap(({ kind, basis, currency, minorUnits, flag }) =>
    basis === 'net' &&
    currency === 'GBP' &&
    minorUnits !== null &&
    minorUnits > 0 &&
    (flag === null || flag === 'superseded')
      ? [{ kind, flag, pence: minorUnits }]
      : [],
  );
  const signed = values.filter(({ kind }) => kind === 'contract');
  const finals = values.filter(({ kind, flag }) => kind === 'final' && flag === null);
  const [first] = signed;
  if (first === undefined) return { firstPence: null, lastPence: null };
  const isChanged = values.some(
    ({ kind, flag }) => (kind === 'contract' || kind === 'final') && flag === 'superseded',
  );
  const last = isChanged ? (signed.findLast(({ flag }) => flag === null)?.pence ?? null) : null;
  return {
    firstPence: first.pence,
    lastPence: finals.length > 0 ? Math.max(...finals.map(({ pence }) => pence)) : last,
  };
}
