import type { SegmentMarket } from '../../domain/segments/checks/market-facts.ts';
import type { DigitalSegmentId } from '../../domain/segments/segment.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { showMarketOverview } from '../market/overview.ts';

/** Of a segment about which the register says nothing. */
export const unknownMarket: SegmentMarket = { topFourShare: null, singleBidShare: null };

/**
 * The state of each market as the register measures it. Where there is no register it is not known, and that is said.
 *
 * @example (await segmentMarkets(context)).get('cloud-hosting')?.topFourShare // 0.62
 */
export async function segmentMarkets(
  context: Context,
): Promise<ReadonlyMap<DigitalSegmentId, SegmentMarket>> {
  try {
    const { segments } = await showMarketOverview.run(context, showMarketOverview.input.parse({}));
    return new Map(
      segments.flatMap(({ segment, concentration, singleBid }) =>
        segment === 'not-digital'
          ? []
          : [
              [
                segment,
                {
                  topFourShare: concentration?.topFourShare ?? null,
                  singleBidShare: singleBid.rate?.share ?? null,
                },
              ] as const,
            ],
      ),
    );
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'database-unavailable') throw cause;
    context.reporter.warn('The register can’t be reached, so nothing is said of the markets.');
    return new Map();
  }
}
