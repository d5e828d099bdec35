import { listPipeline } from '../../../../app/pipeline/list.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentPipeline } from './present.ts';

/** What will be bought in the next years, by financial year and segment and one by one. */
export const pipelinePage: Page = {
  method: 'GET',
  pattern: routePatterns.pipeline,
  async answer({ context, query, words }) {
    const asked = readQuery(listPipeline, listPipeline.input, query);
    return {
      kind: 'page',
      template: 'pages/pipeline/list/page.njk',
      view: presentPipeline(await listPipeline.run(context, asked), asked, words),
      title: words.pipeline.title,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
      ],
      isIndexed: Object.keys(query).length === 0,
    };
  },
};
