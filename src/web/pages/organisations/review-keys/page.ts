import { listOrganisationKeys } from '../../../../app/organisations/list-keys.ts';
import { anchorKeyOf } from '../../../../domain/organisations/natural-key.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';

/** What makes one organisation, with the way to split something off. */
export const organisationKeysPage: Page = {
  method: 'GET',
  pattern: routePatterns.organisationKeys,
  async answer({ context, params, words }) {
    const side = await listOrganisationKeys.run(context, { id: params['id'] ?? '' });
    const { identity: text } = words;
    const anchor = anchorKeyOf({ organisation_id: side.id, keys: side.keys });
    return {
      kind: 'page',
      template: 'pages/organisations/review-keys/page.njk',
      view: {
        title: text.keysTitle(side.name),
        keys: side.keys.map((key) => ({
          text: text.keyShown(key),
          splitHref: key === anchor ? null : paths.organisationDecide({ action: 'split', one: side.id, key }),
        })),
        reviewHref: paths.organisationReview({ organisation: side.id }),
        decisionsHref: paths.organisationDecisions({ organisation: side.id }),
      },
      title: text.keysTitle(side.name),
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        {
          text: side.name,
          href: side.sides.includes('supplier') ? paths.supplier(side.id) : paths.buyer(side.id),
        },
      ],
      isIndexed: false,
    };
  },
};
