import { listIdentityDecisions } from '../../../../app/organisations/list-decisions.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentDecisions } from './present.ts';

/** What people decided about who is who. */
export const decisionsPage: Page = {
  method: 'GET',
  pattern: routePatterns.organisationDecisions,
  async answer({ context, query, words }) {
    const asked = readQuery(listIdentityDecisions, listIdentityDecisions.input, query);
    return {
      kind: 'page',
      template: 'pages/organisations/review-decisions/page.njk',
      view: presentDecisions(await listIdentityDecisions.run(context, asked), words),
      title: words.identity.decisionsTitle,
      crumbs: [{ text: words.layout.home, href: paths.home() }],
      isIndexed: false,
    };
  },
};
