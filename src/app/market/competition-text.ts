import { textBlock, textSection, textTable } from '../text-form.ts';
import type { Competition } from './competition-view.ts';
import { coverageText, notEnough, rateText } from './overview-text.ts';

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
