import { z } from 'zod';
import { awardDates, awardDateSentences, usualMonths } from '../../domain/decisions/evidence/award-dates.ts';
import { checkBridge } from '../../domain/decisions/evidence/check-bridge.ts';
import type { ContractForCase } from '../../domain/decisions/evidence/contract-for-case.ts';
import { londonDayOf } from '../../lib/days.ts';
import type { Context } from '../context.ts';
import { showSimilarWork } from '../market/similar.ts';
import { thresholdOf } from './contract-facts.ts';

/** How the time between a contract and its successor can be kept, as operations answer it. */
export const bridgeView = z.object({
  endsOn: z.string(),
  optionMonths: z.number().nullable(),
  /** Months that the law of the contract allows without another ground, where it is worked out here. */
  months: z.number().nullable(),
  pounds: z.number().nullable(),
  awardBy: z.string(),
  noticeBy: z.string().nullable(),
  beginBy: z.string().nullable(),
  parts: z.array(
    z.object({
      what: z.enum(['preparation', 'procurement', 'transition']),
      months: z.number().nullable(),
    }),
  ),
  /** What all this says, the latest safe days first. */
  dates: z.array(z.string()),
  bridge: z.array(z.string()),
});
export type BridgeView = z.output<typeof bridgeView>;

/** Months that a case says of itself; what it leaves out is as usual. */
export type OwnMonths = { preparationMonths?: number | undefined; transitionMonths?: number | undefined };

/**
 * The latest safe days before a contract ends, and what could bridge to its successor where they can’t be kept.
 *
 * @returns null where the contract has no end
 * @example (await bridgeOf(context, contract, {}))?.awardBy // '2027-12-31'
 */
export async function bridgeOf(
  context: Context,
  contract: ContractForCase,
  own: OwnMonths,
): Promise<BridgeView | null> {
  const { endOn, segment, route, buyerType } = contract;
  if (endOn === null) return null;
  const today = londonDayOf(context.clock.now());
  const similar =
    segment === null
      ? null
      : await showSimilarWork.run(context, { segment, ...(route !== 'unknown' && { route }) });
  const facts = {
    endOn,
    preparationMonths: own.preparationMonths ?? usualMonths.preparation,
    procurementDays: similar?.leadTime?.p80 ?? null,
    transitionMonths: own.transitionMonths ?? usualMonths.transition,
  };
  const threshold = thresholdOf(buyerType, context.reference.thresholds, today);
  const { sentences, ...bridge } = checkBridge(contract, threshold);
  return {
    endsOn: endOn,
    ...bridge,
    ...awardDates(facts),
    dates: awardDateSentences(facts, today),
    bridge: sentences,
  };
}
