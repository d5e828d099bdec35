import type { z } from 'zod';
import type { Coverage } from '../../domain/market/coverage.ts';
import { financialYearName } from '../../domain/market/financial-year.ts';
import { moneyText } from '../contracts/amount-text.ts';
import { countText } from '../count-text.ts';
import { textBlock, textSection, textTable } from '../text-form.ts';
import type { MarketOverview } from './overview-view.ts';
import type { committedYearView, rateView, shareView } from './views.ts';

/** The overview as text. */
export function overviewText(overview: MarketOverview): string {
  const { scope, counted, sme, concentration } = overview;
  return [
    `${countText(counted.contracts, 'contract')} signed or awarded ${scope.from} to ${scope.to}, ${sumText(counted)}`,
    textSection('Committed by financial year', committedText(overview.committed)),
    coverageText(overview.committedCoverage),
    textSection(
      'Segments',
      textTable(
        overview.segments.map((one) => [
          one.segment,
          countText(one.contracts, 'contract'),
          sumText(one),
          `small firms ${shareText(one.smeByCount)}`,
          `HHI ${one.concentration === null ? notEnough : Math.round(one.concentration.hhi).toString()}`,
        ]),
      ),
    ),
    textBlock([
      ['small firms, by contracts', shareText(sme.byCount)],
      ['small firms, by value', moneyShareText(sme.byValue)],
      [
        'concentration',
        concentration === null
          ? notEnough
          : `HHI ${Math.round(concentration.hhi)} of ${concentration.sellers} suppliers`,
      ],
      ['one bid', rateText(overview.singleBid)],
      ['direct award', rateText(overview.directAward)],
      ['frameworks', shareText(overview.framework)],
    ]),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Said where nothing could be measured. */
export const notEnough = 'not enough data';

/**
 * A share as text, with its parts.
 *
 * @example shareText({ share: 0.25, part: 1, whole: 4 }) // '25.0 % (1 of 4)'
 */
export function shareText({ share, part, whole }: z.output<typeof shareView>): string {
  return share === null ? notEnough : `${(100 * share).toFixed(1)} % (${part} of ${whole})`;
}

/** The same where the parts are pence. */
function moneyShareText({ share, part, whole }: z.output<typeof shareView>): string {
  if (share === null) return notEnough;
  return `${(100 * share).toFixed(1)} % (${moneyText(part, 'GBP') ?? ''} of ${moneyText(whole, 'GBP') ?? ''})`;
}

/**
 * A sum with how many contracts it is made of.
 *
 * @example sumText({ contracts: 3, netCount: 2, netPence: 100_00 }) // '£100 without VAT, from 2 of 3'
 */
export function sumText(sums: { contracts: number; netCount: number; netPence: number }): string {
  if (sums.netCount === 0) return 'no value to rely on';
  return `${moneyText(sums.netPence, 'GBP') ?? ''} without VAT, from ${sums.netCount} of ${sums.contracts}`;
}

/** Committed value as rows of text. */
export function committedText(years: readonly z.output<typeof committedYearView>[]): string {
  return textTable(
    years.map((one) => [
      financialYearName(one.year),
      moneyText(one.pence, 'GBP'),
      countText(one.contracts, 'contract'),
      one.extensionContracts === 0
        ? ''
        : `options would add ${moneyText(one.extensionPence, 'GBP') ?? ''} (not committed)`,
    ]),
  );
}

/**
 * A coverage as one sentence.
 *
 * @example coverageText({ total: 3, measured: 2, gaps: { 'no-end': 1 } }) // 'Measured on 2 of 3; left out: 1 no-end.'
 */
export function coverageText({ total, measured, gaps }: Coverage): string {
  const left = Object.entries(gaps).map(([gap, count]) => `${count} ${gap}`);
  return `Measured on ${measured} of ${total}${left.length === 0 ? '.' : `; left out: ${left.join(', ')}.`}`;
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
