import type { EvidenceRow } from '../../db/queries/identity.ts';
import type { FactsReference } from '../../domain/notices/facts-reference.ts';
import { buyerPartyIdsOf, identitiesOf } from '../../domain/notices/mentions-of.ts';
import { nameKeyOf } from '../../domain/organisations/cluster-keys.ts';
import type { PartyIdentity } from '../../domain/organisations/mention-of.ts';
import { bilingualNames, normaliseName, tradingNameOf } from '../../domain/organisations/normalise-name.ts';
import type { JsonObject } from '../../lib/json.ts';

/** Strongest first: what a mention is known by. */
const strongestSchemes = ['GB-COH', 'GB-PPON', 'GB-CHC', 'GB-SC', 'GB-NIC', 'GB-NHS', 'GB-UKPRN'];

/**
 * What a release shows about who is who. Taken from each release by itself and not from the merged process, so that the
 * evidence is the same whatever order releases arrive in.
 */
export function identityEvidence(release: JsonObject, reference: FactsReference): EvidenceRow[] {
  return identitiesOf(release, buyerPartyIdsOf(release), reference).flatMap((party) =>
    party.isPlaceholder || party.nameKey === ''
      ? []
      : nameKeysOf(party).map((nameKey) => ({ kind: kindOf(party), keys: party.keys, nameKey })),
  );
}

/**
 * The name; where the party is officially identified also each half of a bilingual name and the name it trades under, so that
 * a notice with only that one joins.
 */
function nameKeysOf(party: PartyIdentity): string[] {
  if (party.keys.length === 0) return [party.nameKey];
  const trading = tradingNameOf(party.name);
  const names = [...bilingualNames(party.name), ...(trading === null ? [] : [trading])];
  return [...new Set([party.nameKey, ...names.map(normaliseName)])].filter((key) => key !== '');
}

/** The key a mention is known by: its strongest identifier, else its name; null where it stands for nobody. */
export function mentionKeyOf(mention: PartyIdentity): string | null {
  if (mention.isPlaceholder) return null;
  const [strongest] = mention.keys.toSorted((a, b) => schemePlace(a) - schemePlace(b) || (a < b ? -1 : 1));
  return strongest ?? (mention.nameKey === '' ? null : nameKeyOf(kindOf(mention), mention.nameKey));
}

function schemePlace(key: string): number {
  const place = strongestSchemes.indexOf(key.slice(0, key.indexOf(':')));
  return place === -1 ? strongestSchemes.length : place;
}

function kindOf({ roles }: PartyIdentity): EvidenceRow['kind'] {
  return roles.some((role) => role === 'buyer' || role === 'procuring-entity') ? 'buyer' : 'supplier';
}
