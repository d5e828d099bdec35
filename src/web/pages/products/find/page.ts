import { findProducts } from '../../../../app/products/find-products.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentProducts } from './present.ts';

/** Named products with their contracts and buyers. */
export const productsPage: Page = {
  method: 'GET',
  pattern: routePatterns.products,
  async answer({ context, query, words }) {
    const asked = readQuery(findProducts, findProducts.input, query);
    return {
      kind: 'page',
      template: 'pages/products/find/page.njk',
      view: presentProducts(await findProducts.run(context, asked), asked.q ?? '', words),
      title: words.products.title,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
      ],
      isIndexed: Object.keys(query).length === 0,
    };
  },
};
