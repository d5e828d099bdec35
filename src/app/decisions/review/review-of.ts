import { listReviewAnswers, type ReviewAnswerRow } from '../../../db/queries/decision-records.ts';
import { caseDocument, type CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import type { DecisionRecord } from '../../../domain/decisions/record/decision-record.ts';
import { methodVersions } from '../../../domain/decisions/record/method-versions.ts';
import { observeCase } from '../../../domain/decisions/record/observe-case.ts';
import { signedCase } from '../../../domain/decisions/record/signed-case.ts';
import { reviewDue, unseenBecause, type ReviewTriggerId } from '../../../domain/decisions/review-triggers.ts';
import { londonDayOf } from '../../../lib/days.ts';
import type { Context } from '../../context.ts';
import { findRunOf } from '../case-runs.ts';
import { getCase, type StoredCase } from '../case-store.ts';
import { getRecord, listRecords } from '../record/record-store.ts';
import { referenceVersions } from '../record/reference-versions.ts';
import { watchRegister } from './watch-register.ts';

/** A mark on a signed case, with the answer that its owner gave to it; null while there is none. */
export type AnsweredMark = {
  trigger: ReviewTriggerId;
  name: string;
  because: string;
  answer: ReviewAnswerRow | null;
};

/** Whether a signed case is due for review. Marked isn’t invalid. */
export type CaseReview = {
  stored: StoredCase;
  record: DecisionRecord;
  marks: AnsweredMark[];
  /** Triggers that nobody has looked at. */
  notLookedAt: { trigger: ReviewTriggerId; name: string; because: string }[];
  /** Every answer, the newest first. */
  answers: ReviewAnswerRow[];
};

/** The review of a case since it was last approved; null where it never was, or its record can’t be read. */
export async function reviewOf(context: Context, id: string): Promise<CaseReview | null> {
  const stored = await getCase(context, id);
  const rows = await listRecords(context, id);
  const last = rows.findLast(({ outcome }) => outcome === 'approved' || outcome === 'approved-in-part');
  if (last === undefined) return null;
  const { record } = await getRecord(context, id, last.number);
  const signed = record === null ? null : caseDocument.safeParse(record.document);
  if (record === null || signed?.success !== true) return null;
  const register = await context.register();
  const answers = await register.within(context.actor, async (transaction) =>
    listReviewAnswers(transaction, id),
  );
  const { reviewTriggers } = context.reference.decisions;
  const on = londonDayOf(context.clock.now());
  const seen = observeCase(signed.data, stored.document, {
    on,
    methods: methodVersions(),
    reference: referenceVersions(signed.data, context.reference),
    p80: await presentP80(context, stored),
    ...(await watchRegister(context, stored.document, { on, signedOn: record.madeAt.slice(0, 10) })),
  });
  const { marks, notObserved } = reviewDue(signedCase(record, signed.data), seen, reviewTriggers);
  const nameOf = (trigger: ReviewTriggerId): string =>
    reviewTriggers.find((one) => one.id === trigger)?.name ?? trigger;
  return {
    stored,
    record,
    marks: marks.map((mark) => ({ ...mark, name: nameOf(mark.trigger), answer: answerTo(mark, answers, last.number) })),
    notLookedAt: notObserved.map((trigger) => ({ trigger, name: nameOf(trigger), because: unseenBecause[trigger] })),
    answers,
  };
} // prettier-ignore

/** Whether a mark has no answer yet. Marked isn’t invalid. */
export function isReviewDue({ marks }: Pick<CaseReview, 'marks'>): boolean {
  return marks.some(({ answer }) => answer === null);
}

/** An answer is to one sentence about one record: when the sentence changes, it is asked again. */
function answerTo(
  { trigger, because }: { trigger: string; because: string },
  answers: readonly ReviewAnswerRow[],
  record: number,
): ReviewAnswerRow | null {
  return (
    answers.find(
      (one) => one.trigger_id === trigger && one.mark === because && one.record_number === record,
    ) ?? null
  );
}

/** P80 of the cash of the option that is recommended, where the present version was worked out. */
async function presentP80(context: Context, stored: StoredCase): Promise<number | null> {
  const kept = await findRunOf(context, stored);
  return p80Of(stored.document, kept?.run.money ?? null);
}

function p80Of(
  { recommendation }: CaseDocument,
  money: { options: { option: string; cash: { p80: { value: number } } }[] } | null,
): number | null {
  return money?.options.find(({ option }) => option === recommendation?.option)?.cash.p80.value ?? null;
}
