import { swingWeights } from './swing-weights.ts';

/** A criterion, or a group of criteria, with its swing points among those that have the same parent. */
export type CriterionNode = { id: string; parentId: string | null; points: number };

/** What a node counts: among its siblings, and in the whole; whether it is a criterion (a leaf) or a group. */
export type NodeWeight = { id: string; localWeight: number; weight: number; isCriterion: boolean };

/**
 * The weights of a tree of criteria: a node's share among its siblings, times the weight of its group. The criteria (leaves)
 * together have 1.
 *
 * Siblings are weighed against each other over the swings of their groups: a group's points stand for all its criteria going from
 * worst to best.
 *
 * @returns the nodes in the order given
 * @throws RangeError where an id occurs twice, a parent is unknown, nodes go round in a circle, or siblings have no points
 * @example weighTree([{ id: 'a', parentId: null, points: 75 }, { id: 'b', parentId: null, points: 25 }, { id: 'b1', parentId: 'b', points: 1 }]).map(({ id, weight }) => [id, weight]) // [['a', 0.75], ['b', 0.25], ['b1', 0.25]]
 */
export function weighTree(nodes: readonly CriterionNode[]): NodeWeight[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const twice = nodes.find((node) => byId.get(node.id) !== node);
  if (twice !== undefined) throw new RangeError(`The criterion "${twice.id}" occurs twice.`);
  const orphan = nodes.find(({ parentId }) => parentId !== null && !byId.has(parentId));
  if (orphan !== undefined)
    throw new RangeError(`The criterion "${orphan.id}" belongs to "${orphan.parentId}", which isn't there.`);
  refuseCircle(nodes, byId);

  const local = new Map<string, number>();
  for (const siblings of Map.groupBy(nodes, ({ parentId }) => parentId).values())
    swingWeights(siblings.map(({ points }) => points)).forEach((share, index) => {
      local.set(siblings[index]?.id ?? '', share);
    });
  const weightOf = (id: string | null): number =>
    id === null ? 1 : (local.get(id) ?? Number.NaN) * weightOf(byId.get(id)?.parentId ?? null);
  const groups = new Set(nodes.map(({ parentId }) => parentId));
  return nodes.map(({ id }) => ({
    id,
    localWeight: local.get(id) ?? Number.NaN,
    weight: weightOf(id),
    isCriterion: !groups.has(id),
  }));
}

function refuseCircle(nodes: readonly CriterionNode[], byId: ReadonlyMap<string, CriterionNode>): void {
  for (const { id } of nodes) {
    const path = [id];
    for (let up = byId.get(id)?.parentId ?? null; up !== null; up = byId.get(up)?.parentId ?? null) {
      path.push(up);
      if (up === id)
        throw new RangeError(
          `The criteria go round in a circle: ${path.join(' → ')}. Give one of them another group.`,
        );
      // A circle further up that doesn't lead back here is found from one of its own nodes.
      if (path.length > nodes.length) break;
    }
  }
}
