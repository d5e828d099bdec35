import { showMarketSegment } from '../../../../app/market/show-segment.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentSegment } from './present.ts';

/** The facts of one market segment. */
export const marketSegmentPage: Page = {
  method: 'GET',
  pattern: routePatterns.marketSegment,
  async answer({ context, params, query, words }) {
    const asked = readQuery(showMarketSegment, showMarketSegment.input, {
      ...query,
      id: [params['id'] ?? ''],
    });
    const facts = await showMarketSegment.run(context, asked);
    const view = presentSegment(facts, context.reference.deflators.baseYear, words);
    return {
      kind: 'page',
      template: 'pages/market/segment/page.njk',
      view,
      title: view.title,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
      ],
      isIndexed: Object.keys(query).length === 0,
    };
  },
};
