import { showRoute } from '../../../../app/routes/show.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentRoutePage } from './present.ts';

/** One framework or dynamic market with every fact that is held. */
export const routePage: Page = {
  method: 'GET',
  pattern: routePatterns.route,
  async answer({ context, params, query, words }) {
    const asked = readQuery(showRoute, showRoute.input, { ...query, id: [params['id'] ?? ''] });
    const route = await showRoute.run(context, asked);
    return {
      kind: 'page',
      template: 'pages/routes/show/page.njk',
      view: presentRoutePage(route, words),
      title: route.name,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.routes.find.title, href: paths.routes() },
      ],
    };
  },
};
