import { listCases } from '../../../../app/decisions/case-store.ts';
import { listExamples } from '../../../../app/decisions/example-cases.ts';
import { casePage } from '../../../components/case/case-page.ts';
import { routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { presentCases } from './present.ts';

/** The cases of the body, with the worked examples to load. */
export const casesPage: Page = {
  method: 'GET',
  pattern: routePatterns.cases,
  async answer({ context, query, words }) {
    const rows = await listCases(context);
    const examples = await listExamples(context);
    const skip = Math.max(0, Number(query['skip']?.[0] ?? '0') || 0);
    const page = casePage(
      {
        template: 'pages/decisions/list/page.njk',
        view: await presentCases(context, { rows, examples, skip }, words),
        title: words.cases.title,
        document: null,
      },
      words,
    );
    return page.kind === 'page' ? { ...page, crumbs: page.crumbs?.slice(0, 1) ?? [] } : page;
  },
};
