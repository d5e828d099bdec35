import { reconcileSpend } from '../../../../app/spend/reconcile.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentReconciliation } from './present.ts';

/** Payments of one buyer against its contracts. */
export const spendReconcilePage: Page = {
  method: 'GET',
  pattern: routePatterns.spendReconcile,
  async answer({ context, query, words }) {
    const asked = readQuery(reconcileSpend, reconcileSpend.input, query);
    const result = await reconcileSpend.run(context, asked);
    const name = result.buyer.names[0] ?? asked.buyer;
    return {
      kind: 'page',
      template: 'pages/spend/reconcile/page.njk',
      view: presentReconciliation(result, words),
      title: words.spend.reconcileOf(name),
      section: 'data',
      crumbs: [
        { text: words.layout.home, href: paths.home() },
        { text: words.spend.title, href: paths.spend() },
      ],
      isIndexed: false,
    };
  },
};
