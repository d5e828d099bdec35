import { z } from 'zod';
import { reviewTriggerIds } from '../../../domain/decisions/review-triggers.ts';
import type { ReviewAnswerRow } from '../../../db/queries/decision-records.ts';
import { isReviewDue, type CaseReview } from './review-of.ts';

const answerView = z.object({
  answer: z.enum(['stands', 'reopened']),
  reasons: z.string(),
  post: z.string(),
  name: z.string().nullable(),
  answeredAt: z.string(),
});

/** The review of a case as operations answer it. */
export const caseReviewView = z.object({
  case: z.string(),
  title: z.string(),
  record: z.number().int(),
  stage: z.string(),
  signedOn: z.string(),
  isDue: z.boolean().describe('A mark has no answer yet. Marked isn’t invalid.'),
  marks: z.array(
    z.object({
      trigger: z.enum(reviewTriggerIds),
      name: z.string(),
      because: z.string(),
      answer: answerView.nullable(),
    }),
  ),
  notLookedAt: z.array(
    z.object({
      trigger: z.enum(reviewTriggerIds),
      name: z.string(),
      because: z.string().describe('Why it can’t be told from the case and the register.'),
    }),
  ),
});

/** The review of a case as operations answer it. */
export type CaseReviewView = z.output<typeof caseReviewView>;

/**
 * The review of a case as operations answer it.
 *
 * @example presentReview(review).isDue // true
 */
export function presentReview(review: CaseReview): CaseReviewView {
  const { stored, record, marks, notLookedAt } = review;
  return {
    case: stored.id,
    title: stored.document.title,
    record: record.number ?? 0,
    stage: record.stage,
    signedOn: record.madeAt.slice(0, 10),
    isDue: isReviewDue(review),
    marks: marks.map(({ answer, ...mark }) => ({
      ...mark,
      answer: answer === null ? null : presentAnswer(answer),
    })),
    notLookedAt,
  };
}

function presentAnswer({
  answer,
  reasons,
  post,
  name,
  answered_at: answeredAt,
}: ReviewAnswerRow): z.output<typeof answerView> {
  return answerView.parse({ answer, reasons, post, name, answeredAt });
}

/**
 * The review of a case as text.
 *
 * @example reviewText(view).split('\n')[0] // 'permits, record 1, signed on 2026-11-23: due for review.'
 */
export function reviewText({
  case: id,
  record,
  signedOn,
  isDue,
  marks,
  notLookedAt,
}: CaseReviewView): string {
  const state = isDue
    ? 'due for review. It stays valid.'
    : marks.length === 0
      ? 'nothing speaks for a review.'
      : 'every mark is answered.';
  return [
    `${id}, record ${record}, signed on ${signedOn}: ${state}`,
    ...marks.map(
      ({ name, because, answer }) =>
        `  ${name}: ${because}${answer === null ? '' : ` ${answer.post}: ${answerWords[answer.answer]}, because: ${answer.reasons}`}`,
    ),
    ...notLookedAt.map(({ name, because }) => `  Nobody has looked at “${name}”: ${because}`),
  ].join('\n');
}

const answerWords = { stands: 'it still stands', reopened: 'a version was opened' } as const;
