import { weighTree } from '../../../maths/criteria-tree.ts';
import { leafCriteria } from '../checks/check-appraisal.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';

/** A criterion that options are scored by, with what it counts in the whole, 0 to 1. */
export type WeighedCriterion = { id: string; name: string; weight: number };

/** What the criteria count. */
export type CriteriaWeights = {
  /** The criteria that no other is part of, in the order of the document; their weights add up to 1. */
  criteria: WeighedCriterion[];
  /** Criteria that nobody gave a weight, which therefore count for nothing yet. */
  withoutWeight: string[];
};

type Criterion = CaseDocument['criteria'][number];

/**
 * Weights of the criteria that are scored. Swing points are compared among those with the same parent; a group without points
 * of its own counts what its criteria add up to. Shares are those of the criteria themselves, wherever they stand in the tree.
 *
 * @returns null where no criterion has a weight
 * @example weighCriteria(document)?.criteria.map(({ id, weight }) => [id, weight]) // [['fit', 0.625], ['people', 0.375]]
 */
export function weighCriteria(document: Pick<CaseDocument, 'criteria' | 'weights'>): CriteriaWeights | null {
  const leaves = leafCriteria(document);
  const nodes =
    document.weights?.method === 'shares'
      ? leaves
          .filter(({ swing = 0 }) => swing > 0)
          .map(({ id, swing = 0 }) => ({ id, parentId: null, points: swing }))
      : countedNodes(document.criteria);
  if (nodes.length === 0) return null;
  const weights = new Map(weighTree(nodes).map(({ id, weight }) => [id, weight]));
  return {
    criteria: leaves.map(({ id, name }) => ({ id, name, weight: weights.get(id) ?? 0 })),
    withoutWeight: leaves.filter(({ swing }) => swing === undefined).map(({ id }) => id),
  };
}

/** The part of the tree that has points, from the top, so that what goes round in a circle is never reached. */
function countedNodes(
  criteria: readonly Criterion[],
): { id: string; parentId: string | null; points: number }[] {
  const children = Map.groupBy(criteria, ({ parent }) => parent ?? null);
  const below = (parentId: string | null): { id: string; parentId: string | null; points: number }[] =>
    (children.get(parentId) ?? []).flatMap(({ id, swing }) => {
      const own = below(id);
      if (own.length === 0 && children.has(id)) return [];
      const sum = own.reduce((total, node) => (node.parentId === id ? total + node.points : total), 0);
      const points = swing ?? sum;
      return points > 0 ? [{ id, parentId, points }, ...own] : [];
    });
  return below(null);
}
