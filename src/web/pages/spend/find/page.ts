import { findSpend } from '../../../../app/spend/find.ts';
import { listSpendFilesHeld } from '../../../../app/spend/list-files.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentSpend } from './present.ts';

/** Payments that public bodies publish: what is held, a search, and the files. */
export const spendPage: Page = {
  method: 'GET',
  pattern: routePatterns.spend,
  async answer({ context, query, words }) {
    const asked = readQuery(findSpend, findSpend.input, query);
    const [found, held] = await Promise.all([
      findSpend.run(context, asked),
      listSpendFilesHeld.run(context, { limit: 100, skip: 0 }),
    ]);
    return {
      kind: 'page',
      template: 'pages/spend/find/page.njk',
      view: presentSpend({ asked, found, held }, words),
      title: words.spend.title,
      section: 'data',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.data, href: paths.data() },
      ],
      // Single payments are looked up, not indexed.
      isIndexed: false,
    };
  },
};
