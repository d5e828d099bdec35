/** Sets that grow together; the smallest member stands for its set, so that the order of joining doesn't show. */
export type DisjointSets = {
  /** The member that stands for the set of `member`; itself where it was never joined. */
  rootOf(member: string): string;
  join(one: string, other: string): void;
};

/**
 * Sets of texts that are joined one by one.
 *
 * @example const sets = disjointSets(); sets.join('b', 'a'); sets.rootOf('b') // 'a'
 */
export function disjointSets(): DisjointSets {
  const parents = new Map<string, string>();
  const rootOf = (member: string): string => {
    let root = member;
    for (let parent = parents.get(root); parent !== undefined; parent = parents.get(root)) root = parent;
    for (let at = member; at !== root;) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  return {
    rootOf,
    join(one, other) {
      const a = rootOf(one);
      const b = rootOf(other);
      if (a !== b) parents.set(a < b ? b : a, a < b ? a : b);
    },
  };
}
