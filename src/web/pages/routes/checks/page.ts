import { listRoutes } from '../../../../app/routes/list.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { presentRouteChecks } from './present.ts';

/** Routes that ended, whose status is unknown, or that nobody checked for long; then the others. */
export const routeChecksPage: Page = {
  method: 'GET',
  pattern: routePatterns.routeChecks,
  async answer({ context, words }) {
    return {
      kind: 'page',
      template: 'pages/routes/checks/page.njk',
      view: presentRouteChecks(await listRoutes.run(context, { due: false }), words),
      title: words.routes.checks.title,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.routes.find.title, href: paths.routes() },
      ],
    };
  },
};
