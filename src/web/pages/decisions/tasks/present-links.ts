import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import type { KeptRun } from '../../../../app/decisions/case-runs.ts';
import { listRecords } from '../../../../app/decisions/record/record-store.ts';
import { isReviewDue, reviewOf } from '../../../../app/decisions/review/review-of.ts';
import { signingOf } from '../../../../app/decisions/sign/signing-of.ts';
import { londonDayOf } from '../../../../lib/days.ts';
import { paths } from '../../../paths.ts';
import type { PageRequest } from '../../_page.ts';

/** A page of a case, and how it stands there. */
export type CaseLink = { text: string; href: string; note: string };

/** Where a case goes from its task list: what comes of it, who signed it, and how it came to be, each with its state. */
export async function presentLinks(
  { context, words }: Pick<PageRequest, 'context' | 'words'>,
  stored: StoredCase,
  kept: KeptRun | null,
): Promise<CaseLink[]> {
  const { cases: text, signing, caseReview, format } = words;
  const { id, document, revision } = stored;
  const [{ state }, records, review] = await Promise.all([
    signingOf(context, stored),
    listRecords(context, id),
    reviewOf(context, id),
  ]);
  const posts = [...new Set(state.standing.map(({ post }) => post))];
  const newest = records.at(-1);
  const day = newest === undefined ? '' : format.day(londonDayOf(new Date(newest.made_at)));
  return [
    {
      text: text.links.result,
      href: paths.caseResult(id),
      note: kept === null ? text.notWorkedOut : text.workedOut(format.instant(kept.workedOutAt)),
    },
    { text: text.links.map, href: paths.caseMap(id), note: text.components(document.components.length) },
    {
      text: text.links.evidence,
      href: paths.caseEvidence(id),
      note: text.figuresKept(document.evidence.length),
    },
    { text: text.links.pack, href: paths.casePack(id), note: text.packNote },
    {
      text: signing.title,
      href: paths.caseSign(id),
      note: [
        signing.steps[state.step],
        ...(posts.length === 0 ? [] : [text.signedBy(format.list(posts))]),
      ].join(', '),
    },
    newest === undefined
      ? { text: text.links.records, href: `${paths.caseSign(id)}#records`, note: text.noRecord }
      : {
          text: text.links.records,
          href: paths.caseRecord(id, newest.number),
          note: text.recordNewest(newest.number, day),
        },
    {
      text: caseReview.title,
      href: paths.caseReview(id),
      note: review === null ? '' : isReviewDue(review) ? caseReview.due : caseReview.notDue,
    },
    { text: text.links.versions, href: paths.caseVersions(id), note: text.version(revision) },
    { text: text.links.compare, href: paths.caseCompare(id), note: '' },
    { text: text.links.file, href: paths.caseFile(id), note: '' },
  ];
}
