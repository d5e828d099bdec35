import { listFrameworks } from '../../../../app/market/frameworks.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentFrameworks } from './present.ts';

/** Framework agreements with their ceilings, kept apart from everything that is spent. */
export const marketFrameworksPage: Page = {
  method: 'GET',
  pattern: routePatterns.marketFrameworks,
  async answer({ context, query, words }) {
    const asked = readQuery(listFrameworks, listFrameworks.input, query);
    return {
      kind: 'page',
      template: 'pages/market/frameworks/page.njk',
      view: presentFrameworks(await listFrameworks.run(context, asked), asked, words),
      title: words.market.frameworks.title,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
      ],
      isIndexed: Object.keys(query).length === 0,
    };
  },
};
