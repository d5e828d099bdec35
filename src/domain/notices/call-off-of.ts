import type { JsonObject } from '../../lib/json.ts';
import type { Route } from '../contracts/contract-facts.ts';
import { idsAt, objectAt, objectsAt, textAt } from './json-fields.ts';
import { publishedRoute } from './published-route.ts';

/** What only an award from an existing agreement says of itself. */
const callOff = /\bcall(?:ed|ing|s)?[- ]?off\b|\b(?:mini|further)[- ]?competition\b/i;

/** "Award of contract using … framework", "Direct award via … framework", "Use of the … framework for …". */
const throughAgreement =
  /\b(?:via|through|under|using|use of|from)\b[^.\n•<]{0,110}\b(?:framework|dynamic (?:purchasing system|market(?:place)?)|DPS)\b|\bframework agreement\b/i;

/** "The contract was awarded through an approved framework". */
const awardedThrough = /\bawarded (?:through|via|under|from)\b[^.\n]{0,80}\b(?:framework|DPS)\b/i;

/** A competition under an agreement, told as done: a set-up speaks of it in the future. */
const competedAlready =
  /\bawarded an? (?:mini|further)[- ]?competition\b|\b(?:mini|further)[- ]?competition (?:was|has been) (?:carried out|completed|conducted|undertaken|run)\b|\bframework\b[^.\n]{0,120}\busing a direct award under\b/i;

/** "To extend the current framework" makes no call-off; nor does the sentence that excludes one. */
const otherwise = /\bexten(?:d|ds|ded|ding|sion)\b[^.\n]{0,60}\bframework\b/i;
const exclusion = /\bnot to conclude a framework\b[^.\n•<]*/gi;

/**
 * Whether an award without a structured link says in words that it was called off from a framework or bought through
 * a dynamic market, and which of the two; null where it doesn't. Only for the older law, whose forms have no field for
 * it.
 *
 * An award without prior publication is a call-off where `tender.procurementMethodRationale` says so; where the
 * reason is that the directive doesn't apply (`D_OUTSIDE_SCOPE`), also by title, description or lot, and by the mere
 * name of an agreement it was made under. With another procedure only a competition told as done counts.
 *
 * @example callOffOf({ legalBasis: { scheme: 'CELEX' }, procurementMethodDetails: 'Award procedure without prior publication', procurementMethodRationale: 'Mini competition under the Alpha framework' }) // 'framework-call-off'
 */
export function callOffOf(
  tender: JsonObject | undefined,
): Extract<Route, 'framework-call-off' | 'dynamic-market'> | null {
  const basis = objectAt(tender, 'legalBasis');
  const title = textAt(tender, 'title') ?? '';
  if (textAt(basis, 'scheme') !== 'CELEX') return null;
  const rationale = plain(textAt(tender, 'procurementMethodRationale'));
  const subject = [
    title,
    plain(textAt(tender, 'description')),
    ...objectsAt(tender, 'lots')
      .slice(0, 5)
      .map((lot) => plain(textAt(lot, 'description'))),
  ].join('\n');
  const route = publishedRoute(tender);
  if (route === 'restricted-competition') {
    return competedAlready.test(subject) ? agreementNamed(subject) : null;
  }
  if (route !== 'direct-award' || otherwise.test(`${rationale}\n${subject}`)) return null;
  if (callOff.test(rationale) || awardedThrough.test(rationale)) return agreementNamed(rationale);
  if (!idsAt(tender, 'procurementMethodRationaleClassifications').includes('D_OUTSIDE_SCOPE')) return null;
  if (throughAgreement.test(rationale)) return agreementNamed(rationale);
  const isSetUp = objectAt(tender, 'techniques')?.['hasFrameworkAgreement'] === true;
  return !isSetUp && (callOff.test(subject) || throughAgreement.test(subject))
    ? agreementNamed(subject)
    : null;
}

/**
 * The same read in a title, for Contracts Finder, whose notices have neither law nor reason: the title says call-off or
 * competition and names an agreement.
 *
 * @example callOffByTitle('Mini Competition under the Alpha DPS') // 'dynamic-market'
 */
export function callOffByTitle(title: string): ReturnType<typeof callOffOf> {
  if (!/\bframework\b|\bDPS\b|\bdynamic (?:purchasing|market)/i.test(title)) return null;
  return callOff.test(title) || /\b(?:under|via|through)\b/i.test(title) ? agreementNamed(title) : null;
}

function agreementNamed(text: string): 'framework-call-off' | 'dynamic-market' {
  return /\bDPS\b|\bdynamic (?:purchasing|market)/i.test(text) && !/\bframework\b/i.test(text)
    ? 'dynamic-market'
    : 'framework-call-off';
}

function plain(text: string | null): string {
  return (text ?? '').replaceAll(exclusion, '');
}
