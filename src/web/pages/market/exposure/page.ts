import { showExposure } from '../../../../app/market/exposure.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentExposure } from './present.ts';

/** Which vendor groups running contracts lead to, and when they end. */
export const marketExposurePage: Page = {
  method: 'GET',
  pattern: routePatterns.marketExposure,
  async answer({ context, query, words }) {
    const asked = readQuery(showExposure, showExposure.input, query);
    return {
      kind: 'page',
      template: 'pages/market/exposure/page.njk',
      view: presentExposure(await showExposure.run(context, asked), asked, words),
      title: words.market.exposure.title,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
      ],
      isIndexed: Object.keys(query).length === 0,
    };
  },
};
