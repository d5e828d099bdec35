import { findVendors } from '../../../../app/vendors/find-vendors.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentVendors } from './present.ts';

/** Vendor groups with the contracts that lead to them. */
export const vendorsPage: Page = {
  method: 'GET',
  pattern: routePatterns.vendors,
  async answer({ context, query, words }) {
    const asked = readQuery(findVendors, findVendors.input, query);
    return {
      kind: 'page',
      template: 'pages/vendors/find/page.njk',
      view: presentVendors(await findVendors.run(context, asked), asked, words),
      title: words.vendors.title,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
      ],
      isIndexed: Object.keys(query).length === 0,
    };
  },
};
