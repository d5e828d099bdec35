import { listDecisionsOnProcesses } from '../../../../app/processes/list-decisions.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentProcessDecisions } from './present.ts';

/** What people decided about processes that several portals published. */
export const processDecisionsPage: Page = {
  method: 'GET',
  pattern: routePatterns.processDecisions,
  async answer({ context, query, words }) {
    const asked = readQuery(listDecisionsOnProcesses, listDecisionsOnProcesses.input, query);
    return {
      kind: 'page',
      template: 'pages/processes/review-decisions/page.njk',
      view: presentProcessDecisions(await listDecisionsOnProcesses.run(context, asked), words),
      title: words.portals.decisionsTitle,
      crumbs: [{ text: words.layout.home, href: paths.home() }],
      isIndexed: false,
    };
  },
};
