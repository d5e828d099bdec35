import { checkCaseDocument } from '../../../../app/decisions/check-case-playbooks.ts';
import { findRunOf } from '../../../../app/decisions/case-runs.ts';
import { casePage, caseOf } from '../../../components/case/case-page.ts';
import { routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { presentLinks } from './present-links.ts';
import { presentTasks } from './present.ts';

/** The task list of a case: what is done, what is missing and why, and what comes of it. */
export const caseTasksPage: Page = {
  method: 'GET',
  pattern: routePatterns.caseTasks,
  async answer(request) {
    const stored = await caseOf(request);
    const kept = await findRunOf(request.context, stored);
    const report = await checkCaseDocument(request.context, stored.document, kept?.run ?? null);
    return casePage(
      {
        template: 'pages/decisions/tasks/page.njk',
        view: { ...presentTasks(request, stored, report), links: await presentLinks(request, stored, kept) },
        title: stored.document.title,
        document: stored.document,
      },
      request.words,
    );
  },
};
