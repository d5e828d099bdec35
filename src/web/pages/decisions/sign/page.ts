import { beginStage } from '../../../../app/decisions/begin-stage.ts';
import { listCaseRecords } from '../../../../app/decisions/list-case-records.ts';
import { showSigning } from '../../../../app/decisions/show-signing.ts';
import { signCase } from '../../../../app/decisions/sign-case.ts';
import { readInput } from '../../../../app/read-input.ts';
import { AppError } from '../../../../lib/errors.ts';
import { caseOf, casePage, crumbOf } from '../../../components/case/case-page.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer, PageRequest } from '../../_page.ts';
import { presentSigningPage } from './present.ts';
import { missingFields, readSigningForm, signingInput } from './read-form.ts';

/** The sign-off of a case: who may sign what, what was signed, and the form of the next signature. */
export const caseSignFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.caseSign,
  answer: async (request) => showForm(request, { errors: {}, refusal: null, status: 200 }),
};

/** Signs, or begins the next stage. */
export const caseSignPage: Page = {
  method: 'POST',
  pattern: routePatterns.caseSign,
  async answer(request) {
    const { context, words } = request;
    const { id } = await caseOf(request);
    try {
      if (request.form['action'] === 'begin-stage') {
        await beginStage.run(context, { case: id });
        return { kind: 'redirect', to: paths.caseSign(id, { done: 'begun' }), status: 303 };
      }
      const form = readSigningForm(request.form);
      const errors = missingFields(form, words);
      if (Object.keys(errors).length > 0)
        return await showForm(request, { errors, refusal: null, status: 400 });
      const input = signCase.input.parse(readInput(signCase, signingInput(id, form)));
      const { action, record } = await signCase.run(context, input);
      return {
        kind: 'redirect',
        to: record === null ? paths.caseSign(id, { done: action }) : paths.caseRecord(id, record.number),
        status: 303,
      };
    } catch (error) {
      if (!(error instanceof AppError) || !refused.has(error.code)) throw error;
      const { fields } = error;
      const isShown = Object.keys(fields).length > 0;
      return showForm(request, {
        errors: fields,
        refusal: isShown ? null : error.message,
        status: error.code === 'forbidden' ? 403 : error.code === 'changed-meanwhile' ? 409 : 400,
      });
    }
  },
};

/** Refusals that the form itself tells. */
const refused = new Set<string>(['bad-request', 'forbidden', 'changed-meanwhile']);

/** What was just done; a case that nobody verifies is submitted for approval. */
function doneText(done: string, isVerified: boolean, { signing: text }: PageRequest['words']): string | null {
  if (done === 'submitted' && !isVerified) return text.submitUnverified.done;
  return text.done[done] ?? null;
}

type Told = { errors: Readonly<Record<string, string>>; refusal: string | null; status: number };

async function showForm(request: PageRequest, { errors, refusal, status }: Told): Promise<PageAnswer> {
  const { context, words, query } = request;
  const stored = await caseOf(request);
  const [signing, { records }] = await Promise.all([
    showSigning.run(context, { case: stored.id }),
    listCaseRecords.run(context, { case: stored.id }),
  ]);
  const form = readSigningForm(request.form);
  const view = presentSigningPage({ stored, signing, records, form, errors, refusal }, words);
  return casePage(
    {
      template: 'pages/decisions/sign/page.njk',
      view: { ...view, done: doneText(query['done']?.[0] ?? '', signing.isVerified, words) },
      title: words.signing.title,
      document: stored.document,
      crumbs: [crumbOf(stored)],
      hasError: status !== 200,
      status,
    },
    words,
  );
}
