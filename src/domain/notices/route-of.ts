import type { JsonObject } from '../../lib/json.ts';
import type { Route } from '../contracts/contract-facts.ts';
import { booleanAt, idsAt, objectAt, textAt } from './json-fields.ts';
import type { FrameworkLink } from './process-facts.ts';

/**
 * Words of `tender.procurementMethodDetails`, tried in order. Act: "Award under framework", "Below threshold - open
 * competition". Older law: "Award procedure without prior publication of a call for competition". Contracts Finder:
 * "Call-off from a framework agreement", "Single tender action (below threshold)".
 */
const procedures: readonly (readonly [RegExp, Route])[] = [
  [/award under framework|call[- ]off from a framework|framework contract|further competition.*framework/i, 'framework-call-off'],
  [/dynamic market|dynamic purchasing|\bDPS\b/i, 'dynamic-market'],
  [/below threshold|non-OJEU/i, 'below-threshold'],
  [/competitive flexible/i, 'flexible-competition'],
  [/without (prior )?publication|without a call|direct award|single tender|without prior/i, 'direct-award'],
  [/open procedure|^other - open$/i, 'open-competition'],
  [/restricted procedure|negotiated procedure|competitive procedure with negotiation|competitive dialogue|innovation partnership/i, 'restricted-competition'],
]; // prettier-ignore

/** `tender.procurementMethod`, the standard's own four words, where the details say nothing. */
const methods: Readonly<Record<string, Route>> = {
  open: 'open-competition',
  selective: 'restricted-competition',
  direct: 'direct-award',
  limited: 'other',
};

/**
 * How the contract was or will be reached.
 *
 * A link to a framework decides. A framework named only in the text decides for the older law, where call-offs are
 * published as awards "without prior publication", and where the method is limited; a published procedure of its own
 * otherwise stands.
 *
 * @example routeOf({ procurementMethodDetails: 'Open procedure' }, null) // 'open-competition'
 */
export function routeOf(tender: JsonObject | undefined, framework: FrameworkLink | null): Route {
  if (framework?.basis === 'linked') return 'framework-call-off';
  const details = textAt(tender, 'procurementMethodDetails');
  const method = textAt(tender, 'procurementMethod');
  const route = publishedRoute(details, method);
  const isOlderLaw = textAt(objectAt(tender, 'legalBasis'), 'scheme') === 'CELEX';
  if (framework !== null && isOlderLaw && (route === 'direct-award' || route === 'restricted-competition')) {
    return 'framework-call-off';
  }
  if (isOlderLaw && route === 'direct-award' && saysCallOff(tender)) return 'framework-call-off';
  return framework !== null && (route === 'other' || route === 'unknown') ? 'framework-call-off' : route;
}

/**
 * Older call-offs are published as outside the directive's scope (`D_OUTSIDE_SCOPE`) with the reason in words:
 * `tender.procurementMethodRationale` "Call-off from framework".
 */
function saysCallOff(tender: JsonObject | undefined): boolean {
  if (!idsAt(tender, 'procurementMethodRationaleClassifications').includes('D_OUTSIDE_SCOPE')) return false;
  const rationale = textAt(tender, 'procurementMethodRationale') ?? '';
  return /\bcall[- ]?off\b|mini[- ]?competition|further competition|under (the|a|an)?\b.{0,80}\bframework|via .{0,80}\bframework|framework agreement/i.test(
    rationale,
  );
}

function publishedRoute(details: string | null, method: string | null): Route {
  if (details !== null) {
    for (const [words, route] of procedures) if (words.test(details)) return route;
  }
  const byMethod = method === null ? undefined : methods[method];
  if (byMethod !== undefined) return byMethod;
  if (details === null || /^not (specified|applicable)/i.test(details)) return 'unknown';
  return 'other';
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
