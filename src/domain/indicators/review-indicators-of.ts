import type { JsonObject } from '../../lib/json.ts';
import { objectAt, textAt } from '../notices/json-fields.ts';
import type { ProcessFacts } from '../notices/process-facts.ts';
import type { Competition } from './competition-of.ts';
import { competitionOf } from './competition-of.ts';

/**
 * A fact about a process that is worth a second look. `basis` says what it was read from, because United Kingdom notices
 * hardly ever hold the bids themselves: what rests on a fallback is never added to what rests on bids.
 */
export type ReviewIndicator =
  | {
      code: 'R018';
      basis: 'bid-statistics';
      competition: Competition;
      /** Lots that got one bid, and lots whose number of bids is published; 1 and 1 where the process has one number. */
      singleBidLots: number;
      countedLots: number;
      publishedReason: string | null;
    }
  | {
      code: 'R003';
      basis: 'publication-to-deadline';
      competition: Competition;
      /** Whole days, and the number that they stay under. */
      days: number;
      threshold: number;
      publishedReason: string | null;
    };

/** Whole days to bid below which the toolkit's R003 speaks; a default of the field, no limit of the law. */
export const shortPeriodDays = 15;

const dayMs = 86_400_000;

type Facts = Pick<
  ProcessFacts,
  'stage' | 'route' | 'regime' | 'bids' | 'notices' | 'tenderDeadlineAt' | 'mentions'
>;

/**
 * The review indicators of a process by its notices: R018 from bid statistics, R003 from the publication of the first
 * tender notice. The other indicators need each bid, and aren't calculated. Nothing is said about a direct award, a
 * process below the thresholds, one that was cancelled, or one that a likely natural person supplies.
 *
 * @param compiled its compiled release, for the buyer's published reasons
 * @example reviewIndicatorsOf(facts, compiled) // [{ code: 'R018', basis: 'bid-statistics', singleBidLots: 1, countedLots: 1, … }]
 */
export function reviewIndicatorsOf(facts: Facts, compiled: JsonObject): ReviewIndicator[] {
  const competition = competitionOf(facts);
  if (competition === null || facts.stage === 'cancelled') return [];
  if (facts.mentions.some(({ isPersonLikely }) => isPersonLikely)) return [];
  const tender = objectAt(compiled, 'tender');
  const found: ReviewIndicator[] = [];
  const bids = countBids(facts.bids);
  if (bids.singleBidLots > 0) {
    const publishedReason = textAt(tender, 'procurementMethodRationale');
    found.push({ code: 'R018', basis: 'bid-statistics', competition, ...bids, publishedReason });
  }
  const days = competition === 'competition' ? daysToBid(facts) : null;
  if (days !== null && days < shortPeriodDays) {
    const publishedReason = textAt(objectAt(tender, 'procedure'), 'acceleratedRationale');
    const threshold = shortPeriodDays;
    found.push({
      code: 'R003',
      basis: 'publication-to-deadline',
      competition,
      days,
      threshold,
      publishedReason,
    });
  }
  return found;
}

/** A lot that is counted twice has the larger number: the smaller may be of a later stage. */
function countBids(bids: ProcessFacts['bids']): { singleBidLots: number; countedLots: number } {
  const byLot = new Map<string, number>();
  for (const { lotId, measure, count } of bids) {
    if (measure === 'bids') byLot.set(lotId, Math.max(count, byLot.get(lotId) ?? 0));
  }
  const counted = [...byLot.values()].filter((count) => count > 0);
  return {
    singleBidLots: counted.filter((count) => count === 1).length,
    countedLots: counted.length,
  };
}

/** Whole days from the first tender notice to the deadline; null where either is missing, or they stand the wrong way round. */
function daysToBid({ notices, tenderDeadlineAt }: Facts): number | null {
  const published = notices
    .filter(({ tags }) => tags.includes('tender'))
    .map(({ publishedAt }) => Date.parse(publishedAt ?? ''))
    .filter((instant) => !Number.isNaN(instant));
  const deadline = Date.parse(tenderDeadlineAt ?? '');
  if (published.length === 0 || Number.isNaN(deadline)) return null;
  const spanMs = deadline - Math.min(...published);
  return spanMs < 0 ? null : Math.trunc(spanMs / dayMs);
}
