import type { OrganisationKey } from './mention.ts';

/** Whether a name is used by bodies that buy or that sell; names join only within one kind. */
export type NameKind = 'buyer' | 'supplier';

/** What one mention shows together: its official identifiers and its normalised name. Order and repeats don't matter. */
export type IdentityEvidence = { keys: readonly OrganisationKey[]; nameKey: string; kind: NameKind };

/** One organisation as far as the evidence goes. */
export type Cluster = {
  /** Its company number, else its first identifier, else `name:<kind>:<nameKey>`. Unique and independent of order. */
  clusterKey: string;
  /** Identifiers, sorted; never two company numbers. */
  keys: OrganisationKey[];
  /** Names that joined it or were seen with its identifiers, as `name:<kind>:<nameKey>`, sorted. */
  nameKeys: string[];
};

/** An identifier that would join two organisations: it stands alone and goes to the review queue. */
export type Bridge = { key: OrganisationKey; companyKeys: OrganisationKey[] };

export type Clustering = {
  clusters: Cluster[];
  bridges: Bridge[];
  /** Cluster of each identifier and each `name:…` key that stands in evidence. */
  clusterOf: Map<string, string>;
};

/**
 * The key of a name of one kind.
 *
 * @example nameKeyOf('supplier', 'alpha ltd') // 'name:supplier:alpha ltd'
 */
export function nameKeyOf(kind: NameKind, nameKey: string): string {
  return `name:${kind}:${nameKey}`;
}

const isCompany = (key: OrganisationKey): boolean => key.startsWith('GB-COH:');

/**
 * Which identifiers and names are one organisation. Pure, and the same for any order of the evidence.
 *
 * Company numbers dominate: each is a cluster of its own. Another identifier joins the one company number it was
 * seen with; seen with two it stands alone and is reported. Identifiers never seen with a company number join each
 * other transitively, and through those that were the one company they lead to; leading to two, they stand apart and
 * are reported. A name without identifiers joins a cluster only if exactly one cluster of its kind carries that name.
 *
 * @param evidence rows; linear in their number
 * @example clusterKeys([{ keys: ['GB-COH:01234567', 'GB-PPON:PAAA-1111-AAAA'], nameKey: 'alpha ltd', kind: 'supplier' }]).clusters.length // 1
 */
export function clusterKeys(evidence: readonly IdentityEvidence[]): Clustering {
  const companiesOf = companiesByKey(evidence);
  const bridges: Bridge[] = [];
  const clusterOf = new Map<string, string>();
  for (const [key, companies] of companiesOf) {
    const [only, ...others] = companies;
    if (isCompany(key) || (companies.size > 0 && others.length > 0)) clusterOf.set(key, key);
    else if (only !== undefined) clusterOf.set(key, only);
    if (!isCompany(key) && others.length > 0) bridges.push({ key, companyKeys: [...companies].toSorted() });
  }
  joinLooseKeys(evidence, companiesOf, clusterOf, bridges);
  const carriers = nameCarriers(evidence, clusterOf);
  for (const row of evidence) {
    if (row.keys.length > 0) continue;
    const name = nameKeyOf(row.kind, row.nameKey);
    const [only, ...others] = row.nameKey === '' ? [] : (carriers.get(name) ?? []);
    clusterOf.set(name, only !== undefined && others.length === 0 ? only : name);
  }
  return {
    clusters: collectClusters(clusterOf, carriers),
    bridges: bridges.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    clusterOf,
  };
}

/**
 * The cluster of one mention: that of its company number (the first, should it show two), else of its identifiers,
 * else of its name.
 *
 * @example clusterOfMention({ keys: [], nameKey: 'alpha ltd', kind: 'supplier' }, clustering)
 */
export function clusterOfMention(row: IdentityEvidence, clustering: Clustering): string {
  const keys = row.keys.toSorted();
  const company = keys.find(isCompany);
  if (company !== undefined) return clustering.clusterOf.get(company) ?? company;
  const clusters = keys.map((key) => clustering.clusterOf.get(key) ?? key);
  const [first] = clusters.toSorted(
    (a, b) => Number(isCompany(b)) - Number(isCompany(a)) || (a < b ? -1 : 1),
  );
  const name = nameKeyOf(row.kind, row.nameKey);
  return first ?? clustering.clusterOf.get(name) ?? name;
}

/** Every identifier with the company numbers it was seen beside. */
function companiesByKey(evidence: readonly IdentityEvidence[]): Map<OrganisationKey, Set<OrganisationKey>> {
  const companiesOf = new Map<OrganisationKey, Set<OrganisationKey>>();
  for (const row of evidence) {
    const companies = row.keys.filter(isCompany);
    for (const key of row.keys) {
      const known = companiesOf.get(key) ?? new Set();
      if (!isCompany(key)) for (const company of companies) known.add(company);
      companiesOf.set(key, known);
    }
  }
  return companiesOf;
}

/** Joins the identifiers that were never beside a company number. */
function joinLooseKeys(
  evidence: readonly IdentityEvidence[],
  companiesOf: ReadonlyMap<OrganisationKey, ReadonlySet<OrganisationKey>>,
  clusterOf: Map<string, string>,
  bridges: Bridge[],
): void {
  const parents = new Map<OrganisationKey, OrganisationKey>();
  const isLoose = (key: OrganisationKey): boolean =>
    !isCompany(key) && (companiesOf.get(key)?.size ?? 0) === 0;
  for (const row of evidence) {
    const [first, ...rest] = row.keys.filter(isLoose);
    if (first === undefined) continue;
    const root = rootOf(parents, first);
    for (const key of rest) union(parents, root, key);
  }
  const members = new Map<OrganisationKey, { keys: Set<OrganisationKey>; companies: Set<OrganisationKey> }>();
  for (const row of evidence) {
    for (const key of row.keys.filter(isLoose)) {
      const root = rootOf(parents, key);
      const group = members.get(root) ?? { keys: new Set(), companies: new Set() };
      group.keys.add(key);
      for (const other of row.keys) {
        const cluster = clusterOf.get(other);
        if (!isLoose(other) && cluster !== undefined && isCompany(cluster)) group.companies.add(cluster);
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

function rootOf(parents: Map<string, string>, key: string): string {
  let root = key;
  for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
  for (let at = key; at !== root;) {
    const next = parents.get(at) ?? root;
    parents.set(at, root);
    at = next;
  }
  return root;
}

function union(parents: Map<string, string>, one: string, other: string): void {
  const a = rootOf(parents, one);
  const b = rootOf(parents, other);
  if (a !== b) parents.set(a < b ? b : a, a < b ? a : b);
}

/** Which clusters carry a name: seen on one mention with an identifier of theirs. */
function nameCarriers(
  evidence: readonly IdentityEvidence[],
  clusterOf: ReadonlyMap<string, string>,
): Map<string, Set<string>> {
  const carriers = new Map<string, Set<string>>();
  for (const row of evidence) {
    if (row.nameKey === '') continue;
    const name = nameKeyOf(row.kind, row.nameKey);
    for (const key of row.keys) {
      const known = carriers.get(name) ?? new Set();
      known.add(clusterOf.get(key) ?? key);
      carriers.set(name, known);
    }
  }
  return carriers;
}

function collectClusters(
  clusterOf: ReadonlyMap<string, string>,
  carriers: ReadonlyMap<string, ReadonlySet<string>>,
): Cluster[] {
  const clusters = new Map<string, { keys: Set<string>; names: Set<string> }>();
  const at = (clusterKey: string): { keys: Set<string>; names: Set<string> } => {
    const known = clusters.get(clusterKey) ?? { keys: new Set<string>(), names: new Set<string>() };
    clusters.set(clusterKey, known);
    return known;
  };
  for (const [key, cluster] of clusterOf)
    (key.startsWith('name:') ? at(cluster).names : at(cluster).keys).add(key);
  for (const [name, holders] of carriers) for (const cluster of holders) at(cluster).names.add(name);
  return [...clusters]
    .map(([clusterKey, { keys, names }]) => ({
      clusterKey,
      keys: [...keys].toSorted(),
      nameKeys: [...names].toSorted(),
    }))
    .toSorted((a, b) => (a.clusterKey < b.clusterKey ? -1 : 1));
}
