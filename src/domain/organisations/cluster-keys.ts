import { brokenSplits, joinDecided } from './apply-decisions.ts';
import type { IdentityDecision } from './identity-decision.ts';
import { joinIdentifiers, type Bridge } from './join-identifiers.ts';
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

/**
 * Which identifiers and names are one organisation. Pure, and the same for any order of the evidence and the decisions.
 *
 * Company numbers dominate: each is a cluster of its own. Another identifier joins the one company number it was
 * seen with; seen with two it stands alone and is reported. Identifiers never seen with a company number join each
 * other transitively, and through those that were the one company they lead to; leading to two, they stand apart and
 * are reported. A name without identifiers joins a cluster only if exactly one cluster of its kind carries that name.
 *
 * Decisions of people go before the rules: what they split off joins nothing that the rules would join it to, and what they
 * joined is one. Only two company numbers never are: a decision that would come to that has no effect.
 *
 * @param evidence rows; linear in their number
 * @param decisions those that stand
 * @example clusterKeys([{ keys: ['GB-COH:01234567', 'GB-PPON:PAAA-1111-AAAA'], nameKey: 'alpha ltd', kind: 'supplier' }]).clusters.length // 1
 */
export function clusterKeys(
  evidence: readonly IdentityEvidence[],
  decisions: readonly IdentityDecision[] = [],
): Clustering {
  const detached = new Set<string>();
  for (;;) {
    const { clusterOf, carriers, bridges } = joinByRules(evidence, decisions, detached);
    const isNew = (key: string): boolean => !detached.has(key);
    // A person's word goes before a rule: what stands in its way is taken out of the rules, and everything is placed again.
    let inTheWay = brokenSplits(clusterOf, decisions).filter(isNew);
    if (inTheWay.length === 0) inTheWay = joinDecided(clusterOf, decisions).filter(isNew);
    if (inTheWay.length === 0) return { clusters: collectClusters(clusterOf, carriers), bridges, clusterOf };
    for (const key of inTheWay) detached.add(key);
  }
}

/** Identifiers, then names; names see the clusters that people joined as one. */
function joinByRules(
  evidence: readonly IdentityEvidence[],
  decisions: readonly IdentityDecision[],
  detached: ReadonlySet<string>,
): { clusterOf: Map<string, string>; carriers: Map<string, Set<string>>; bridges: Bridge[] } {
  const { clusterOf, bridges } = joinIdentifiers(evidence, detached);
  joinDecided(clusterOf, decisions);
  const carriers = nameCarriers(evidence, clusterOf);
  for (const row of evidence) {
    if (row.keys.length > 0) continue;
    const name = nameKeyOf(row.kind, row.nameKey);
    const [only, ...others] = row.nameKey === '' || detached.has(name) ? [] : (carriers.get(name) ?? []);
    clusterOf.set(name, only !== undefined && others.length === 0 ? only : name);
  }
  return { clusterOf, carriers, bridges };
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
  for (const [name, holders] of carriers)
    for (const cluster of holders) at(clusterOf.get(cluster) ?? cluster).names.add(name);
  return [...clusters]
    .map(([clusterKey, { keys, names }]) => ({
      clusterKey,
      keys: [...keys].toSorted(),
      nameKeys: [...names].toSorted(),
    }))
    .toSorted((a, b) => (a.clusterKey < b.clusterKey ? -1 : 1));
}
