import { z } from 'zod';
import { reviewTriggerIds } from '../../domain/decisions/review-triggers.ts';
import { operation } from '../operation.ts';
import { caseField } from './case-views.ts';
import { answerMark } from './review/answer-mark.ts';

const text = z.string().trim().min(1).max(10_000);

/** Answers a mark “review due”. */
export const answerReview = operation({
  id: 'decisions.answer-review',
  summary: 'Answer a mark on a signed sourcing case: it still stands, because; or open a version.',
  kind: 'write',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'case',
  input: z.strictObject({
    case: caseField,
    trigger: z.enum(reviewTriggerIds).describe('What marks the case, from "decisions review".'),
    because: text.optional().describe('The sentence that is answered; left out, the first without an answer.'),
    answer: z.enum(['stands', 'reopened']).describe('It still stands, or a version is opened.'),
    reasons: text.describe('Why, in your own words.'),
    post: text.max(300).describe('The post of the senior responsible owner, as the case names it.'),
    name: text.max(200).describe('Who answers. In local mode it is recorded as “name typed, not authenticated”.'),
  }),
  output: z.object({ case: z.string(), trigger: z.string(), because: z.string(), answer: z.string(), revision: z.number().int() }),
  present: ({ case: id, because, answer, revision }) =>
    answer === 'stands' ? `${id}: it still stands. Answered: ${because}` : `${id}: version ${revision} is open. Answered: ${because}`,
  run: async (context, { case: id, because, ...typed }) => {
    const { revision, mark } = await answerMark(context, id, { ...typed, because });
    return { case: id, trigger: mark.trigger, because: mark.because, answer: typed.answer, revision };
  },
}); // prettier-ignore
