import { showProduct } from '../../../../app/products/show-product.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentProductPage } from './present.ts';

/** One product: who buys and sells it, when contracts end, and what it costs by size. */
export const productPage: Page = {
  method: 'GET',
  pattern: routePatterns.product,
  async answer({ context, params, query, words }) {
    const asked = readQuery(showProduct, showProduct.input, { ...query, id: [params['id'] ?? ''] });
    const product = await showProduct.run(context, asked);
    return {
      kind: 'page',
      template: 'pages/products/show/page.njk',
      view: presentProductPage(product, words),
      title: product.name,
      section: 'market',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.layout.market, href: paths.market() },
        { text: words.products.title, href: paths.products() },
      ],
    };
  },
};
