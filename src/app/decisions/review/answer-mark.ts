import { addName, addReviewAnswer, holdCase } from '../../../db/queries/decision-records.ts';
import { nameDigest } from '../../../domain/decisions/record/seal-names.ts';
import { reasonsProblem } from '../../../domain/decisions/signing/check-reasons.ts';
import { foldWords } from '../../../domain/decisions/signing/fold-words.ts';
import { AppError } from '../../../lib/errors.ts';
import type { Context } from '../../context.ts';
import { saveCase } from '../case-store.ts';
import { newSalt } from '../record/make-record.ts';
import { reviewOf, type AnsweredMark, type CaseReview } from './review-of.ts';

/** An answer to a mark, as typed. */
export type MarkAnswer = {
  trigger: string;
  /** The sentence that is answered; left out, the one that has no answer. */
  because: string | undefined;
  answer: 'stands' | 'reopened';
  reasons: string;
  post: string;
  name: string;
};

/**
 * Answers a mark: the decision still stands, because; or a version is opened, in which the case is worked on.
 *
 * @returns the revision that stands then
 * @throws AppError `bad-request` with `fields` where the answer lacks something; `not-found` where there is no such mark;
 *   `changed-meanwhile` where somebody answered or saved meanwhile
 */
export async function answerMark(
  context: Context,
  id: string,
  typed: MarkAnswer,
): Promise<{ revision: number; mark: AnsweredMark }> {
  const review = await reviewOf(context, id);
  if (review === null) throw new AppError('not-found', `The case "${id}" was never approved, so nothing marks it.`);
  const { stored, record } = review;
  const mark = findMark(review, typed);
  const reasons = reasonsProblem(typed.reasons, review.marks.map(({ because }) => because));
  if (reasons !== null) throw new AppError('bad-request', reasons, { fields: { reasons } });
  const post = ownerPost(review, typed.post);
  const open = { name: typed.name, salt: newSalt() };
  const digest = nameDigest(open);
  const owner = { body_id: context.actor.bodyId, case_id: id };
  // The version comes first: what ends the program between the two leaves a mark that is still to be answered.
  const revision = typed.answer === 'stands' ? stored.revision : await openVersion(context, review, mark, typed);
  const register = await context.register();
  await register.within(context.actor, async (transaction) => {
    const held = await holdCase(transaction, id);
    if (held?.revision !== revision || held.answers !== review.answers.length)
      throw new AppError('changed-meanwhile', `Somebody answered or saved the case "${id}" meanwhile. Look at it again, then answer.`);
    await addName(transaction, { ...owner, ...open, name_digest: digest });
    await addReviewAnswer(transaction, {
      ...owner,
      number: held.answers + 1,
      record_number: record.number ?? 1,
      trigger_id: mark.trigger,
      mark: mark.because,
      answer: typed.answer,
      reasons: typed.reasons,
      post,
      name_digest: digest,
      answered_at: context.clock.now().toISOString(),
    });
  });
  return { revision, mark };
} // prettier-ignore

async function openVersion(
  context: Context,
  { stored }: CaseReview,
  mark: AnsweredMark,
  { reasons }: MarkAnswer,
): Promise<number> {
  const note = `Opened for review. ${mark.because} ${reasons}`.slice(0, 1000);
  return (await saveCase(context, { text: stored.text, seen: stored.revision, note })).revision;
}

function findMark({ marks }: CaseReview, { trigger, because }: MarkAnswer): AnsweredMark {
  const own = marks.filter((mark) => mark.trigger === trigger && (because === undefined || mark.because === because));
  const open = own.find(({ answer }) => answer === null);
  if (open !== undefined) return open;
  throw new AppError(
    'not-found',
    own.length === 0
      ? `Nothing marks the case for "${trigger}". "sourcing decisions review" shows the marks.`
      : `The mark "${trigger}" has its answer already.`,
  );
} // prettier-ignore

/** Only who owns the decision says that it stands. */
function ownerPost({ stored }: CaseReview, post: string): string {
  const owners = stored.document.roles
    .filter(({ role }) => role === 'senior-responsible-owner')
    .map((role) => role.post);
  const own = owners.find((one) => foldWords(one) === foldWords(post));
  if (own !== undefined) return own;
  const says = `“${post}” can’t answer this. It is for the senior responsible owner: “${owners.join('”, “')}”.`;
  throw new AppError('forbidden', says, { fields: { post: says } });
}
