import type { JsonObject } from '../../lib/json.ts';
import { objectAt, objectsAt, textAt, textsAt } from './json-fields.ts';
import type { ProcessFacts } from './process-facts.ts';

/**
 * Numbers of bids: `bids.statistics[]` with `measure` such as `bids`, `smeBids`, `finalStageBids`,
 * `smeFinalStageBids` (competitive UK6 only) by `relatedLot`, else `tender.numberOfTenderers`.
 * Statistics with a currency (`lowestValidBidValue`, `highestValidBidValue`) are sums, not numbers: left out.
 *
 * @example bidsOf(compiled) // [{ lotId: '1', measure: 'bids', count: 3 }]
 */
export function bidsOf(compiled: JsonObject): ProcessFacts['bids'] {
  const rows: ProcessFacts['bids'] = [];
  for (const statistic of objectsAt(objectAt(compiled, 'bids'), 'statistics')) {
    const measure = textAt(statistic, 'measure');
    const count = Number(textAt(statistic, 'value') ?? Number.NaN);
    if (measure === null || statistic['currency'] !== undefined || !Number.isInteger(count) || count < 0)
      continue;
    if (count >= 9_999_999) continue;
    const lots = [...textsAt(statistic, 'relatedLot'), ...textsAt(statistic, 'relatedLots')];
    for (const lotId of lots.length === 0 ? [''] : lots) rows.push({ lotId, measure, count });
  }
  if (rows.some((row) => row.measure === 'bids')) return rows;
  const tenderers = Number(textAt(objectAt(compiled, 'tender'), 'numberOfTenderers') ?? Number.NaN);
  if (Number.isInteger(tenderers) && tenderers >= 0)
    rows.push({ lotId: '', measure: 'bids', count: tenderers });
  return rows;
}

/**
 * The weight of price in percent for each lot whose criteria are weighted exactly and add up to 100.
 *
 * Act: `tender.lots[].awardCriteria.criteria[]` with `numbers[].weight` = `percentageExact` (a weight of `order` is a
 * rank). Older law: the percentage stands in `criteria[].description`, "40" or "40%".
 * `type` `price` counts, or `cost` where no criterion is a price.
 *
 * @example priceWeightsOf(compiled) // [{ lotId: '1', percent: 40 }]
 */
export function priceWeightsOf(compiled: JsonObject): ProcessFacts['priceWeights'] {
  const weights: ProcessFacts['priceWeights'] = [];
  for (const lot of objectsAt(objectAt(compiled, 'tender'), 'lots')) {
    const lotId = textAt(lot, 'id');
    const percent = priceWeight(objectsAt(objectAt(lot, 'awardCriteria'), 'criteria'));
    if (lotId !== null && percent !== null) weights.push({ lotId, percent });
  }
  return weights;
}

function priceWeight(criteria: readonly JsonObject[]): number | null {
  let total = 0;
  let price = 0;
  let cost = 0;
  for (const criterion of criteria) {
    const percent = criterionPercent(criterion);
    if (percent === null) return null;
    total += percent;
    if (criterion['type'] === 'price') price += percent;
    else if (criterion['type'] === 'cost') cost += percent;
  }
  if (Math.abs(total - 100) > 1) return null;
  return Math.round((price > 0 ? price : cost) * 100) / 100;
}

function criterionPercent(criterion: JsonObject): number | null {
  const numbers = objectsAt(criterion, 'numbers');
  if (numbers.length === 0) {
    const text = /^(\d{1,3}(?:\.\d+)?)\s*%?$/.exec(textAt(criterion, 'description') ?? '')?.[1];
    return text === undefined || Number(text) > 100 ? null : Number(text);
  }
  let sum = 0;
  for (const number of numbers) {
    const value = Number(textAt(number, 'number') ?? Number.NaN);
    if (number['weight'] !== 'percentageExact' || !Number.isFinite(value)) return null;
    sum += value;
  }
  return sum;
}
