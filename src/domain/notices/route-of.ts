import type { JsonObject } from '../../lib/json.ts';
import type { Route } from '../contracts/contract-facts.ts';
import { callOffOf } from './call-off-of.ts';
import { booleanAt, objectAt, textAt } from './json-fields.ts';
import type { FrameworkLink } from './process-facts.ts';
import { publishedRoute } from './published-route.ts';

/**
 * How the contract was or will be reached.
 *
 * A link to a framework decides. Under the older law, where call-offs are published as awards "without prior
 * publication" and carry no link, a framework named in the text decides, then the words of {@link callOffOf}, then
 * the mark of a dynamic purchasing system; a published procedure of its own otherwise stands.
 *
 * @example routeOf({ procurementMethodDetails: 'Open procedure' }, null) // 'open-competition'
 */
export function routeOf(tender: JsonObject | undefined, framework: FrameworkLink | null): Route {
  if (framework?.basis === 'linked') return 'framework-call-off';
  const route = publishedRoute(tender);
  const isOlderLaw = textAt(objectAt(tender, 'legalBasis'), 'scheme') === 'CELEX';
  if (framework !== null && isOlderLaw && (route === 'direct-award' || route === 'restricted-competition')) {
    return 'framework-call-off';
  }
  const calledOff = callOffOf(tender);
  if (calledOff !== null && route !== 'dynamic-market') return calledOff;
  // A dynamic purchasing system is used by contracts of its own process.
  if (isOlderLaw && objectAt(tender, 'techniques')?.['hasDynamicPurchasingSystem'] === true) {
    return 'dynamic-market';
  }
  return framework !== null && (route === 'other' || route === 'unknown') ? 'framework-call-off' : route;
}

/**
 * Whether suppliers competed: `tender.competitive` where given (call-offs), else what the procedure says.
 *
 * @example isCompetitive({ procurementMethodDetails: 'Below threshold - without competition' }, 'below-threshold') // false
 */
export function isCompetitive(tender: JsonObject | undefined, route: Route): boolean | null {
  const stated = booleanAt(tender, 'competitive');
  if (stated !== null) return stated;
  if (route === 'open-competition' || route === 'restricted-competition' || route === 'flexible-competition')
    return true;
  if (route === 'direct-award') return false;
  const details = textAt(tender, 'procurementMethodDetails') ?? '';
  if (/without competition|single tender/i.test(details)) return false;
  return /open|limited competition|quotation|further competition|restricted/i.test(details) ? true : null;
}
