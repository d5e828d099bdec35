import { reconcileSpend } from '../../../../app/spend/reconcile.ts';
import { AppError } from '../../../../lib/errors.ts';
import { listSpendBuyers } from '../../../../app/spend/list-buyers.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer, PageRequest } from '../../_page.ts';
import { readQuery } from '../../read-query.ts';
import { presentChoice } from './present-choice.ts';
import { presentReconciliation } from './present.ts';

/** Payments of one buyer against its contracts; without a buyer, or with words that several have, those to choose from. */
export const spendReconcilePage: Page = {
  method: 'GET',
  pattern: routePatterns.spendReconcile,
  async answer(request) {
    const { context, query, words } = request;
    if (query['buyer'] === undefined) return choose(request, query['name']?.[0]);
    const asked = readQuery(reconcileSpend, reconcileSpend.input, query);
    const result = await oneBuyer(reconcileSpend.run(context, asked));
    if (result === null) return choose(request, asked.buyer);
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

/** Null where the words stand for several buyers. */
async function oneBuyer<Result>(asked: Promise<Result>): Promise<Result | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad-request') return null;
    throw error;
  }
}

async function choose({ context, words }: PageRequest, name: string | undefined): Promise<PageAnswer> {
  const found = await listSpendBuyers.run(context, { name, limit: 500, skip: 0 });
  return {
    kind: 'page',
    template: 'pages/spend/reconcile/choose.njk',
    view: presentChoice(found, name, words),
    title: words.spend.reconcileTitle,
    section: 'data',
    crumbs: [
      { text: words.layout.home, href: paths.home() },
      { text: words.spend.title, href: paths.spend() },
    ],
    isIndexed: false,
  };
}
