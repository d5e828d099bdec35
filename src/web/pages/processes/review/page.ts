import { reviewProcesses } from '../../../../app/processes/review.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentProcessReview } from './present.ts';

/** Pairs of processes on different portals that may be one. */
export const processReviewPage: Page = {
  method: 'GET',
  pattern: routePatterns.processReview,
  async answer({ context, query, words }) {
    const asked = readQuery(reviewProcesses, reviewProcesses.input, query);
    const page = await reviewProcesses.run(context, asked);
    return {
      kind: 'page',
      template: 'pages/processes/review/page.njk',
      view: presentProcessReview(page, asked.skip, words),
      title: words.portals.reviewTitle,
      crumbs: [{ text: words.layout.home, href: paths.home() }],
      isIndexed: false,
    };
  },
};
