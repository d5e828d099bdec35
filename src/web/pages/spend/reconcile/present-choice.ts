import type { z } from 'zod';
import type { listSpendBuyers } from '../../../../app/spend/list-buyers.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { paths } from '../../../paths.ts';
import { monthsOf } from '../find/present.ts';

/** Buyers to choose from, as their page shows them. */
export function presentChoice(
  { total, items }: z.output<typeof listSpendBuyers.output>,
  name: string | undefined,
  words: Catalogue,
) {
  const { spend: text, format } = words;
  const lead = name === undefined ? text.chooseLead(total) : text.chooseSeveral(name, total);
  return {
    action: paths.spendReconcile(),
    name: name ?? '',
    allHref: name === undefined ? null : paths.spendReconcile(),
    lead: total > 0 ? lead : name === undefined ? text.noneHeld : text.chooseNone,
    buyers: items.map((each) => ({
      name: each.name,
      href: paths.spendReconcile({ buyer: each.id ?? each.name }),
      months: monthsOf(each, words),
      lines: format.number(each.lines),
    })),
    firstOnly: total > items.length ? text.chooseFirst(items.length, total) : null,
  };
}
