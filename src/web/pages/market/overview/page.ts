import { showMarketOverview } from '../../../../app/market/overview.ts';
import { routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentOverview } from './present.ts';

/** The digital market: segments by year, who buys, small firms, concentration, routes. */
export const marketOverviewPage: Page = {
  method: 'GET',
  pattern: routePatterns.market,
  async answer({ context, query, words }) {
    const asked = readQuery(showMarketOverview, showMarketOverview.input, query);
    const overview = await showMarketOverview.run(context, asked);
    return {
      kind: 'page',
      template: 'pages/market/overview/page.njk',
      view: presentOverview(overview, context.reference.deflators.baseYear, words),
      title: words.market.overview.title,
      section: 'market',
      isIndexed: Object.keys(query).length === 0,
    };
  },
};
