import type { JsonObject } from '../../lib/json.ts';
import type { Mention, PartyRole } from '../organisations/mention.ts';
import { identityOf, mentionOf, type PartyIdentity } from '../organisations/mention-of.ts';
import type { FactsReference } from './facts-reference.ts';
import { objectAt, objectsAt, textAt, textsAt } from './json-fields.ts';

/**
 * Buyers of a process: `buyer.id` first, then every party with the role `buyer`; without either the procuring
 * entity (`tender.procuringEntity.id` or the role). UK9, UK11 and UK12 have no `buyer`, only the role.
 *
 * @example buyerPartyIdsOf(compiled) // ['GB-PPON-PBZB-4962-TVLR']
 */
export function buyerPartyIdsOf(compiled: JsonObject): string[] {
  const ids = new Set<string>();
  const add = (id: string | null): void => {
    if (id !== null) ids.add(id);
  };
  const buyer = objectAt(compiled, 'buyer');
  add(textAt(buyer, 'id') ?? textAt(buyer, 'name'));
  for (const party of objectsAt(compiled, 'parties'))
    if (textsAt(party, 'roles').includes('buyer')) add(textAt(party, 'id'));
  if (ids.size > 0) return [...ids];
  const entity = objectAt(objectAt(compiled, 'tender'), 'procuringEntity');
  add(textAt(entity, 'id') ?? textAt(entity, 'name'));
  for (const party of objectsAt(compiled, 'parties')) {
    if (textsAt(party, 'roles').includes('procuringEntity')) add(textAt(party, 'id'));
  }
  return [...ids];
}

/**
 * The parties of a process that the register follows, each once.
 * A reference (`buyer`, `awards[].suppliers[]`) to a party that isn't listed is a mention with what it says itself.
 *
 * @example mentionsOf(compiled, ['GB-PPON-…'], reference).map((mention) => mention.name)
 */
export function mentionsOf(
  compiled: JsonObject,
  buyerIds: readonly string[],
  reference: FactsReference,
): Mention[] {
  return eachParty(compiled, buyerIds, (party, roles) => mentionOf(party, roles, reference));
}

/**
 * Who the parties of a process are, and nothing else of them: what evidence of identity is drawn from.
 *
 * @example identitiesOf(release, buyerPartyIdsOf(release), reference).map(({ keys }) => keys)
 */
export function identitiesOf(
  compiled: JsonObject,
  buyerIds: readonly string[],
  reference: FactsReference,
): PartyIdentity[] {
  return eachParty(compiled, buyerIds, (party, roles) => identityOf(party, roles, reference));
}

function eachParty<Party extends Pick<Mention, 'roles'>>(
  compiled: JsonObject,
  buyerIds: readonly string[],
  read: (party: JsonObject, extraRoles: readonly PartyRole[]) => Party,
): Party[] {
  const named = namedRoles(compiled, buyerIds);
  const found = new Map<string, Party>();
  const add = (party: JsonObject): void => {
    const id = textAt(party, 'id') ?? textAt(party, 'name');
    if (id === null || found.has(id)) return;
    const one = read(party, named.get(id)?.roles ?? []);
    if (one.roles.length > 0) found.set(id, one);
  };
  for (const party of objectsAt(compiled, 'parties')) add(party);
  for (const [id, { reference: party }] of named) if (!found.has(id)) add(party);
  return [...found.values()];
}

type Named = { roles: PartyRole[]; reference: JsonObject };

function namedRoles(compiled: JsonObject, buyerIds: readonly string[]): Map<string, Named> {
  const named = new Map<string, Named>();
  const note = (party: JsonObject, role: PartyRole): void => {
    const id = textAt(party, 'id') ?? textAt(party, 'name');
    if (id === null) return;
    const known = named.get(id) ?? { roles: [], reference: party };
    if (!known.roles.includes(role)) known.roles.push(role);
    named.set(id, known);
  };
  for (const buyer of objectsAt(compiled, 'buyer')) note(buyer, 'buyer');
  const tender = objectAt(compiled, 'tender');
  const [entity] = objectsAt(tender, 'procuringEntity');
  if (entity !== undefined)
    note(entity, buyerIds.includes(textAt(entity, 'id') ?? '') ? 'buyer' : 'procuring-entity');
  for (const award of objectsAt(compiled, 'awards')) {
    for (const supplier of objectsAt(award, 'suppliers')) note(supplier, 'supplier');
  }
  for (const contract of objectsAt(compiled, 'contracts')) {
    for (const supplier of objectsAt(contract, 'suppliers')) note(supplier, 'supplier');
  }
  return named;
}
