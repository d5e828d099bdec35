import { disjointSets } from './disjoint-sets.ts';
import type { IdentityDecision } from './identity-decision.ts';
import { isCompanyKey } from './join-identifiers.ts';

/**
 * Keys that the rules joined to what a person split them from.
 *
 * @example brokenSplits(new Map([['GB-CHC:1', 'GB-COH:2'], ['GB-COH:2', 'GB-COH:2']]), [{ kind: 'apart', keys: ['GB-CHC:1'], apartFrom: 'GB-COH:2' }]) // ['GB-CHC:1']
 */
export function brokenSplits(
  clusterOf: ReadonlyMap<string, string>,
  decisions: readonly IdentityDecision[],
): string[] {
  return decisions.flatMap((decision) => {
    if (decision.kind === 'same') return [];
    const anchor = clusterOf.get(decision.apartFrom);
    if (anchor === undefined) return [];
    const broken = decision.keys.filter((key) => clusterOf.get(key) === anchor);
    // A name joins identifiers, and identifiers a company number, never the other way round: to part two, the weaker lets go.
    const letsGo = broken.some((key) => isCompanyKey(key) || (isName(decision.apartFrom) && !isName(key)));
    const leaving = broken.filter((key) => !isCompanyKey(key));
    return letsGo && !isCompanyKey(decision.apartFrom) ? [...leaving, decision.apartFrom] : leaving;
  });
}

/**
 * Joins the clusters that people said are one. What would put two company numbers, or the two sides of a split, into one is
 * not joined at all.
 *
 * @param clusterOf is changed in place: each key of joined clusters leads to their company number, else to their first key
 * @returns keys of decisions that could not be followed, company numbers apart
 * @example joinDecided(new Map([['supplier:alpha', 'supplier:alpha']]), []) // []
 */
export function joinDecided(
  clusterOf: Map<string, string>,
  decisions: readonly IdentityDecision[],
): string[] {
  if (decisions.length === 0) return [];
  const sets = disjointSets();
  const linked = decisions.map((decision) => {
    const held = decision.keys.filter((key) => clusterOf.has(key));
    const [first, ...rest] = held.map((key) => clusterOf.get(key) ?? key);
    if (first !== undefined) for (const other of rest) sets.join(first, other);
    return { held, root: first === undefined || rest.length === 0 ? null : sets.rootOf(first) };
  });
  const parts = new Map<string, Set<string>>();
  for (const cluster of new Set(clusterOf.values())) {
    const root = sets.rootOf(cluster);
    parts.set(root, (parts.get(root) ?? new Set()).add(cluster));
  }
  const refused = new Set<string>();
  for (const [root, clusters] of parts) if ([...clusters].filter(isCompanyKey).length > 1) refused.add(root);
  for (const decision of decisions) {
    if (decision.kind === 'same') continue;
    const anchor = clusterOf.get(decision.apartFrom);
    for (const key of decision.keys) {
      const own = clusterOf.get(key);
      if (anchor === undefined || own === undefined) continue;
      if (sets.rootOf(own) === sets.rootOf(anchor)) refused.add(sets.rootOf(own));
    }
  }
  const nameOfSet = new Map(
    [...parts]
      .filter(([root, clusters]) => clusters.size > 1 && !refused.has(root))
      .map(([root, clusters]) => [root, [...clusters].find(isCompanyKey) ?? root]),
  );
  for (const [key, cluster] of clusterOf) {
    const joined = nameOfSet.get(sets.rootOf(cluster));
    if (joined !== undefined) clusterOf.set(key, joined);
  }
  return linked.flatMap(({ held, root }) =>
    root !== null && refused.has(sets.rootOf(root)) ? held.filter((key) => !isCompanyKey(key)) : [],
  );
}

function isName(key: string): boolean {
  return key.startsWith('name:');
}
