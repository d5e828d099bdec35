import { listPlannedPurchases } from '../../../../app/pipeline/list-purchases.ts';
import { purchaseCrumbs } from '../../../components/purchase/crumbs.ts';
import { routePatterns } from '../../../paths.ts';
import type { Page } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { isDone, presentPurchases } from './present.ts';

/** What buyers entered, also what may not be shared: the only page that shows it, beside those that change it. */
export const purchasesPage: Page = {
  method: 'GET',
  pattern: routePatterns.purchases,
  async answer({ context, query, words }) {
    const entries = Object.entries(query);
    const asked = readQuery(
      listPlannedPurchases,
      listPlannedPurchases.input,
      Object.fromEntries(entries.filter(([name]) => !isDone(name))),
    );
    const done = Object.fromEntries(entries.filter(([name]) => isDone(name)));
    const found = await listPlannedPurchases.run(context, asked);
    return {
      kind: 'page',
      template: 'pages/pipeline/purchases/page.njk',
      view: presentPurchases(found, asked, done, words),
      title: words.purchases.title,
      section: 'market',
      crumbs: purchaseCrumbs(words, false),
      isIndexed: false,
      isPrivate: true,
    };
  },
};
