import { z } from 'zod';
import { listRecordedCases } from '../../db/queries/decision-records.ts';
import { operation } from '../operation.ts';
import { getCase } from './case-store.ts';
import { caseField } from './case-views.ts';
import { reviewOf } from './review/review-of.ts';
import { caseReviewView, presentReview, reviewText } from './review/review-view.ts';

/** Lists signed cases with what makes them due for review. */
export const reviewCases = operation({
  id: 'decisions.review',
  summary: 'List signed sourcing cases that are due for review, why, and what nobody has looked at.',
  kind: 'read',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'case',
  input: z.strictObject({ case: caseField.optional().describe('Id of a case; left out, all that were approved.') }),
  output: z.object({ reviews: z.array(caseReviewView) }),
  present: ({ reviews }) =>
    reviews.length === 0 ? 'No case was approved yet, so none can be due.' : reviews.map(reviewText).join('\n\n'),
  run: async (context, { case: id }) => {
    const register = await context.register();
    const ids = id === undefined ? await register.within(context.actor, listRecordedCases) : [{ case_id: (await getCase(context, id)).id }];
    const reviews = await Promise.all(ids.map(async (one) => reviewOf(context, one.case_id)));
    // What is due stands first.
    const views = reviews.flatMap((review) => (review === null ? [] : [presentReview(review)]));
    return { reviews: views.toSorted((one, other) => Number(other.isDue) - Number(one.isDue)) };
  },
}); // prettier-ignore
