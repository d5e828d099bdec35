import { listDoors } from '../../../../app/routes/doors.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentDoors } from './present.ts';

/** The ways in for suppliers, by segment. */
export const routeDoorsPage: Page = {
  method: 'GET',
  pattern: routePatterns.routeDoors,
  async answer({ context, query, words }) {
    const asked = readQuery(listDoors, listDoors.input, query);
    return {
      kind: 'page',
      template: 'pages/routes/doors/page.njk',
      view: presentDoors(await listDoors.run(context, asked), asked.segment ?? null, words),
      title: words.routes.doors.title,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.routes.find.title, href: paths.routes() },
      ],
    };
  },
};
