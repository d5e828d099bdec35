import { coverageOf, shareOf, type Coverage } from './coverage.ts';
import { dayNumber } from './financial-year.ts';
import { isCounted, soleSupplierOf, type MarketContract } from './market-contract.ts';
import type { Share } from './sme-share.ts';

type Successive = Pick<
  MarketContract,
  | 'contractId'
  | 'segment'
  | 'buyerId'
  | 'supplierIds'
  | 'supplierCount'
  | 'stage'
  | 'isFrameworkAgreement'
  | 'isCopy'
  | 'startOn'
  | 'endOn'
  | 'datedOn'
  | 'title'
>;

/** A successor begins at most this many days before the end of what it follows, and at most so many after it. */
export const successionDays = { before: 183, after: 365 };

/** Words that stand in most titles and say little of what is bought. */
export const plainTitleWords: readonly string[] = [
  'agreement', 'annual', 'award', 'call', 'contract', 'contracts', 'council', 'digital', 'extension', 'framework',
  'from', 'licence', 'licences', 'maintenance', 'management', 'procurement', 'project', 'provision', 'purchase',
  'renewal', 'replacement', 'service', 'services', 'software', 'solution', 'solutions', 'supply', 'support', 'system',
  'systems', 'with', 'year',
]; // prettier-ignore

/**
 * The words of a title by which it is recognised: those of four letters or more, each once, without the plain ones.
 *
 * @example titleWords('Provision of Housing Management System') // ['housing']
 */
export function titleWords(title: string): string[] {
  const words = title.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  return [...new Set(words)].filter((word) => !plainTitleWords.includes(word)).toSorted();
}

/**
 * Why a contract can't be asked whether its supplier won again; null where it can: it has ended by `today`, has one
 * supplier, a buyer, an end and a title to recognise its successor by.
 *
 * @example rewinGap({ ...contract, endOn: '2030-01-01' }, '2026-11-01') // 'not-ended'
 */
export function rewinGap(contract: Successive, today: string): string | null {
  if (contract.isCopy) return 'copy';
  if (contract.isFrameworkAgreement) return 'framework-agreement';
  if (!isCounted(contract)) return 'withdrawn';
  if (contract.endOn === null) return 'no-end';
  if (contract.endOn >= today) return 'not-ended';
  if (contract.buyerId === null) return 'no-buyer';
  if (soleSupplierOf(contract) === null) return 'no-single-supplier';
  return titleWords(contract.title).length === 0 ? 'no-title' : null;
}

/**
 * Whether one contract seems to follow another: the same buyer and segment, another contract, beginning around the
 * other's end, with the same words in the title (two, or all where there is only one).
 *
 * @example isSuccessor(next, ended) // true
 */
export function isSuccessor(next: Successive, ended: Successive): boolean {
  if (next.contractId === ended.contractId || !isCounted(next) || ended.endOn === null) return false;
  if (next.buyerId !== ended.buyerId || next.segment !== ended.segment) return false;
  if (soleSupplierOf(next) === null) return false;
  const begins = dayNumber(next.startOn ?? next.datedOn);
  const end = dayNumber(ended.endOn);
  if (begins < end - successionDays.before || begins > end + successionDays.after) return false;
  if (ended.startOn !== null && begins <= dayNumber(ended.startOn)) return false;
  const words = titleWords(ended.title);
  const shared = titleWords(next.title).filter((word) => words.includes(word)).length;
  return shared >= Math.min(2, words.length) && shared > 0;
}

/** How often the supplier of an ended contract won the one that follows it. */
export type RewinRate = Share & { coverage: Coverage };

/**
 * The share of ended contracts, of those with a recognised successor, whose supplier won again. Of several possible
 * successors the one that begins nearest to the end counts (then the smaller id).
 *
 * @param today `YYYY-MM-DD`
 * @example incumbentRewin(contracts, '2026-11-01').share // 0.62
 */
export function incumbentRewin(contracts: readonly Successive[], today: string): RewinRate {
  const byBuyer = Map.groupBy(contracts, ({ buyerId }) => buyerId);
  const successors = new Map<string, Successive>();
  for (const ended of contracts) {
    if (rewinGap(ended, today) !== null) continue;
    const found = nearest(
      ended,
      (byBuyer.get(ended.buyerId) ?? []).filter((next) => isSuccessor(next, ended)),
    );
    if (found !== null) successors.set(ended.contractId, found);
  }
  const followed = contracts.filter(({ contractId }) => successors.has(contractId));
  const won = followed.filter((ended) => {
    const next = successors.get(ended.contractId);
    return next !== undefined && soleSupplierOf(next) === soleSupplierOf(ended);
  }).length;
  return {
    share: shareOf(won, followed.length),
    part: won,
    whole: followed.length,
    coverage: coverageOf(
      contracts,
      (contract) =>
        rewinGap(contract, today) ?? (successors.has(contract.contractId) ? null : 'no-successor-seen'),
    ),
  };
}

function nearest(ended: Successive, candidates: readonly Successive[]): Successive | null {
  const end = dayNumber(ended.endOn ?? '');
  const distance = (one: Successive): number => Math.abs(dayNumber(one.startOn ?? one.datedOn) - end);
  const [first] = candidates.toSorted(
    (a, b) => distance(a) - distance(b) || (a.contractId < b.contractId ? -1 : 1),
  );
  return first ?? null;
}
