import { createHash } from 'node:crypto';
import type { JsonObject, JsonValue } from '../lib/json.ts';
import { isObject } from '../lib/json.ts';
import { plainText } from './plain-text.ts';

/** A release in the terms of OCDS 1.1, and where its organisations contradict each other. */
export type UpgradedRelease = { release: JsonObject; warnings: string[] };

/**
 * Upgrades a release from OCDS 1.0 to 1.1: organisations move to `parties` with their roles and leave a reference behind,
 * `amendment` becomes `amendments`, a transaction's `amount`, `providerOrganization` and `receiverOrganization` become
 * `value`, `payer` and `payee`. A release that has `parties` is 1.1 already and is returned as it is.
 * The deprecated `Amendment.changes`, `Budget.source` and `Milestone.documents` stay. The input is not changed.
 *
 * Equal to the reference (ocdskit upgrade 1.0:1.1); an organisation without `id` gets the MD5 of its identifying fields.
 *
 * @example upgradeRelease({ ocid: 'ocds-1', buyer: { name: 'Marram Council' } }).release.buyer // { id: '…', name: 'Marram Council' }
 */
export function upgradeRelease(release: JsonObject): UpgradedRelease {
  if ('parties' in release) return { release, warnings: [] };
  return upgradeMembers(release);
}

/**
 * Upgrades the members whatever the release says of itself, as in a package that says it is 1.0.
 *
 * @example upgradeMembers({ parties: [], buyer: { id: '1', name: 'Marram Council' } }).release.parties // [{ id: '1', roles: ['buyer'], name: 'Marram Council' }]
 */
export function upgradeMembers(release: JsonObject): UpgradedRelease {
  const copy = structuredClone(release);
  const parties = new Parties(copy['parties']);
  upgradeOrganisations(copy, parties);
  for (const block of [copy['tender'], ...listOf(copy['awards']), ...listOf(copy['contracts'])]) {
    if (isObject(block)) upgradeAmendment(block);
  }
  const upgraded = parties.addTo(copy);
  // As in the reference, a payer or payee that isn't already a party doesn't become one: only its name stays.
  const payers = new Parties(upgraded['parties']);
  for (const transaction of transactionsOf(upgraded)) upgradeTransaction(transaction, payers);
  return { release: upgraded, warnings: [...parties.warnings, ...payers.warnings] };
}

function upgradeOrganisations(release: JsonObject, parties: Parties): void {
  refer(release, 'buyer', 'buyer', parties);
  const { tender } = release;
  if (isObject(tender)) {
    refer(tender, 'procuringEntity', 'procuringEntity', parties);
    referAll(tender, 'tenderers', 'tenderer', parties);
  }
  for (const award of listOf(release['awards']))
    if (isObject(award)) referAll(award, 'suppliers', 'supplier', parties);
}

function refer(holder: JsonObject, field: string, role: string, parties: Parties): void {
  const organisation = holder[field];
  if (isObject(organisation)) holder[field] = parties.add(organisation, role);
}

function referAll(holder: JsonObject, field: string, role: string, parties: Parties): void {
  const organisations = holder[field];
  if (!Array.isArray(organisations)) return;
  holder[field] = organisations.map((organisation) =>
    isObject(organisation) ? parties.add(organisation, role) : organisation,
  );
}

function upgradeAmendment(block: JsonObject): void {
  if (!('amendment' in block)) return;
  const { amendment } = block;
  delete block['amendment'];
  const amendments = listOf(block['amendments']);
  if (isObject(amendment) && !amendments.some((known) => JSON.stringify(known) === JSON.stringify(amendment)))
    amendments.push(amendment);
  block['amendments'] = amendments;
}

function transactionsOf(release: JsonObject): JsonObject[] {
  const implementations = listOf(release['contracts']).map((contract) =>
    isObject(contract) ? contract['implementation'] : null,
  );
  return implementations
    .flatMap((each) => (isObject(each ?? null) && isObject(each) ? listOf(each['transactions']) : []))
    .filter(isObject);
}

function upgradeTransaction(transaction: JsonObject, parties: Parties): void {
  if (!('value' in transaction) && transaction['amount'] !== undefined) {
    transaction['value'] = transaction['amount'];
    delete transaction['amount'];
  }
  for (const [older, newer] of [
    ['providerOrganization', 'payer'],
    ['receiverOrganization', 'payee'],
  ] as const) {
    const identifier = transaction[older];
    if (!isObject(identifier) || newer in transaction) continue;
    const { legalName } = identifier;
    transaction[newer] = parties.add(
      legalName === undefined ? { identifier } : { identifier, name: legalName },
      newer,
    );
    delete transaction[older];
  }
}

/** The `parties` of a release under construction: an organisation per identifier, with its roles. */
class Parties {
  readonly warnings: string[] = [];
  readonly #byId = new Map<JsonValue, JsonObject>();

  constructor(known: JsonValue | undefined) {
    for (const party of listOf(known))
      if (isObject(party)) this.#byId.set(party['id'] ?? partyId(party), party);
  }

  /** Keeps an organisation in a role, and returns the reference that takes its place. */
  add(organisation: JsonObject, role: string): JsonObject {
    const id = organisation['id'] ?? partyId(organisation);
    const known = this.#byId.get(id);
    if (known === undefined) this.#byId.set(id, { ...organisation, id, roles: [role] });
    else this.#addRole(known, { ...organisation, id }, role);
    return organisation['name'] === undefined ? { id } : { id, name: organisation['name'] };
  }

  /** The release with its parties, in the place where 1.1 has them. */
  addTo(release: JsonObject): JsonObject {
    if (this.#byId.size === 0) return release;
    const { parties: _parties, ...rest } = release;
    const upgraded: JsonObject = {};
    for (const field of ['ocid', 'id', 'date', 'tag', 'initiationType']) {
      if (rest[field] !== undefined) upgraded[field] = rest[field];
    }
    upgraded['parties'] = [...this.#byId.values()].map(({ id, roles, ...others }) => {
      const party: JsonObject = id === undefined ? {} : { id };
      if (roles !== undefined) party['roles'] = roles;
      return { ...party, ...others };
    });
    return { ...upgraded, ...rest };
  }

  #addRole(known: JsonObject, organisation: JsonObject, role: string): void {
    // The reference sorts the roles before it adds one.
    const roles =
      typeof known['roles'] === 'string' ? [known['roles']] : listOf(known['roles']).toSorted(byText);
    const differing = Object.keys(organisation).filter(
      (field) => JSON.stringify(organisation[field]) !== JSON.stringify(known[field]),
    );
    if (differing.length > 0) {
      this.warnings.push(
        `Organisation ${JSON.stringify(organisation['id'])} as ${role} differs in ${differing.join(', ')} from itself as ${roles.map(plainText).join(', ')}; the first was kept.`,
      );
    }
    if (!roles.includes(role)) roles.push(role);
    known['roles'] = roles;
  }
}

/** The fields by which 1.0 tells organisations apart. https://standard.open-contracting.org/1.0/en/schema/reference/#identifier */
const identifying: ReadonlyArray<readonly [string, readonly string[]]> = [
  ['identifier', ['scheme', 'id', 'legalName', 'uri']],
  ['address', ['streetAddress', 'locality', 'region', 'postalCode', 'countryName']],
  ['contactPoint', ['name', 'email', 'telephone', 'faxNumber', 'url']],
];

function partyId(organisation: JsonObject): string {
  const parts = [textOf(organisation['name'])];
  for (const [holder, fields] of identifying) {
    const held = organisation[holder];
    if (isObject(held)) parts.push(...fields.map((field) => textOf(held[field])));
  }
  return createHash('md5').update(parts.join('-')).digest('hex');
}

function byText(one: JsonValue, other: JsonValue): number {
  return plainText(one) < plainText(other) ? -1 : 1;
}

function textOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null || value === false || value === 0) return '';
  return plainText(value);
}

function listOf(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}
