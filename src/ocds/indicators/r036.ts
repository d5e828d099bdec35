import { memberList, memberText } from '../json-members.ts';
import type { Indicator } from './_indicator.ts';
import { priceOf } from './indicator-process.ts';

/** Processes in which the lowest bid was disqualified, though only the price was to decide. */
export const r036: Indicator = {
  code: 'R036',
  title: 'Lowest bid disqualified',
  properties: {},
  start: ({ results, currency, comparesPrices }) => ({
    add: (process) => {
      if (process.bids === null || !comparesPrices(process)) return;
      const awards = memberList(process.release, 'awards') ?? [];
      if (!awards.some((award) => memberText(award, 'status') === 'active')) return;
      let lowest: { amount: number; isDisqualified: boolean } | null = null;
      let hasValid = false;
      for (const bid of process.submittedBids) {
        const price = priceOf(bid);
        if (price === null || !currency.takes(price.currency)) continue;
        const status = memberText(bid, 'status');
        if (lowest === null || price.amount < lowest.amount) {
          lowest = { amount: price.amount, isDisqualified: status === 'disqualified' };
        }
        if (status === 'valid') hasValid = true;
      }
      if (hasValid && lowest?.isDisqualified === true) results.flag('OCID', process.ocid, 'R036', 1);
    },
  }),
};
