import type { JsonObject } from '../../lib/json.ts';
import type { FactsReader } from '../notices/facts-reader.ts';
import { objectAt, objectsAt, textAt } from '../notices/json-fields.ts';
import type { Performance } from './contract-facts.ts';

/**
 * How many key performance indicators a contract has: `contracts[].agreedMetrics[]`, 0 where a reason for having
 * none is given (`noAgreedMetricsRationale`), null where nothing is said.
 *
 * @example kpiCountOf({ noAgreedMetricsRationale: 'Contract below £5 million' }) // 0
 */
export function kpiCountOf(contract: JsonObject | undefined): number | null {
  const agreed = contract?.['agreedMetrics'];
  if (Array.isArray(agreed)) return agreed.length;
  return textAt(contract, 'noAgreedMetricsRationale') === null ? null : 0;
}

/**
 * Results as published in UK9 and UK11: `contracts[].implementation.metrics[].observations[]` with
 * `measureClassification.id` (met, slightlyBelow, below, significantlyBelow, other), and
 * `implementation.performanceFailures[]` with the rating `failure`.
 *
 * @example performanceOf(contract, reader, 'contracts[0]')[0]?.rating // 'met'
 */
export function performanceOf(
  contract: JsonObject | undefined,
  reader: FactsReader,
  path: string,
): Performance[] {
  const implementation = objectAt(contract, 'implementation');
  const results: Performance[] = [];
  for (const metric of objectsAt(implementation, 'metrics')) {
    for (const observation of objectsAt(metric, 'observations')) {
      results.push({
        metric: textAt(metric, 'title') ?? textAt(metric, 'id') ?? '',
        rating: textAt(objectAt(observation, 'measureClassification'), 'id'),
        periodEnd: reader.day(
          objectAt(observation, 'period'),
          'endDate',
          `${path}.implementation.metrics[].period`,
        ),
      });
    }
  }
  for (const failure of objectsAt(implementation, 'performanceFailures')) {
    const category = textAt(failure, 'category') ?? 'Performance failure';
    const requirement = textAt(failure, 'requirement');
    results.push({
      metric: requirement === null ? category : `${category}: ${requirement}`,
      rating: 'failure',
      periodEnd: reader.day(failure, 'penaltyDate', `${path}.implementation.performanceFailures[]`),
    });
  }
  return results;
}
