import type { z } from 'zod';
import type { reconcileSpend } from '../../../../app/spend/reconcile.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths } from '../../../paths.ts';
import { moneyOf, monthsOf, presentSpendParty } from '../find/present.ts';

/** Payments of a buyer beside its contracts, as the operation gives them. */
export type ReconciliationView = z.output<typeof reconcileSpend.output>;

/** Payments against contracts as their page shows them. */
export function presentReconciliation(result: ReconciliationView, words: Catalogue) {
  const { spend: text, labels, format } = words;
  const money = (pence: number): string => moneyOf(pence, words);
  return {
    buyer: result.buyer.names[0] ?? '',
    buyerHref: result.buyer.id === null ? null : paths.buyer(result.buyer.id),
    isEmpty: result.suppliersTotal === 0 && result.unmatched.length === 0,
    months: spanOf(result, words),
    verdicts: result.verdicts
      .filter(({ suppliers }) => suppliers > 0)
      .map(({ verdict, suppliers }) => ({
        text: labels.spendVerdict[verdict],
        count: format.number(suppliers),
      })),
    suppliers: result.suppliers.map((each) => ({
      supplier: presentSpendParty(each.supplier, 'supplier', words),
      verdict: labels.spendVerdict[each.verdict],
      paid: each.paid.map((paid) => ({
        amount: `${money(paid.inTermPence + paid.outsideTermPence)} ${labels.amountBasis[paid.vatBasis]}`,
        outside:
          paid.outsideTermPence === 0 || each.contractIds.length === 0
            ? null
            : text.paidOutside(money(paid.outsideTermPence)),
      })),
      committed: each.valuedCount === 0 ? null : money(each.committedPence),
      committedOf: each.contractCount === 0 ? null : text.committedOf(each.valuedCount, each.contractCount),
      ceiling: each.ceilingPence === null ? null : text.ceiling(money(each.ceilingPence)),
      contractsHref:
        each.contractIds.length === 0 || result.buyer.id === null || each.supplier.id === null
          ? null
          : paths.contracts({ buyer: [result.buyer.id], supplier: [each.supplier.id] }),
    })),
    topOnly:
      result.suppliersTotal > result.suppliers.length
        ? text.topOnly(result.suppliers.length, result.suppliersTotal)
        : null,
    unmatched: result.unmatched.map((each) => ({
      why: labels.spendUnmatched[each.kind],
      names: format.number(each.names),
      count: format.number(each.lines),
      sum: money(each.sumPence),
      basis: labels.amountBasis[each.vatBasis],
    })),
    withoutPayment:
      result.contractsWithoutPayment === 0 ? null : text.withoutPayment(result.contractsWithoutPayment),
  };
}

/** The payments of a buyer in a sentence, with the way to more; null where none is held. */
export function presentBuyerSpend(result: ReconciliationView, words: Catalogue) {
  const months = spanOf(result, words);
  if (months === null || result.buyer.id === null) return null;
  return {
    lead: words.spend.blockLead(result.suppliersTotal, months),
    verdicts: presentReconciliation(result, words).verdicts,
    reconcileHref: paths.spendReconcile({ buyer: result.buyer.id }),
    linesHref: paths.spend({ buyer: result.buyer.id }),
  };
}

function spanOf({ firstMonth, lastMonth }: ReconciliationView, words: Catalogue): string | null {
  return firstMonth === null || lastMonth === null ? null : monthsOf({ firstMonth, lastMonth }, words);
}
