import { withdrawPurchase } from '../../../../app/pipeline/withdraw.ts';
import type { PurchaseView } from '../../../../app/pipeline/views.ts';
import { readInput } from '../../../../app/read-input.ts';
import { AppError } from '../../../../lib/errors.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { purchaseCrumbs } from '../../../components/purchase/crumbs.ts';
import { getStandingPurchase } from '../../../components/purchase/get-standing.ts';
import { presentPurchaseFacts } from '../../../components/purchase/present-purchase.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer } from '../../_page.ts';

/** The step before a purchase is withdrawn, with what it is. */
export const purchaseWithdrawFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.purchaseWithdraw,
  answer: async ({ context, params, words }) =>
    showForm(await getStandingPurchase(context, params['id'] ?? ''), { by: '', byError: null }, words),
};

/** Withdraws a purchase. */
export const purchaseWithdrawPage: Page = {
  method: 'POST',
  pattern: routePatterns.purchaseWithdraw,
  async answer({ context, params, form, words }) {
    const purchase = await getStandingPurchase(context, params['id'] ?? '');
    const by = (form['by'] ?? '').trim();
    try {
      const asked = readInput(withdrawPurchase, { id: purchase.id, ...(by !== '' && { by }) });
      await withdrawPurchase.run(context, withdrawPurchase.input.parse(asked));
    } catch (error) {
      if (error instanceof AppError && error.code === 'bad-request')
        return showForm(purchase, { by, byError: error.fields['by'] ?? error.message }, words);
      throw error;
    }
    return { kind: 'redirect', to: paths.purchases({ done: 'withdrawn' }), status: 303 };
  },
};

function showForm(
  purchase: PurchaseView,
  { by, byError }: { by: string; byError: string | null },
  words: Catalogue,
): PageAnswer {
  const title = words.purchases.withdrawTitle(purchase.title);
  return {
    kind: 'page',
    template: 'pages/pipeline/purchase-withdraw/page.njk',
    view: {
      title,
      facts: presentPurchaseFacts(purchase, words),
      by,
      byError,
      action: paths.purchaseWithdraw(purchase.id),
      cancelHref: paths.purchases(),
    },
    title,
    status: byError === null ? 200 : 400,
    hasError: byError !== null,
    section: 'market',
    crumbs: purchaseCrumbs(words, true),
    isIndexed: false,
    isPrivate: true,
  };
}
