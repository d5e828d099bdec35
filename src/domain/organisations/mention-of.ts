import type { JsonObject } from '../../lib/json.ts';
import { remember } from '../../lib/remember.ts';
import { cleanTitle } from '../notices/clean-title.ts';
import type { FactsReference } from '../notices/facts-reference.ts';
import { booleanAt, objectAt, objectsAt, textAt, textsAt } from '../notices/json-fields.ts';
import { postcodeDistrict } from '../notices/minimise.ts';
import { buyerTypeOf } from './buyer-type-of.ts';
import { cleanPlace } from './clean-place.ts';
import { isPersonLikely } from './is-person-likely.ts';
import type { Mention, OrganisationKey, PartyRole } from './mention.ts';
import { companyNumberIn, guessIdentifier, normaliseIdentifier } from './normalise-identifier.ts';
import { normaliseName } from './normalise-name.ts';

/** `parties[].roles[]` that the register follows; others (reviewBody, processContactPoint, removedSupplier) are not. */
const roleNames: Readonly<Record<string, PartyRole>> = {
  buyer: 'buyer',
  procuringEntity: 'procuring-entity',
  supplier: 'supplier',
  tenderer: 'tenderer',
  subcontractor: 'subcontractor',
};

/** By what a party is known: the part of a mention that says who it is. */
export type PartyIdentity = Pick<
  Mention,
  'partyId' | 'name' | 'roles' | 'keys' | 'nameKey' | 'isPlaceholder'
>;

/**
 * Who a party is: name and official identifiers.
 *
 * Identifiers: `parties[].identifier` and `additionalIdentifiers[]`, else the party's own id (`GB-COH-01234567`);
 * an identifier without a scheme (older law on Find a Tender) is read by its form.
 *
 * @param extraRoles roles that awards give it by naming its id
 * @example identityOf({ id: 'GB-COH-01234567', name: 'A Ltd', roles: ['supplier'] }, [], reference).keys // ['GB-COH:01234567']
 */
export function identityOf(
  party: JsonObject,
  extraRoles: readonly PartyRole[],
  reference: FactsReference,
): PartyIdentity {
  const roles = new Set<PartyRole>(extraRoles);
  for (const role of textsAt(party, 'roles')) {
    const followed = roleNames[role];
    if (followed !== undefined) roles.add(followed);
  }
  const legalName = textAt(objectAt(party, 'identifier'), 'legalName');
  const name = cleanTitle(textAt(party, 'name') ?? legalName) ?? 'Not named';
  const isPlaceholder = isPlaceholderName(name, reference) || name === 'Not named';
  return {
    partyId: textAt(party, 'id') ?? name,
    name,
    roles: [...roles],
    keys: isPlaceholder ? [] : keysOf(party, name, reference),
    nameKey: normaliseName(name),
    isPlaceholder,
  };
}

/**
 * A party as one process names it: who it is ({@link identityOf}), size as declared, place.
 *
 * @example mentionOf({ id: 'GB-COH-01234567', name: 'A Ltd', roles: ['supplier'] }, [], reference).scale // null
 */
export function mentionOf(
  party: JsonObject,
  extraRoles: readonly PartyRole[],
  reference: FactsReference,
): Mention {
  const { partyId, name, roles, keys, nameKey, isPlaceholder } = identityOf(party, extraRoles, reference);
  const details = objectAt(party, 'details');
  const address = objectAt(party, 'address');
  const isBuyer = roles.includes('buyer') || roles.includes('procuring-entity');
  const postcode = textAt(address, 'postalCode');
  const district = postcode === null ? '' : postcodeDistrict(postcode);
  return {
    partyId,
    name,
    roles,
    keys,
    nameKey,
    buyerType: isBuyer ? buyerTypeOf(party, reference) : null,
    scale: scaleOf(party, details),
    isVcse: booleanAt(details, 'vcse') ?? booleanAt(party, 'vco'),
    isPersonLikely: !isBuyer && !isPlaceholder && isPersonLikely(name, keys),
    isPlaceholder,
    locality: cleanPlace(textAt(address, 'locality')),
    region: cleanPlace(textAt(address, 'region')),
    postcodeDistrict: district === '' ? null : district,
    country: cleanPlace(textAt(address, 'country') ?? textAt(address, 'countryName')),
  };
}

/** Whether a name stands for nobody, brackets, full stops and double spaces apart: "(Withheld.)" is "withheld". */
function isPlaceholderName(name: string, { placeholderNames }: FactsReference): boolean {
  return placeholderNames.has(name.toLowerCase()) || placeholderNames.has(bareName(name));
}

const bareName = remember((name) =>
  name
    .toLowerCase()
    .replaceAll(/[\s()[\]"'“”‘’*,;:]+/gu, ' ')
    .trim()
    .replace(/[\s.]+$/u, ''),
);

/** `details.scale` `sme`/`large`; the early Contracts Finder export says `sme` true or false on the party itself. */
function scaleOf(party: JsonObject, details: JsonObject | undefined): Mention['scale'] {
  const scale = textAt(details, 'scale');
  if (scale === 'sme' || scale === 'large') return scale;
  if (scale === 'micro' || scale === 'small' || scale === 'medium') return 'sme';
  const old = booleanAt(party, 'sme');
  return old === null ? null : old ? 'sme' : 'large';
}

function keysOf(party: JsonObject, name: string, reference: FactsReference): OrganisationKey[] {
  const keys = new Set<OrganisationKey>();
  const identifiers = [objectAt(party, 'identifier'), ...objectsAt(party, 'additionalIdentifiers')];
  for (const identifier of identifiers) {
    if (identifier === undefined) continue;
    const id = textAt(identifier, 'id');
    if (id !== null && reference.placeholderNames.has(id.toLowerCase())) continue;
    const scheme = textAt(identifier, 'scheme');
    const key = scheme === null ? guessIdentifier(id) : normaliseIdentifier(scheme, id);
    if (key !== null && !reference.placeholderNames.has(key.toLowerCase())) keys.add(key);
  }
  // The party id repeats scheme and id: GB-COH-01234567.
  const own = /^([A-Z]{2}-[A-Z]{2,6})-(.+)$/.exec(textAt(party, 'id') ?? '');
  const key = own === null ? null : normaliseIdentifier(own[1] ?? null, own[2] ?? null);
  if (key !== null && !reference.placeholderNames.has(key.toLowerCase())) keys.add(key);
  const written = companyNumberIn(name);
  if (written !== null && ![...keys].some((one) => one.startsWith('GB-COH:'))) keys.add(written);
  return [...keys].toSorted();
}
