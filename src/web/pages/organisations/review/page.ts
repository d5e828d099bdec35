import { reviewOrganisations } from '../../../../app/organisations/review-organisations.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentReview } from './present.ts';

/** Pairs of organisations that may be one. */
export const reviewPage: Page = {
  method: 'GET',
  pattern: routePatterns.organisationReview,
  async answer({ context, query, words }) {
    const asked = readQuery(reviewOrganisations, reviewOrganisations.input, query);
    const page = await reviewOrganisations.run(context, asked);
    return {
      kind: 'page',
      template: 'pages/organisations/review/page.njk',
      view: presentReview(page, asked.skip, words),
      title: words.identity.reviewTitle,
      crumbs: [{ text: words.layout.home, href: paths.home() }],
      isIndexed: false,
    };
  },
};
