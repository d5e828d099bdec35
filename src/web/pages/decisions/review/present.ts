import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import type { CaseReviewView } from '../../../../app/decisions/review/review-view.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths } from '../../../paths.ts';

/** What the page of the review shows. */
export type ReviewMatter = {
  stored: StoredCase;
  review: CaseReviewView | null;
  form: Readonly<Record<string, string>>;
  /** Field → sentence. */
  errors: Readonly<Record<string, string>>;
  refusal: string | null;
};

/** The review of a case as its page shows it. */
export function presentReviewPage({ stored, review, form, errors, refusal }: ReviewMatter, words: Catalogue) {
  const { caseReview: text, format } = words;
  const marks = (review?.marks ?? []).map((mark, index) => presentMark(mark, index, { stored, form, errors }, words));
  // Errors lead to the form that was sent; where its mark has gone, to none.
  const sent = marks.find(({ isSent }) => isSent);
  return {
    title: text.title,
    lead: review === null ? text.notApproved : text.lead,
    signed: review === null ? null : text.signedOn(review.record, format.day(review.signedOn)),
    recordHref: review === null ? null : paths.caseRecord(stored.id, review.record),
    tag: review === null ? null : review.isDue ? { text: text.due, colour: 'yellow' } : { text: text.notDue, colour: 'green' },
    isWatched: review !== null,
    marks,
    notLookedAt: review?.notLookedAt ?? [],
    errors: [
      ...(refusal === null ? [] : [{ text: refusal }]),
      ...Object.entries(errors).map(([field, says]) => ({
        text: says,
        ...(sent !== undefined && { href: `#${sent.prefix}-${field}` }),
      })),
    ],
    action: paths.caseReview(stored.id),
    tasksHref: paths.caseTasks(stored.id),
  };
} // prettier-ignore

function presentMark(
  { trigger, name, because, answer }: CaseReviewView['marks'][number],
  index: number,
  { stored, form, errors }: Pick<ReviewMatter, 'stored' | 'form' | 'errors'>,
  { caseReview: text, signing, format }: Catalogue,
) {
  const isSent = form['trigger'] === trigger && form['because'] === because;
  const owners = stored.document.roles
    .filter(({ role }) => role === 'senior-responsible-owner')
    .map(({ post }) => post);
  const value = (field: string): string => (isSent ? (form[field] ?? '') : '');
  const message = (field: string): { text: string } | false =>
    isSent && errors[field] !== undefined ? { text: errors[field] } : false;
  return {
    trigger,
    name,
    because,
    isSent,
    prefix: `mark-${index + 1}`,
    answered:
      answer === null
        ? null
        : {
            text: text.answered[answer.answer],
            reasons: answer.reasons,
            by: text.by(
              signing.signatureOf(answer.name ?? signing.erased, answer.post),
              format.dayOf(answer.answeredAt),
            ),
          },
    formTitle: text.answerTitle(name),
    answers: (['stands', 'reopened'] as const).map((one) => ({
      value: one,
      text: text.answers[one],
      checked: value('answer') === one,
    })),
    posts: owners.map((post) => ({ value: post, text: post, checked: value('post') === post })),
    typedName: value('name'),
    reasons: value('reasons'),
    messages: {
      answer: message('answer'),
      post: message('post'),
      name: message('name'),
      reasons: message('reasons'),
    },
  };
}
