import type { Competition } from '../../../domain/indicators/competition-of.ts';
import type { Format } from '../format.ts';

/** How common a fact is where it was bought: shares from 0 to 1. */
type Rate = { share: number; low: number; high: number };

/** What is said about review indicators. A signal for review, never about anybody: a test reads every sentence here. */
export const reviewWords = (format: Format) => {
  const percent = (share: number): string => format.share(share, 1, { under: 'under 1%', over: 'over 99%' });
  return {
    percent,
    heading: 'Worth a second look',
    lead: 'A signal for review, not a finding. Most have an innocent reason, and none says anything about one procurement alone.',
    ratesLink: 'How often one tender is received, by segment, kind of buyer and year',
    oneTender: (single: number, counted: number) => {
      if (counted === 1) return 'One tender was received.';
      if (single === counted) return `One tender was received for each of ${format.number(counted)} lots.`;
      return `One tender was received for ${format.number(single)} of ${format.number(counted)} lots.`;
    },
    shortPeriod: (days: number, threshold: number) => {
      const length =
        days === 0
          ? 'Less than a day'
          : `${format.number(days)} ${format.plural(days, { one: 'whole day', other: 'whole days' })}`;
      return `${length} between the tender notice and the deadline. Below ${format.number(threshold)} days we show it; the limits of the law are others.`;
    },
    basis: {
      'bid-statistics':
        'Read from the bid statistics in the notices. The bids themselves are not published, so this is kept apart from indicators that rest on them.',
      'publication-to-deadline':
        'Counted from the publication of the first tender notice, because the notices give no start of the period.',
    },
    kinds: {
      competition: 'competitions open to the market',
      'call-off': 'call-offs under an agreement',
    } satisfies Record<Competition, string>,
    common: (rate: Rate, place: { count: number; kind: string; buyerType: string; year: number }) =>
      `How common that is: ${percent(rate.share)} of ${format.number(place.count)} comparable contracts (95% interval ${percent(rate.low)} to ${percent(rate.high)}). Comparable are ${place.kind} in the same market segment, by the same kind of buyer (${place.buyerType}), in ${String(place.year)}.`,
    tooFew: (counted: number) =>
      `Not enough data to say how common that is: the number of tenders is published for ${format.number(counted)} comparable ${format.plural(counted, { one: 'contract', other: 'contracts' })}, and a rate needs 30.`,
    noClass: 'Not enough data to say how common that is: there is no signed contract to compare.',
    reasonsHeading: 'Common innocent reasons',
    reasons: {
      R018: {
        competition: [
          'Few firms offer what was asked for, or hold the accreditation that it needs.',
          'Others judged that the supplier in place was hard to beat, or a change too costly.',
          'The work was small, remote or wanted at a busy time.',
          'Tenders that were withdrawn or came too late are not counted.',
        ],
        'call-off': [
          'The rules of the agreement let the buyer ask one of its holders.',
          'The lot of the agreement has few holders.',
          'Others judged that the supplier in place was hard to beat, or a change too costly.',
          'The work was small, remote or wanted at a busy time.',
        ],
      },
      R003: [
        'The need was urgent.',
        'An earlier notice had told the market what was coming, which allows a shorter period.',
        'The deadline is that of a first stage, such as a request to take part.',
        'The deadline in the notice was changed later, in a notice that is not held here.',
      ],
    },
    page: {
      title: 'Review indicators',
      lead: 'How often one tender was received, by market segment, kind of buyer and year.',
      never:
        'Rates are given of 30 contracts or more, and never of one buyer or supplier. What was seen in one procurement stands on its own page.',
      figure: (kind: string) => `One tender received: ${kind}`,
      description:
        'Contracts signed or awarded in a calendar year, for which the number of tenders was published. The interval holds the true rate 95 times in 100.',
      class: 'Year, segment, type of buyer',
      rate: 'One tender',
      counted: 'Counted',
      interval: (low: string, high: string) => `${low} to ${high}`,
      ofContracts: (counted: string, all: string) => `${counted} of ${all} contracts`,
      left: (count: number) =>
        `${format.number(count)} ${format.plural(count, { one: 'class', other: 'classes' })} with fewer than 30 contracts counted ${count === 1 ? 'is' : 'are'} left out here; choose a segment or a type of buyer to see their number.`,
      note: 'Read from the bid statistics in the notices, which come with a part of the contracts only. Direct awards, framework agreements, contracts below the thresholds, and what was withdrawn are left out. Where all lots of a contract have one tender it counts as one.',
    },
    published: 'The buyer’s published reason',
    unpublished: 'The buyer published no reason.',
  };
};
