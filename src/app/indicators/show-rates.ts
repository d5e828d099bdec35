import { z } from 'zod';
import { countSingleBids } from '../../db/queries/indicators.ts';
import { competitions } from '../../domain/indicators/competition-of.ts';
import { leastForRate } from '../../domain/indicators/publishable-rate.ts';
import { buyerTypes } from '../../domain/organisations/mention.ts';
import { segmentIds } from '../../domain/segments/segment.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import { presentClass } from './review-process.ts';
import { singleBidClass, type SingleBidClass } from './views.ts';

/**
 * Rates of the one indicator that United Kingdom notices allow, by segment, kind of buyer and year: the only form in which
 * rates are given out. There is none by buyer or by supplier.
 */
export const showIndicatorRates = operation({
  id: 'indicators.rates',
  summary: 'Show how often one bid was received, by segment, kind of buyer and year.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  input: z.strictObject({
    segment: z.enum(segmentIds).optional().describe('Only this segment of the market.'),
    buyerType: z.enum(buyerTypes).optional().describe('Only this kind of buyer.'),
    year: z.coerce.number().int().min(1950).max(2199).optional().describe('Only contracts of this year.'),
    competition: z
      .enum(competitions)
      .optional()
      .describe('Only competitions open to the market, or only call-offs under an agreement.'),
  }),
  output: z.object({
    indicator: z.literal('R018'),
    basis: z.literal('bid-statistics'),
    /** Fewer have no rate. */
    leastCounted: z.number().int(),
    classes: z.array(singleBidClass),
  }),
  present: ({ classes }) => ratesText(classes),
  run: async (context, { segment, buyerType, year, competition }) => {
    const register = await context.register();
    const rows = await countSingleBids(register.read, {
      segment: segment ?? null,
      buyerType: buyerType ?? null,
      year: year ?? null,
      competition: competition ?? null,
    });
    return {
      indicator: 'R018' as const,
      basis: 'bid-statistics' as const,
      leastCounted: leastForRate,
      classes: rows.map(presentClass),
    };
  },
});

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;

function ratesText(classes: readonly SingleBidClass[]): string {
  if (classes.length === 0) return 'Not enough data: no competition of this class is held.';
  const rows = classes.map(({ segment, buyerType, year, competition, counted, contracts, rate }) => [
    String(year),
    segment,
    buyerType,
    competition,
    rate === null
      ? `not enough data (${counted} counted)`
      : `${percent(rate.share)} (95 % interval ${percent(rate.low)} to ${percent(rate.high)})`,
    `${counted} of ${contracts} contracts`,
  ]);
  return `One bid received, by published bid statistics. A signal for review, not a finding about any process.\n\n${textTable(rows)}`;
}
