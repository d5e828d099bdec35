import { showDataStatus } from '../../../../app/data/show-data-status.ts';
import { routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentDataStatus } from './present.ts';

/** What the register holds, how fresh and complete it is, and what it doubts. */
export const dataStatusPage: Page = {
  method: 'GET',
  pattern: routePatterns.data,
  async answer({ context, query, words }) {
    const status = await showDataStatus.run(context, readQuery(showDataStatus, showDataStatus.input, query));
    return {
      kind: 'page',
      template: 'pages/data/status/page.njk',
      view: presentDataStatus(status, words),
      title: words.data.title,
      section: 'data',
    };
  },
};
