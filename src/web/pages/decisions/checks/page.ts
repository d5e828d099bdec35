import { findRunOf } from '../../../../app/decisions/case-runs.ts';
import { checkCaseDocument } from '../../../../app/decisions/check-case-playbooks.ts';
import { caseSubject } from '../../../components/checks/case-subject.ts';
import { presentCheckReport } from '../../../components/checks/present-check-report.ts';
import { caseOf, casePage, crumbOf } from '../../../components/case/case-page.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';

/** What the playbooks say of a case: every finding with what it was read from, and what nobody can judge. */
export const caseChecksPage: Page = {
  method: 'GET',
  pattern: routePatterns.caseChecks,
  async answer(request) {
    const { context, words } = request;
    const stored = await caseOf(request);
    const { document } = stored;
    const kept = await findRunOf(context, stored);
    const report = await checkCaseDocument(context, document, kept?.run ?? null);
    const text = words.checks;
    return casePage(
      {
        template: 'pages/decisions/checks/page.njk',
        view: {
          document: { title: document.title },
          report: presentCheckReport(
            report,
            caseSubject(document, context.reference.deliveryModels, words),
            words,
          ),
          // Where nothing was checked: what would have to be written.
          ways: ['components', 'options'].map((part) => ({
            text: words.caseParts[part]?.title ?? part,
            href: paths.caseEdit(document.id, part),
          })),
          costs: kept === null ? text.caseCosts : null,
          tasksHref: paths.caseTasks(document.id),
        },
        title: `${text.caseTitle}: ${document.title}`,
        document,
        crumbs: [crumbOf(stored)],
      },
      words,
    );
  },
};
