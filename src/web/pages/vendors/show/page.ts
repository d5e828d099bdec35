import { showVendorGroup } from '../../../../app/vendors/show-vendor-group.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentVendorPage } from './present.ts';

/** One vendor group: what leads to it, who buys and sells, when contracts end, its products and firms. */
export const vendorPage: Page = {
  method: 'GET',
  pattern: routePatterns.vendor,
  async answer({ context, params, query, words }) {
    const asked = readQuery(showVendorGroup, showVendorGroup.input, { ...query, id: [params['id'] ?? ''] });
    const group = await showVendorGroup.run(context, asked);
    return {
      kind: 'page',
      template: 'pages/vendors/show/page.njk',
      view: presentVendorPage(group, words),
      title: group.name,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
        { text: words.vendors.title, href: paths.vendors() },
      ],
    };
  },
};
