import { checkCaseDocument } from '../../../../app/decisions/check-case-playbooks.ts';
import { findRunOf, workOutStored } from '../../../../app/decisions/case-runs.ts';
import type { CaseRun } from '../../../../app/decisions/case-run.ts';
import { findStanding, getCase, type StoredCase } from '../../../../app/decisions/case-store.ts';
import { caseSubject } from '../../../components/checks/case-subject.ts';
import { presentCheckReport } from '../../../components/checks/present-check-report.ts';
import { casePage, crumbOf } from '../../../components/case/case-page.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageRequest } from '../../_page.ts';
import { presentProblems } from './present-problems.ts';
import { presentResult } from './present.ts';
import type { TrialAsked } from './present-trial.ts';

/** What the method says of a case: worked out once for each version, and kept. */
export const caseResultPage: Page = {
  method: 'GET',
  pattern: routePatterns.caseResult,
  async answer(request) {
    const { context, query, words } = request;
    const stored = await caseAsked(request, query['revision']?.[0]);
    const { document, revision } = stored;
    const text = words.caseResult;
    const newest = (await findStanding(context, document.id)) ?? revision;
    const kept = await findRunOf(context, stored);
    const view =
      kept === null
        ? {
            document,
            form: { action: paths.caseResult(document.id), revision },
            worked: null,
            problems: presentProblems(stored, words),
          }
        : {
            ...presentResult({ stored, ...kept, newest }, trialAsked(query, stored), words),
            playbooks: await presentChecks(request, stored, kept.run),
          };
    return casePage(
      {
        template: 'pages/decisions/result/page.njk',
        view: {
          ...view,
          heading: text.title,
          onward: [
            { text: words.cases.links.pack, href: paths.casePack(document.id) },
            { text: words.signing.title, href: paths.caseSign(document.id) },
            { text: words.cases.links.evidence, href: paths.caseEvidence(document.id) },
          ],
        },
        title: `${text.title}: ${document.title}`,
        document,
        crumbs: [crumbOf(stored)],
      },
      words,
    );
  },
};

/** What the playbooks say of the version that is shown, and where the whole of it stands. */
async function presentChecks({ context, words }: PageRequest, { document }: StoredCase, run: CaseRun) {
  const report = await checkCaseDocument(context, document, run);
  const subject = caseSubject(document, context.reference.deliveryModels, words);
  return {
    ...presentCheckReport(report, subject, words),
    all: {
      text: words.checks.toAll,
      href: paths.caseChecks(document.id),
    },
  };
}

/** Works a version out, keeps the answer, and goes to it. */
export const caseWorkOutPage: Page = {
  method: 'POST',
  pattern: routePatterns.caseResult,
  async answer(request) {
    const { context, form } = request;
    const { id, revision } = await caseAsked(request, form['revision']);
    await workOutStored(context, id, revision);
    const newest = await findStanding(context, id);
    return {
      kind: 'redirect',
      to: paths.caseResult(id, newest === revision ? {} : { revision }),
      status: 303,
    };
  },
};

/** The case that the address names, at the version that was asked for, or the newest. */
async function caseAsked(
  { context, params }: PageRequest,
  revision: string | undefined,
): Promise<StoredCase> {
  const asked = revision === undefined || !/^[1-9]\d{0,8}$/u.test(revision) ? undefined : Number(revision);
  return getCase(context, params['id'] ?? '', asked);
}

/** Weights stand as `weight-` and the id of their criterion, in per cent; what is no number from 0 is left out, and said. */
function trialAsked(query: PageRequest['query'], { document }: StoredCase): TrialAsked {
  const numbers = new Map<string, number>();
  let isInvalid = false;
  const read = (name: string): number | null => {
    const typed = query[name]?.[0]?.replaceAll(/[£,%\s]/gu, '') ?? '';
    if (typed === '') return null;
    const value = Number(typed);
    if (/^\d{1,12}(?:\.\d{1,6})?$/u.test(typed)) return value;
    isInvalid = true;
    return null;
  };
  for (const { id } of document.criteria) {
    const weight = read(`weight-${id}`);
    if (weight !== null) numbers.set(id, weight);
  }
  const isAsked = Object.keys(query).some((name) => name.startsWith('weight-') || name === 'price');
  const price = read('price');
  return { weights: numbers, price: isAsked ? price : undefined, isInvalid };
}
