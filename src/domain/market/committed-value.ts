import { coverageOf, type Coverage } from './coverage.ts';
import { dayNumber, financialYearDays, financialYearOf } from './financial-year.ts';
import { isCounted, type MarketContract } from './market-contract.ts';

/** Why a contract has no part in committed value, in the order in which reasons are looked for. */
export const committedGaps = [
  'copy',
  'framework-agreement',
  'withdrawn',
  'not-signed',
  'no-value',
  'no-start',
  'no-end',
  'end-before-start',
  'end-unknown',
] as const;
export type CommittedGap = (typeof committedGaps)[number];

type Committing = Pick<
  MarketContract,
  'stage' | 'isFrameworkAgreement' | 'isCopy' | 'netPence' | 'startOn' | 'endOn' | 'maxEndOn' | 'endedOn'
>;

/**
 * Why a contract can't be spread over years; null where it can.
 *
 * @example committedGap({ ...contract, endOn: null }) // 'no-end'
 */
export function committedGap(contract: Committing): CommittedGap | null {
  const { stage, netPence, startOn, endOn, endedOn } = contract;
  if (contract.isCopy) return 'copy';
  if (contract.isFrameworkAgreement) return 'framework-agreement';
  if (!isCounted(contract)) return 'withdrawn';
  if (stage === 'awarded' || stage === 'intended') return 'not-signed';
  if (netPence === null) return 'no-value';
  if (startOn === null) return 'no-start';
  if (endOn === null) return 'no-end';
  if (endOn < startOn) return 'end-before-start';
  return stage === 'terminated' && endedOn === null ? 'end-unknown' : null;
}

/** Until when a contract commits money, and until when its options would; null where it can't be measured. */
export type CommittedTerm = {
  start: string;
  /** End without options, over which the value is spread. */
  end: string;
  /** Last day that is committed: the end, or the day on which it was ended early. */
  committedUntil: string;
  /** Last day of its options, where it has options and nothing says that it ended. */
  extensionUntil: string | null;
};

/**
 * The days over which a contract's value is spread; null where it can't be measured.
 *
 * @example committedTerm({ ...contract, startOn: '2025-10-01', endOn: '2026-09-30' })?.committedUntil // '2026-09-30'
 */
export function committedTerm(contract: Committing): CommittedTerm | null {
  const { startOn, endOn, maxEndOn, endedOn, stage } = contract;
  if (committedGap(contract) !== null || startOn === null || endOn === null) return null;
  const isCut = stage === 'terminated' && endedOn !== null && endedOn < endOn;
  const isEnded = stage === 'terminated' || stage === 'completed';
  return {
    start: startOn,
    end: endOn,
    committedUntil: isCut ? endedOn : endOn,
    extensionUntil: !isEnded && maxEndOn !== null && maxEndOn > endOn ? maxEndOn : null,
  };
}

/** One contract's part in one financial year, by the year in which it begins; pence without VAT. */
export type CommittedPart = {
  year: number;
  /** Days of the year that are committed, and days of its options. */
  days: number;
  pence: number;
  extensionDays: number;
  extensionPence: number;
};

/**
 * One contract spread in a straight line over its days, first and last included; empty where it can't be measured.
 * What was ended early commits nothing after the day on which it ended. `extensionPence` is what the days of its options
 * would add at the same daily rate: not committed, and never added to what is.
 *
 * Sums to the penny: each year gets the difference of what is due by its last day and by that of the year before, each
 * rounded half up.
 *
 * @example committedParts({ ...contract, netPence: 73_000, startOn: '2025-10-01', endOn: '2026-09-30' })[0] // { year: 2025, days: 182, pence: 36_400, … }
 */
export function committedParts(contract: Committing): CommittedPart[] {
  const term = committedTerm(contract);
  const { netPence } = contract;
  if (term === null || netPence === null) return [];
  const start = dayNumber(term.start);
  const days = dayNumber(term.end) - start + 1;
  const committed = Math.max(0, dayNumber(term.committedUntil) - start + 1);
  const all = term.extensionUntil === null ? days : dayNumber(term.extensionUntil) - start + 1;
  const lastDay = term.extensionUntil ?? term.committedUntil;
  const parts: CommittedPart[] = [];
  for (let year = financialYearOf(term.start); year <= financialYearOf(lastDay); year += 1) {
    const { first, last } = financialYearDays(year);
    const from = dayNumber(first) - start;
    const to = dayNumber(last) - start + 1;
    const base = between(from, to, 0, committed);
    const options = between(from, to, days, all);
    parts.push({
      year,
      days: base.to - base.from,
      pence: dueAfter(netPence, days, base.to) - dueAfter(netPence, days, base.from),
      extensionDays: options.to - options.from,
      extensionPence: dueAfter(netPence, days, options.to) - dueAfter(netPence, days, options.from),
    });
  }
  return parts;
}

/** The days from `from` to `to` as far as they lie between two limits; nothing where they don't. */
function between(from: number, to: number, least: number, most: number): { from: number; to: number } {
  const clamp = (value: number): number => Math.min(Math.max(value, least), most);
  return { from: clamp(from), to: clamp(to) };
}

/** Of a value over so many days, what is due after `elapsed` of them, rounded half up; exact for any amount. */
function dueAfter(pence: number, days: number, elapsed: number): number {
  const whole = BigInt(days);
  return Number((2n * BigInt(pence) * BigInt(elapsed) + whole) / (2n * whole));
}

/** One financial year of a market: how many contracts run in it, and what they come to. */
export type CommittedYear = {
  year: number;
  contracts: number;
  pence: number;
  extensionContracts: number;
  extensionPence: number;
};

/**
 * Committed value by financial year, oldest first, with what could be measured.
 *
 * @example committedByYear(contracts).years[0] // { year: 2024, contracts: 12, pence: 4_200_000_00, … }
 */
export function committedByYear(contracts: readonly MarketContract[]): {
  years: CommittedYear[];
  coverage: Coverage;
} {
  const years = new Map<number, CommittedYear>();
  for (const contract of contracts) {
    for (const { year, days, pence, extensionDays, extensionPence } of committedParts(contract)) {
      const sum = years.get(year) ?? {
        year,
        contracts: 0,
        pence: 0,
        extensionContracts: 0,
        extensionPence: 0,
      };
      if (days > 0) sum.contracts += 1;
      if (extensionDays > 0) sum.extensionContracts += 1;
      sum.pence += pence;
      sum.extensionPence += extensionPence;
      years.set(year, sum);
    }
  }
  return {
    years: [...years.values()].toSorted((a, b) => a.year - b.year),
    coverage: coverageOf(contracts, committedGap),
  };
}
