import { listConcentration, listFigureSums } from '../../db/queries/market-measures.ts';
import type { SegmentMarket } from '../../domain/segments/checks/market-facts.ts';
import { digitalSegmentIds, type DigitalSegmentId } from '../../domain/segments/segment.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { keepAnswers } from '../market/keep-answers.ts';
import { readMarketScope } from '../market/market-scope.ts';
import { singleBidRateOf } from '../market/measures-of.ts';
import { rateOf } from '../market/rate-of.ts';

/** Of a segment about which the register says nothing. */
export const unknownMarket: SegmentMarket = { topFourShare: null, singleBidShare: null };

/** Two sums of the market, not its whole overview: every page with checks asks for them. */
const keptMeasures = keepAnswers(async (executor, scope: Parameters<typeof listConcentration>[1]) => ({
  concentration: await listConcentration(executor, scope),
  bids: await listFigureSums(executor, scope, ['year', 'bids'], { segment: true }),
}));

/**
 * The state of each market as the register measures it. Where there is no register it is not known, and that is said.
 *
 * @example (await segmentMarkets(context)).get('cloud-hosting')?.topFourShare // 0.62
 */
export async function segmentMarkets(
  context: Context,
): Promise<ReadonlyMap<DigitalSegmentId, SegmentMarket>> {
  try {
    const register = await context.register();
    const { scope } = readMarketScope(context, { segment: [], buyerType: [] });
    const { concentration, bids } = await keptMeasures(register, scope);
    return new Map(digitalSegmentIds.map((segment) => [segment, marketOf(segment, concentration, bids)]));
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'database-unavailable') throw cause;
    context.reporter.warn('The register can’t be reached, so nothing is said of the markets.');
    return new Map();
  }
}

function marketOf(
  segment: DigitalSegmentId,
  concentration: Awaited<ReturnType<typeof listConcentration>>,
  sums: Awaited<ReturnType<typeof listFigureSums>>,
): SegmentMarket {
  const { part, whole } = singleBidRateOf(sums.filter((one) => one.segment === segment));
  return {
    topFourShare: concentration.find((one) => one.segment === segment)?.topFourShare ?? null,
    singleBidShare: rateOf(part, whole).rate?.share ?? null,
  };
}
