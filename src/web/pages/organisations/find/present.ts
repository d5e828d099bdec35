import type { z } from 'zod';
import type { findOrganisationsInput, organisationPage } from '../../../../app/buyers/views.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentSum } from '../../../components/present-amount.ts';
import { presentPaging } from '../../../components/present-paging.ts';
import { paths } from '../../../paths.ts';

/** The side of its contracts from which an organisation is seen. */
export type Side = 'buyers' | 'suppliers';

/** What a list of organisations was asked for. */
export type OrganisationsAsked = z.output<typeof findOrganisationsInput>;

const orders = ['contracts', 'value', 'name'] as const;
const defaultLimit = 25;

/** A list of buyers or of suppliers as its page shows it. */
export function presentOrganisations(
  found: z.output<typeof organisationPage>,
  asked: OrganisationsAsked,
  side: Side,
  words: Catalogue,
) {
  const { organisations: text, format } = words;
  const query = {
    q: asked.q,
    sort: asked.sort === 'contracts' ? undefined : asked.sort,
    limit: asked.limit === defaultLimit ? undefined : asked.limit,
  };
  return {
    side: text[side],
    query: asked.q ?? '',
    action: paths[side](),
    sorts: orders.map((value) => ({ value, text: text.sort[value], isChosen: value === asked.sort })),
    paging: presentPaging(
      found,
      {
        limit: asked.limit,
        total: text[side].count(found.total.count, found.total.isCapped),
        address: (cursor) => paths[side]({ ...query, cursor }),
      },
      words,
    ),
    isEmpty: found.items.length === 0,
    contractsHref: paths.contracts({ q: asked.q }),
    rows: found.items.map((item) => ({
      name: item.name,
      href: side === 'buyers' ? paths.buyer(item.id) : paths.supplier(item.id),
      details: presentDetails(item, side, words),
      contracts: format.number(item.contractCount),
      contractsHref: paths.contracts({ [side === 'buyers' ? 'buyer' : 'supplier']: [item.id] }),
      frameworks: format.number(item.frameworkCount),
      money: presentSum(item.netPence, item.netCount, words) ?? text.moneyNone,
      moneyBasis: item.netCount === 0 ? null : text.moneyBasis(item.netCount, item.contractCount),
      lastOn: item.lastOn === null ? words.layout.notStated : format.day(item.lastOn),
    })),
  };
}

function presentDetails(
  item: z.output<typeof organisationPage>['items'][number],
  side: Side,
  { labels }: Catalogue,
): string {
  const { buyerType } = item;
  const isTyped = buyerType !== null && buyerType !== 'unknown';
  const kind = side === 'buyers' && isTyped ? labels.buyerType[buyerType] : null;
  const scale = side === 'suppliers' && item.scale !== null ? labels.scaleShort[item.scale] : null;
  return [kind, scale, item.place].filter((part) => part !== null).join(' · ');
}
