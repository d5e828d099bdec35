import { z } from 'zod';
import { buyerTypes } from '../../domain/organisations/mention.ts';
import { digitalSegmentIds, segmentIds } from '../../domain/segments/segment.ts';
import type { MarketScope } from '../../db/queries/market-measures.ts';
import { londonDayOf } from '../../lib/days.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';

const year = z.coerce.number().int().min(1990).max(2199);

/** What part of the market an operation looks at. */
export const marketScopeInput = {
  segment: z
    .array(z.enum(segmentIds))
    .default([])
    .describe('Market segments; all digital ones unless named.'),
  buyerType: z.array(z.enum(buyerTypes)).default([]).describe('Kinds of buyer; all unless named.'),
  from: year
    .optional()
    .describe('First year of signature or award; four years before the last unless given.'),
  to: year.optional().describe('Last year of signature or award; this year unless given.'),
};

/** The same as the answer states it. */
export const marketScopeView = z.object({
  segments: z.array(z.enum(segmentIds)),
  buyerTypes: z.array(z.enum(buyerTypes)),
  from: z.number().int(),
  to: z.number().int(),
});
export type MarketScopeView = z.output<typeof marketScopeView>;

type ScopeAsked = z.output<z.ZodObject<typeof marketScopeInput>>;

/** Years of signature that are looked at unless others are asked for. */
const usualYears = 5;

/**
 * Reads a scope: what isn't named is every digital segment, every kind of buyer, and the last five years.
 *
 * @throws AppError `bad-request` where the first year comes after the last
 * @example readMarketScope(context, { segment: [], buyerType: [] }).view.from // 2022
 */
export function readMarketScope(
  context: Context,
  asked: ScopeAsked,
): { view: MarketScopeView; scope: MarketScope; today: string } {
  const today = londonDayOf(context.clock.now());
  const to = asked.to ?? Number(today.slice(0, 4));
  const from = asked.from ?? to - usualYears + 1;
  if (from > to) {
    throw new AppError(
      'bad-request',
      `The first year, ${from}, comes after the last, ${to}. Turn them round.`,
      {
        fields: { from: `Must not be after ${to}.` },
      },
    );
  }
  const segments = asked.segment.length === 0 ? [...digitalSegmentIds] : asked.segment;
  return {
    view: { segments, buyerTypes: asked.buyerType, from, to },
    scope: { segments, buyerTypes: asked.buyerType, fromYear: from, toYear: to },
    today,
  };
}
