import type { ProcessReview } from '../../app/indicators/views.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';

/** One indicator as a page shows it. */
export type ReviewShown = {
  fact: string;
  /** How common it is; null where nothing is compared. */
  common: string | null;
  basis: string;
  reasons: readonly string[];
  publishedReason: string | null;
};

/**
 * The review indicators of a process in words: the bare fact, how common it is, its innocent reasons and the buyer's own.
 *
 * @example presentReview({ indicators: [], comparable: null }, words) // []
 */
export function presentReview(
  { indicators, comparable }: ProcessReview,
  { review, labels }: Catalogue,
): ReviewShown[] {
  return indicators.map((indicator) => {
    const { publishedReason } = indicator;
    const basis = review.basis[indicator.basis];
    if (indicator.code === 'R003') {
      const fact = review.shortPeriod(indicator.days, indicator.threshold);
      return { fact, common: null, basis, reasons: review.reasons.R003, publishedReason };
    }
    return {
      fact: review.oneTender(indicator.singleBidLots, indicator.countedLots),
      common: commonText(comparable, { review, labels }),
      basis,
      reasons: review.reasons.R018[indicator.competition],
      publishedReason,
    };
  });
}

function commonText(
  comparable: ProcessReview['comparable'],
  { review, labels }: Pick<Catalogue, 'review' | 'labels'>,
): string {
  if (comparable === null) return review.noClass;
  const { rate, counted, competition, buyerType, year } = comparable;
  if (rate === null) return review.tooFew(counted);
  const types: Readonly<Record<string, string>> = labels.buyerType;
  const kind = review.kinds[competition];
  return review.common(rate, { count: counted, kind, buyerType: types[buyerType] ?? buyerType, year });
}
