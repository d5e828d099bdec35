import { disjointSets } from './disjoint-sets.ts';
import type { OrganisationKey } from './mention.ts';

/** An identifier that would join two organisations: it stands alone and goes to the review queue. */
export type Bridge = { key: OrganisationKey; companyKeys: OrganisationKey[] };

/** Identifiers that one mention shows together. */
type Row = { keys: readonly OrganisationKey[] };

/**
 * Whether a key is a company number.
 *
 * @example isCompanyKey('GB-COH:01234567') // true
 */
export function isCompanyKey(key: string): boolean {
  return key.startsWith('GB-COH:');
}

/**
 * The cluster of each identifier: the one company number that it leads to, else the first of those that it is joined with.
 * The rules stand at `clusterKeys`.
 *
 * @param detached identifiers that join nothing, because a person said so
 * @example joinIdentifiers([{ keys: ['GB-COH:01234567', 'GB-PPON:PAAA-1111-AAAA'] }], new Set()).clusterOf.get('GB-PPON:PAAA-1111-AAAA') // 'GB-COH:01234567'
 */
export function joinIdentifiers(
  evidence: readonly Row[],
  detached: ReadonlySet<string>,
): { clusterOf: Map<string, string>; bridges: Bridge[] } {
  const rows =
    detached.size === 0
      ? evidence
      : evidence.map(({ keys }) => ({ keys: keys.filter((key) => !detached.has(key)) }));
  const companiesOf = companiesByKey(rows);
  const bridges: Bridge[] = [];
  const clusterOf = new Map<string, string>();
  for (const { keys } of evidence) for (const key of keys) if (detached.has(key)) clusterOf.set(key, key);
  for (const [key, companies] of companiesOf) {
    const [only, ...others] = companies;
    if (isCompanyKey(key) || (companies.size > 0 && others.length > 0)) clusterOf.set(key, key);
    else if (only !== undefined) clusterOf.set(key, only);
    if (!isCompanyKey(key) && others.length > 0)
      bridges.push({ key, companyKeys: [...companies].toSorted() });
  }
  joinLooseKeys(rows, companiesOf, clusterOf, bridges);
  return { clusterOf, bridges: bridges.toSorted((a, b) => (a.key < b.key ? -1 : 1)) };
}

/** Every identifier with the company numbers it was seen beside. */
function companiesByKey(evidence: readonly Row[]): Map<OrganisationKey, Set<OrganisationKey>> {
  const companiesOf = new Map<OrganisationKey, Set<OrganisationKey>>();
  for (const row of evidence) {
    const companies = row.keys.filter(isCompanyKey);
    for (const key of row.keys) {
      const known = companiesOf.get(key) ?? new Set();
      if (!isCompanyKey(key)) for (const company of companies) known.add(company);
      companiesOf.set(key, known);
    }
  }
  return companiesOf;
}

/** Joins the identifiers that were never beside a company number. */
function joinLooseKeys(
  evidence: readonly Row[],
  companiesOf: ReadonlyMap<OrganisationKey, ReadonlySet<OrganisationKey>>,
  clusterOf: Map<string, string>,
  bridges: Bridge[],
): void {
  const sets = disjointSets();
  const isLoose = (key: OrganisationKey): boolean =>
    !isCompanyKey(key) && (companiesOf.get(key)?.size ?? 0) === 0;
  for (const row of evidence) {
    const [first, ...rest] = row.keys.filter(isLoose);
    if (first !== undefined) for (const key of rest) sets.join(first, key);
  }
  const members = new Map<OrganisationKey, { keys: Set<OrganisationKey>; companies: Set<OrganisationKey> }>();
  for (const row of evidence) {
    for (const key of row.keys.filter(isLoose)) {
      const root = sets.rootOf(key);
      const group = members.get(root) ?? { keys: new Set(), companies: new Set() };
      group.keys.add(key);
      for (const other of row.keys) {
        const cluster = clusterOf.get(other);
        if (!isLoose(other) && cluster !== undefined && isCompanyKey(cluster)) group.companies.add(cluster);
      }
      members.set(root, group);
    }
  }
  for (const { keys, companies } of members.values()) {
    const [onlyCompany, ...otherCompanies] = companies;
    const own = [...keys].toSorted()[0] ?? '';
    const isBridge = otherCompanies.length > 0;
    for (const key of keys) clusterOf.set(key, onlyCompany !== undefined && !isBridge ? onlyCompany : own);
    if (isBridge) bridges.push({ key: own, companyKeys: [...companies].toSorted() });
  }
}
