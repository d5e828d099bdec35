import { getRecord } from '../../../../app/decisions/record/record-store.ts';
import { recordFileName } from '../../../../app/decisions/record/record-views.ts';
import { showRecord } from '../../../../app/decisions/show-record.ts';
import { AppError } from '../../../../lib/errors.ts';
import { caseOf, casePage, crumbOf } from '../../../components/case/case-page.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageRequest } from '../../_page.ts';
import { presentRecord } from './present.ts';

/** A record of a case, and what verifying it came to where that is asked. */
export const caseRecordPage: Page = {
  method: 'GET',
  pattern: routePatterns.caseRecord,
  async answer(request) {
    const { context, query, words } = request;
    const stored = await caseOf(request);
    const number = numberOf(request);
    const isAsked = query['verify']?.[0] === 'yes';
    const kept = await getRecord(context, stored.id, number);
    const { verified } = isAsked
      ? await showRecord.run(context, { case: stored.id, number, verify: true })
      : { verified: null };
    return casePage(
      {
        template: 'pages/decisions/record/page.njk',
        view: presentRecord(stored, kept, verified, words),
        title: words.decisionRecord.title(number),
        document: stored.document,
        crumbs: [crumbOf(stored), { text: words.signing.title, href: paths.caseSign(stored.id) }],
      },
      words,
    );
  },
};

/** The file of a record, with the marking in its name. */
export const caseRecordFilePage: Page = {
  method: 'GET',
  pattern: routePatterns.caseRecordFile,
  async answer(request) {
    const number = numberOf(request);
    const id = request.params['id'] ?? '';
    const { record, text } = await getRecord(request.context, id, number);
    const { marking } = record ?? (await caseOf(request)).document;
    return {
      kind: 'file',
      name: recordFileName({ case: id, number, marking }),
      contentType: 'application/json; charset=utf-8',
      body: text,
      isPrivate: true,
    };
  },
};

function numberOf({ params }: PageRequest): number {
  const text = params['number'] ?? '';
  if (/^[1-9]\d{0,5}$/u.test(text)) return Number(text);
  throw new AppError('not-found', `There is no record "${text.slice(0, 40)}": records have numbers from 1.`);
}
