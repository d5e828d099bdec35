import { compareSegments } from '../../../../app/segments/compare.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentComparison } from './present.ts';

/** All segments side by side. */
export const segmentsPage: Page = {
  method: 'GET',
  pattern: routePatterns.segments,
  async answer({ context, query, words }) {
    const asked = readQuery(compareSegments, compareSegments.input, query);
    return {
      kind: 'page',
      template: 'pages/segments/compare/page.njk',
      view: presentComparison(await compareSegments.run(context, asked), words),
      title: words.playbooks.compare.title,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
      ],
    };
  },
};
