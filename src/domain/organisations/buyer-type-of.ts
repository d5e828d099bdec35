import type { JsonObject } from '../../lib/json.ts';
import type { FactsReference } from '../notices/facts-reference.ts';
import { objectAt, objectsAt, textAt } from '../notices/json-fields.ts';
import type { BuyerType } from './mention.ts';

/** `parties[].details.classifications[]` of scheme `UK_CA_TYPE`. */
const actTypes: Readonly<Record<string, BuyerType>> = {
  publicAuthorityCentralGovernment: 'central-government',
  publicUndertaking: 'utility',
  privateUtility: 'utility',
};

/** `TED_CA_TYPE` of the older law. */
const directiveTypes: Readonly<Record<string, BuyerType>> = {
  MINISTRY: 'central-government',
  NATIONAL_AGENCY: 'central-government',
  REGIONAL_AUTHORITY: 'local-government',
};

/**
 * The kind of public buyer.
 *
 * The name comes first, because the Act's types say less (an NHS trust, a council and a school are all
 * "sub-central"; an NHS body may call itself central): `reference/buyer-type-names.yaml`, tried in order. Then the
 * published classification; a sub-central authority that no name explains is another public body.
 *
 * @example buyerTypeOf({ name: 'Cyngor Sir Ddinbych' }, reference) // 'local-government'
 */
export function buyerTypeOf(party: JsonObject, reference: FactsReference): BuyerType {
  const name = textAt(party, 'name') ?? '';
  for (const rule of reference.buyerTypeNames) if (rule.pattern.test(name)) return rule.type;
  let type: BuyerType = 'unknown';
  for (const classification of objectsAt(objectAt(party, 'details'), 'classifications')) {
    const scheme = textAt(classification, 'scheme');
    const id = textAt(classification, 'id') ?? '';
    if (scheme === 'UK_CA_TYPE') return actTypes[id] ?? 'other-public';
    if (scheme === 'TED_CA_TYPE') type = directiveTypes[id] ?? 'other-public';
  }
  return type;
}
