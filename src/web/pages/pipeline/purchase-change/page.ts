import { changePurchase } from '../../../../app/pipeline/change.ts';
import { purchaseCells } from '../../../../app/pipeline/purchase-cells.ts';
import type { PurchaseView } from '../../../../app/pipeline/views.ts';
import { readInput } from '../../../../app/read-input.ts';
import { AppError } from '../../../../lib/errors.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { fact } from '../../../components/facts.ts';
import { purchaseCrumbs } from '../../../components/purchase/crumbs.ts';
import { getStandingPurchase } from '../../../components/purchase/get-standing.ts';
import { presentPurchaseForm } from '../../../components/purchase/present-form.ts';
import {
  findFaults,
  readTyped,
  typedCells,
  type PurchaseFaults,
  type PurchaseTyped,
} from '../../../components/purchase/read-form.ts';
import { paths, routePatterns } from '../../../paths.ts';
import type { Page, PageAnswer } from '../../_page.ts';

/** What the form shows beside what was typed. */
type Shown = { seen: string; faults: PurchaseFaults; refusal: string | null };

/** The form of a purchase as it stands. */
export const purchaseChangeFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.purchaseChange,
  async answer({ context, params, words }) {
    const purchase = await getStandingPurchase(context, params['id'] ?? '');
    const typed = { ...purchaseCells(purchase), by: '' };
    return showForm(purchase, typed, { seen: purchase.madeAt, faults: {}, refusal: null }, words);
  },
};

/** Saves the change, or shows the form again with everything that has to be put right. */
export const purchaseChangePage: Page = {
  method: 'POST',
  pattern: routePatterns.purchaseChange,
  async answer({ context, params, form, words }) {
    const purchase = await getStandingPurchase(context, params['id'] ?? '');
    const { buyer, reference } = purchaseCells(purchase);
    const typed = { ...readTyped(form), buyer, reference };
    const seen = form['seen'] ?? '';
    const faults = findFaults(typed, words);
    // The form sends every field: what somebody else changed meanwhile would be taken back unseen.
    const refusal = seen === purchase.madeAt ? null : words.purchases.changedMeanwhile;
    if (refusal !== null || Object.keys(faults).length > 0)
      return showForm(purchase, typed, { seen, faults, refusal }, words);
    try {
      const asked = readInput(changePurchase, changesOf(purchase.id, typed));
      await changePurchase.run(context, changePurchase.input.parse(asked));
    } catch (error) {
      if (error instanceof AppError && error.code === 'bad-request')
        return showForm(purchase, typed, { seen, faults: error.fields, refusal: null }, words);
      throw error;
    }
    return { kind: 'redirect', to: paths.purchases({ done: 'changed' }), status: 303 };
  },
};

/** Every text of the form, empty ones too: they take away what was said. */
function changesOf(id: string, typed: PurchaseTyped): Record<string, string> {
  const { buyer: _buyer, reference: _reference, ...cells } = typedCells(typed);
  return {
    id,
    ...cells,
    framework: cells.framework === '' ? 'no' : cells.framework,
    ...(typed.by !== '' && { by: typed.by }),
  };
}

function showForm(
  purchase: PurchaseView,
  typed: PurchaseTyped,
  { seen, faults, refusal }: Shown,
  words: Catalogue,
): PageAnswer {
  const { purchases: text } = words;
  const form = presentPurchaseForm(typed, { faults, refusal, isNew: false }, words);
  const title = text.changeTitle(purchase.title);
  const hasError = form.errors.length > 0;
  return {
    kind: 'page',
    template: 'components/purchase/page.njk',
    view: {
      title,
      lead: text.changeLead,
      facts: [
        ...fact(text.buyer, { text: purchase.buyer.name, href: paths.buyer(purchase.buyer.id) }),
        ...fact(text.reference, purchase.reference),
      ],
      form,
      seen,
      action: paths.purchaseChange(purchase.id),
      button: text.changeButton,
      cancelHref: paths.purchases(),
    },
    title,
    status: hasError ? 400 : 200,
    hasError,
    section: 'market',
    crumbs: purchaseCrumbs(words, true),
    isIndexed: false,
    isPrivate: true,
  };
}
