import { countSingleBids, findClassOfProcess, type SingleBidCount } from '../../db/queries/indicators.ts';
import type { Register } from '../../db/register.ts';
import { publishableRate } from '../../domain/indicators/publishable-rate.ts';
import { reviewIndicatorsOf } from '../../domain/indicators/review-indicators-of.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { ProcessReview, SingleBidClass } from './views.ts';

/**
 * What is worth a second look in a process, and how common one bid is where it was bought. Nothing is asked of the
 * database where there is nothing to compare.
 *
 * @example await reviewProcess(register, facts, compiled) // { indicators: [], comparable: null }
 */
export async function reviewProcess(
  register: Register,
  facts: ProcessFacts,
  compiled: JsonObject,
): Promise<ProcessReview> {
  const indicators = reviewIndicatorsOf(facts, compiled);
  if (!indicators.some(({ code }) => code === 'R018')) return { indicators, comparable: null };
  const own = await findClassOfProcess(register.read, facts.ocid);
  if (own === null) return { indicators, comparable: null };
  const [counted] = await countSingleBids(register.read, own);
  return { indicators, comparable: counted === undefined ? null : presentClass(counted) };
}

/**
 * A class as it may be published: how many got one bid is shown only as a rate, and only of enough.
 *
 * @example presentClass({ …, single: 12, counted: 40, contracts: 90 }).rate // { share: 0.3, low: 0.18…, high: 0.45… }
 */
export function presentClass({ single, counted, ...rest }: SingleBidCount): SingleBidClass {
  const { rate } = publishableRate(single, counted);
  return { ...rest, counted, rate };
}
