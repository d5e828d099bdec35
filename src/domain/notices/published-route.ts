import type { JsonObject } from '../../lib/json.ts';
import type { Route } from '../contracts/contract-facts.ts';
import { textAt } from './json-fields.ts';

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
 * The route that the procedure's own name gives: `tender.procurementMethodDetails`, else `tender.procurementMethod`.
 *
 * @example publishedRoute({ procurementMethodDetails: 'Open procedure' }) // 'open-competition'
 */
export function publishedRoute(tender: JsonObject | undefined): Route {
  const details = textAt(tender, 'procurementMethodDetails');
  const method = textAt(tender, 'procurementMethod');
  if (details !== null) {
    for (const [words, route] of procedures) if (words.test(details)) return route;
  }
  const byMethod = method === null ? undefined : methods[method];
  if (byMethod !== undefined) return byMethod;
  if (details === null || /^not (specified|applicable)/i.test(details)) return 'unknown';
  return 'other';
}
