import type { z } from 'zod';
import { textBlock, textSection, textTable } from '../text-form.ts';
import type { Competition, rateView } from './competition-view.ts';
import { coverageText, notEnough } from './overview-text.ts';

/** Competition as text. */
export function competitionText(found: Competition): string {
  return [
    textBlock([
      ['one bid', rateText(found.all.singleBid)],
      ['direct award', rateText(found.all.directAward)],
      ['won again', rateText(found.rewin)],
      [
        'days from tender to contract',
        found.leadTime === null
          ? notEnough
          : `median ${Math.round(found.leadTime.median)}, a quarter under ${Math.round(found.leadTime.q1)}, a quarter over ${Math.round(found.leadTime.q3)} (n ${found.leadTime.count})`,
      ],
    ]),
    `One bid: ${coverageText(found.singleBidCoverage)}`,
    `Won again: ${coverageText(found.rewinCoverage)}`,
    `Days: ${coverageText(found.leadTimeCoverage)}`,
    textSection(
      'By segment: one bid, direct award, won again',
      textTable(
        found.segments.map((one) => [
          one.segment,
          rateText(one.singleBid),
          rateText(one.directAward),
          rateText(one.rewin),
        ]),
      ),
    ),
  ].join('\n\n');
}

/**
 * A rate as text with its interval; with fewer than thirty contracts only how many there were.
 *
 * @example rateText({ part: 3, whole: 12, rate: null }) // 'not enough data (n 12)'
 */
export function rateText({ part, whole, rate }: z.output<typeof rateView>): string {
  if (rate === null) return `${notEnough} (n ${whole})`;
  return `${percent(rate.share)} % (${percent(rate.low)} to ${percent(rate.high)}, ${part} of ${whole})`;
}

const percent = (share: number): string => (100 * share).toFixed(1);
