import type { z } from 'zod';
import type { ApprovalRule } from '../../domain/decisions/approvals.ts';
import type { DiscountRates } from '../../domain/decisions/discount-rates.ts';
import type { LibraryCriterion } from '../../domain/decisions/library-criterion.ts';
import type { InterestTestReference } from '../../domain/decisions/public-interest-test.ts';
import type { ReuseCandidate } from '../../domain/decisions/reuse.ts';
import type { ReviewTrigger } from '../../domain/decisions/review-triggers.ts';
import type { TriageReference } from '../../domain/decisions/triage-question.ts';
import {
  criterionEntries,
  discountRateEntries,
  reuseEntries,
  reviewTriggerEntries,
} from './method-entries.ts';
import { approvalEntries, interestTestEntries, triageEntries } from './triage-entries.ts';

/** What the steps of a decision go by, beside the delivery models. */
export type MethodReference = {
  triage: TriageReference;
  interestTest: InterestTestReference;
  /** Approvals that a case may need; never complete. */
  approvals: readonly ApprovalRule[];
  /** Ready criteria by the five groups. */
  criteria: readonly LibraryCriterion[];
  discountRates: readonly DiscountRates[];
  /** What exists already and could be used. */
  reuse: readonly ReuseCandidate[];
  reviewTriggers: readonly ReviewTrigger[];
};

/**
 * Reads what the steps of a decision go by.
 *
 * @param read a file of the folder by its schema, refusing what doesn't fit
 */
export function readMethodReference(
  read: <Schema extends z.ZodType>(name: string, schema: Schema) => z.output<Schema>,
): MethodReference {
  return {
    triage: read('triage.yaml', triageEntries),
    interestTest: read('public-interest-test.yaml', interestTestEntries),
    approvals: read('approvals.yaml', approvalEntries),
    criteria: read('criteria.yaml', criterionEntries),
    discountRates: read('discount-rates.yaml', discountRateEntries),
    reuse: read('reuse.yaml', reuseEntries),
    reviewTriggers: read('review-triggers.yaml', reviewTriggerEntries),
  };
}
