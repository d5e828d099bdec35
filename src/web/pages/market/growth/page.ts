import { showGrowth } from '../../../../app/market/growth.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentGrowth } from './present.ts';

/** What contracts came to after they were signed. */
export const marketGrowthPage: Page = {
  method: 'GET',
  pattern: routePatterns.marketGrowth,
  async answer({ context, query, words }) {
    const found = await showGrowth.run(context, readQuery(showGrowth, showGrowth.input, query));
    return {
      kind: 'page',
      template: 'pages/market/growth/page.njk',
      view: presentGrowth(found, words),
      title: words.market.growth.title,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
      ],
      isIndexed: Object.keys(query).length === 0,
    };
  },
};
