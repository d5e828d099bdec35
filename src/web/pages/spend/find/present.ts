import type { z } from 'zod';
import type { findSpend } from '../../../../app/spend/find.ts';
import type { listSpendFilesHeld } from '../../../../app/spend/list-files.ts';
import type { SpendParty } from '../../../../app/spend/spend-party-view.ts';
import { leftOutReasons } from '../../../../domain/spend/spend-row.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths } from '../../../paths.ts';

/** What the page is made of. */
export type SpendParts = {
  asked: z.output<typeof findSpend.input>;
  found: z.output<typeof findSpend.output>;
  held: z.output<typeof listSpendFilesHeld.output>;
};

/** Payments as their page shows them. */
export function presentSpend({ asked, found, held }: SpendParts, words: Catalogue) {
  const { spend: text, labels, format } = words;
  const money = (pence: number): string => moneyOf(pence, words);
  const { cursor, ...own } = asked;
  return {
    action: paths.spend(),
    reconcileHref: paths.spendReconcile(),
    asked: { supplier: asked.supplier ?? '', buyer: asked.buyer ?? '' },
    sorts: (['newest', 'largest'] as const).map((value) => ({
      value,
      text: labels.spendSort[value],
      isChosen: value === asked.sort,
    })),
    isEmpty: held.files.length === 0,
    figures: held.totals.map((total) => ({
      label: `${labels.spendKind[total.kind]}, ${labels.amountBasis[total.vatBasis]}`,
      value: format.moneyShort({ minorUnits: total.sumPence, currency: 'GBP' }) ?? '',
      note: text.totalNote(text.lines(total.lines), total.publishers, monthsOf(total, words)),
    })),
    sums: found.sums.map((sum) =>
      [
        money(sum.sumPence),
        labels.amountBasis[sum.vatBasis],
        labels.spendKind[sum.kind],
        text.lines(sum.lines),
      ].join(', '),
    ),
    lines: found.items.map((line) => ({
      paidOn: line.paidOn === null ? monthText(line.month, words) : format.day(line.paidOn),
      amount: money(line.pence),
      basis: labels.amountBasis[line.vatBasis],
      buyer: presentSpendParty(line.buyer, 'buyer', words),
      supplier: presentSpendParty(line.supplier, 'supplier', words),
      what: line.description ?? line.category ?? '–',
      source: text.sourceRow(line.fileName, line.sheet, line.sheetRow),
    })),
    nextHref: found.next === null ? null : paths.spend({ ...own, cursor: found.next }),
    firstHref: cursor === undefined ? null : paths.spend(own),
    files: held.files.map((file) => ({
      publisher: file.publisher,
      name: file.name,
      months: monthsOf(file, words),
      rows: text.rowsOf(format.number(file.stored), format.number(file.read)),
      leftOut: leftOutOf(file.leftOut, words),
      sum: money(file.sumPence),
      basis: labels.amountBasis[file.vatBasis],
      state: labels.spendState[file.state],
      notes: file.notes,
    })),
  };
}

function leftOutOf(leftOut: SpendParts['held']['files'][number]['leftOut'], words: Catalogue): string | null {
  const parts = leftOutReasons.flatMap((reason) => {
    const count = leftOut[reason] ?? 0;
    return count === 0 ? [] : [words.spend.leftOut[reason](count)];
  });
  return parts.length === 0 ? null : `${words.spend.leftOutLabel} ${words.format.list(parts)}`;
}

/** Pounds and pence of a payment. */
export function moneyOf(pence: number, words: Catalogue): string {
  return words.format.moneyExact({ minorUnits: pence, currency: 'GBP' }) ?? '';
}

/** `2024-04` → April 2024. */
export function monthText(month: string, words: Catalogue): string {
  return words.format.day(`${month}-01`).replace(/^1 /u, '');
}

/** From one month to another, in words. */
export function monthsOf(span: { firstMonth: string; lastMonth: string }, words: Catalogue): string {
  return words.spend.span(monthText(span.firstMonth, words), monthText(span.lastMonth, words));
}

/** One side of a payment: linked where it is an organisation of the register, without a name where it is none to show. */
export function presentSpendParty(party: SpendParty, side: 'buyer' | 'supplier', words: Catalogue) {
  const href = party.id === null ? null : side === 'buyer' ? paths.buyer(party.id) : paths.supplier(party.id);
  return {
    name: party.name ?? words.labels.spendHidden[party.kind],
    href,
    method: party.name === null ? null : words.labels.spendMethod[party.method],
  };
}
