import { addPurchase } from '../../../../app/pipeline/add.ts';
import { readInput } from '../../../../app/read-input.ts';
import { AppError } from '../../../../lib/errors.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { purchaseCrumbs } from '../../../components/purchase/crumbs.ts';
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

/** The empty form of a purchase. */
export const purchaseAddFormPage: Page = {
  method: 'GET',
  pattern: routePatterns.purchaseAdd,
  answer: async ({ words }) =>
    showForm({ ...readTyped({}), currency: 'GBP', framework: 'no' }, { faults: {}, refusal: null }, words),
};

/** Enters a purchase, or shows the form again with everything that has to be put right. */
export const purchaseAddPage: Page = {
  method: 'POST',
  pattern: routePatterns.purchaseAdd,
  async answer({ context, form, words }) {
    const typed = readTyped(form);
    const faults = findFaults(typed, words);
    if (Object.keys(faults).length > 0) return showForm(typed, { faults, refusal: null }, words);
    const given = Object.entries({ ...typedCells(typed), by: typed.by }).filter(([, text]) => text !== '');
    try {
      const asked = readInput(addPurchase, Object.fromEntries(given));
      await addPurchase.run(context, addPurchase.input.parse(asked));
    } catch (error) {
      if (error instanceof AppError && error.code === 'bad-request')
        return showForm(typed, { faults: error.fields, refusal: null }, words);
      throw error;
    }
    return { kind: 'redirect', to: paths.purchases({ done: 'added' }), status: 303 };
  },
};

function showForm(
  typed: PurchaseTyped,
  wrong: { faults: PurchaseFaults; refusal: string | null },
  words: Catalogue,
): PageAnswer {
  const { purchases: text } = words;
  const form = presentPurchaseForm(typed, { ...wrong, isNew: true }, words);
  const hasError = form.errors.length > 0;
  return {
    kind: 'page',
    template: 'components/purchase/page.njk',
    view: {
      title: text.addTitle,
      form,
      action: paths.purchaseAdd(),
      button: text.addButton,
      cancelHref: paths.purchases(),
    },
    title: text.addTitle,
    status: hasError ? 400 : 200,
    hasError,
    section: 'market',
    crumbs: purchaseCrumbs(words, true),
    isIndexed: false,
    isPrivate: true,
  };
}
