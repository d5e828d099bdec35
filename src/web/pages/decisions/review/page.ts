import { answerReview } from '../../../../app/decisions/answer-review.ts';
import { readInput } from '../../../../app/read-input.ts';
import { reviewCases } from '../../../../app/decisions/review-cases.ts';
import { AppError } from '../../../../lib/errors.ts';
import { caseOf, casePage, crumbOf } from '../../../components/case/case-page.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer, PageRequest } from '../../_page.ts';
import { presentReviewPage } from './present.ts';

/** What marks a signed case, the answers of its owner, and what nobody has looked at. */
export const caseReviewPage: Page = {
  method: 'GET',
  pattern: routePatterns.caseReview,
  answer: async (request) => showForm(request, { errors: {}, refusal: null, status: 200 }),
};

/** Answers a mark. */
export const caseReviewAnswerPage: Page = {
  method: 'POST',
  pattern: routePatterns.caseReview,
  async answer(request) {
    const { context, form, words } = request;
    const { id } = await caseOf(request);
    const text = (name: string): string => (form[name] ?? '').trim();
    const errors = {
      ...(text('answer') === '' && { answer: words.caseReview.answerMissing }),
      ...(text('post') === '' && { post: words.signing.postMissing }),
      ...(text('name') === '' && { name: words.signing.nameMissing }),
      ...(text('reasons') === '' && { reasons: words.signing.reasonsMissing }),
    };
    if (Object.keys(errors).length > 0) return showForm(request, { errors, refusal: null, status: 400 });
    const names = ['trigger', 'because', 'answer', 'reasons', 'post', 'name'];
    try {
      const asked = readInput(answerReview, { case: id, ...Object.fromEntries(names.map((name) => [name, text(name)])) });
      const { answer } = await answerReview.run(context, answerReview.input.parse(asked));
      return { kind: 'redirect', to: paths.caseReview(id, { done: answer }), status: 303 };
    } catch (error) {
      if (!(error instanceof AppError) || !refused.has(error.code)) throw error;
      const { fields } = error;
      const isShown = Object.keys(fields).length > 0;
      const status = error.code === 'forbidden' ? 403 : error.code === 'changed-meanwhile' ? 409 : 400;
      return showForm(request, { errors: fields, refusal: isShown ? null : error.message, status });
    }
  },
}; // prettier-ignore

/** Refusals that the form itself tells; a mark that has gone meanwhile is one. */
const refused = new Set<string>(['bad-request', 'forbidden', 'changed-meanwhile', 'not-found']);

type Told = { errors: Readonly<Record<string, string>>; refusal: string | null; status: number };

async function showForm(request: PageRequest, told: Told): Promise<PageAnswer> {
  const { context, words, query, form } = request;
  const stored = await caseOf(request);
  const { reviews } = await reviewCases.run(context, { case: stored.id });
  return casePage(
    {
      template: 'pages/decisions/review/page.njk',
      view: {
        ...presentReviewPage({ stored, review: reviews[0] ?? null, form, ...told }, words),
        done: words.caseReview.done[query['done']?.[0] ?? ''] ?? null,
      },
      title: words.caseReview.title,
      document: stored.document,
      crumbs: [crumbOf(stored)],
      hasError: told.status !== 200,
      status: told.status,
    },
    words,
  );
}
