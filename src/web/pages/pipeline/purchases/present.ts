import type { PurchaseView } from '../../../../app/pipeline/views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentPaging } from '../../../components/present-paging.ts';
import { presentPurchaseFacts } from '../../../components/purchase/present-purchase.ts';
import { paths } from '../../../paths.ts';

/** What was asked for. */
export type PurchasesAsked = {
  buyer?: string | undefined;
  withdrawn: boolean;
  limit: number;
  skip: number;
};

/** What has just been done, as the address of the list says it. */
export type PurchasesDone = Readonly<Record<string, readonly string[]>>;

const doneNames: readonly string[] = ['done', 'added', 'changed', 'unchanged'];

/** Whether a name in the address says what has just been done, and asks for nothing. */
export function isDone(name: string): boolean {
  return doneNames.includes(name);
}

/** The entered purchases as their page shows them. */
export function presentPurchases(
  found: { items: readonly PurchaseView[]; total: number },
  asked: PurchasesAsked,
  done: PurchasesDone,
  words: Catalogue,
) {
  const { purchases: text } = words;
  const { buyer, withdrawn, limit, skip } = asked;
  const isLast = skip + limit >= found.total;
  return {
    done: doneText(done, words),
    addHref: paths.purchaseAdd(),
    uploadHref: paths.purchaseUpload(),
    versions: {
      text: withdrawn ? text.standingOnly : text.withdrawnToo,
      href: address({ buyer, withdrawn: !withdrawn }),
    },
    allBuyersHref: buyer === undefined ? null : address({ withdrawn }),
    nothing: buyer === undefined && skip === 0 && !withdrawn ? text.none : text.noneMore,
    items: found.items.map((purchase) => presentItem(purchase, words)),
    paging: presentPaging(
      {
        items: found.items,
        from: skip + 1,
        next: isLast ? null : String(skip + limit),
        previous: skip === 0 ? null : String(Math.max(0, skip - limit)),
      },
      {
        limit,
        total: text.purchases(found.total),
        address: (cursor) => address({ buyer, withdrawn, skip: cursor }),
      },
      words,
    ),
  };
}

function address({
  withdrawn,
  ...others
}: {
  withdrawn: boolean;
  buyer?: string | undefined;
  skip?: string | undefined;
}): string {
  return paths.purchases({ ...others, withdrawn: withdrawn ? true : undefined });
}

function presentItem(purchase: PurchaseView, words: Catalogue) {
  const { purchases: text } = words;
  const stands = purchase.withdrawnAt === null;
  return {
    title: purchase.title,
    tags: [
      purchase.isShareable
        ? { text: text.isShared, colour: 'green' }
        : { text: text.isKept, colour: 'yellow' },
      ...(stands ? [] : [{ text: text.isEnded, colour: 'grey' }]),
    ],
    facts: presentPurchaseFacts(purchase, words),
    changeHref: stands ? paths.purchaseChange(purchase.id) : null,
    withdrawHref: stands ? paths.purchaseWithdraw(purchase.id) : null,
  };
}

/** What the page says has been done; null where the address says nothing that it knows. */
function doneText(done: PurchasesDone, { purchases: text }: Catalogue): string | null {
  const named = done['done']?.[0];
  const count = (name: string): number => {
    const digits = done[name]?.[0] ?? '';
    return /^\d{1,6}$/u.test(digits) ? Number(digits) : 0;
  };
  if (named === 'added') return text.done.added;
  if (named === 'changed') return text.done.changed;
  if (named === 'withdrawn') return text.done.withdrawn;
  if (named !== 'read') return null;
  return text.read({ added: count('added'), changed: count('changed'), unchanged: count('unchanged') });
}
