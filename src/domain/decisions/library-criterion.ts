import type { criterionGroups } from './case-parts/appraisal.ts';
import type { CaseDocument } from './case-parts/case-document.ts';

/** Sets of criteria for options of a kind. */
export const criterionPacks = ['ai'] as const;

/** A ready criterion, as `reference/criteria.yaml` has it. */
export type LibraryCriterion = {
  id: string;
  /** A set for options of a kind, such as those with artificial intelligence; null where it is for any. */
  pack: (typeof criterionPacks)[number] | null;
  group: (typeof criterionGroups)[number];
  name: string;
  description: string;
  /** What scores of 0 and 100 look like. */
  worst: string;
  best: string;
  /** Which cost, benefit or test counts the same already. */
  notTwice: string;
  source: string;
  reviewed: string;
};

/**
 * A criterion of the library as it stands in a case, without a weight.
 *
 * @example toCriterion(library[0]).anchors?.best // 'Every outcome is met as the need states it.'
 */
export function toCriterion(entry: LibraryCriterion): CaseDocument['criteria'][number] {
  const { id, group, name, description, worst, best } = entry;
  return { id, group, name, description, anchors: { worst, best } };
}
