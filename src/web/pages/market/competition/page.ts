import { showCompetition } from '../../../../app/market/competition.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentCompetition } from './present.ts';

/** How much suppliers compete, and how long procurement takes. */
export const marketCompetitionPage: Page = {
  method: 'GET',
  pattern: routePatterns.marketCompetition,
  async answer({ context, query, words }) {
    const found = await showCompetition.run(
      context,
      readQuery(showCompetition, showCompetition.input, query),
    );
    return {
      kind: 'page',
      template: 'pages/market/competition/page.njk',
      view: presentCompetition(found, words),
      title: words.market.competition.title,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
      ],
      isIndexed: Object.keys(query).length === 0,
    };
  },
};
