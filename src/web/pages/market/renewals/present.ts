import type { RenewalItem, Renewals } from '../../../../app/market/renewals-view.ts';
import { dayNumber, dayOfNumber } from '../../../../domain/market/financial-year.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentPaging } from '../../../components/present-paging.ts';
import { presentSum } from '../../../components/present-amount.ts';
import { paths, type AddressQuery } from '../../../paths.ts';
import { presentExpiry } from '../present-expiry.ts';
import { presentScopeForm, presentSubnavigation } from '../scope-form.ts';

/** What was asked for besides the scope. */
export type RenewalsAsked = {
  segment: readonly string[];
  buyerType: readonly string[];
  buyer?: string | undefined;
  supplier?: string | undefined;
  quarter?: string | undefined;
  limit: number;
};

/** Renewals as their page shows them: the wall, then one by one. */
export function presentRenewals(found: Renewals, asked: RenewalsAsked, words: Catalogue) {
  const { market } = words;
  const text = market.renewals;
  const { scope } = found;
  const { segment, buyerType, buyer, supplier } = asked;
  const own: AddressQuery = { segment, buyerType, buyer, supplier };
  const list: AddressQuery = {
    segment: scope.segments,
    buyerType: scope.buyerTypes,
    buyer: buyer === undefined ? [] : [buyer],
    supplier: supplier === undefined ? [] : [supplier],
  };
  const isOne = buyer !== undefined || supplier !== undefined;
  const query = { ...own, quarter: asked.quarter };
  return {
    navigation: presentSubnavigation('renewals', words),
    form: {
      ...presentScopeForm(
        scope,
        found.asOf,
        { action: paths.marketRenewals(), hasSegment: true, hasYears: false },
        words,
      ),
      hidden: [
        { name: 'buyer', value: buyer ?? '' },
        { name: 'supplier', value: supplier ?? '' },
      ].filter(({ value }) => value !== ''),
    },
    chart: presentExpiry(
      { quarters: found.quarters, coverage: isOne ? null : found.coverage },
      list,
      isOne ? null : paths.marketFigures({ chart: 'expiry', segment: scope.segments, buyerType }),
      words,
    ),
    quarters: [
      {
        text: text.allQuarters,
        href: asked.quarter === undefined ? null : paths.marketRenewals(own),
      },
      ...found.quarters
        .filter(({ contracts }) => contracts > 0)
        .map(({ quarter }) => ({
          text: market.quarter(quarter),
          href: quarter === asked.quarter ? null : paths.marketRenewals({ ...own, quarter }),
        })),
    ],
    heading: asked.quarter === undefined ? text.list : text.inQuarter(market.quarter(asked.quarter)),
    calendarHref: found.items.length === 0 ? null : paths.marketRenewalsCalendar(query),
    items: found.items.map((item) => presentItem(item, found.asOf, words)),
    paging: presentPaging(
      found,
      {
        limit: asked.limit,
        total: text.listed(found.listed.renewals, found.listed.contracts),
        address: (cursor) => paths.marketRenewals({ ...query, cursor }),
      },
      words,
    ),
  };
}

function presentItem(item: RenewalItem, asOf: string, words: Catalogue) {
  const { market, format } = words;
  const text = market.renewals;
  const { decision } = item;
  return {
    title: item.title,
    href: paths.contract(item.id),
    segment: item.segment === null ? null : market.segmentNames[item.segment],
    buyer: item.buyer?.name ?? words.list.buyerUnknown,
    suppliers: item.suppliers.length === 0 ? words.list.suppliersUnknown : format.list(item.suppliers),
    value: presentSum(item.netPence ?? 0, item.netCount, words) ?? text.noValue,
    // One contract is what the title leads to.
    together: item.contracts.length === 1 ? null : text.together(item.contracts.length),
    contracts: item.contracts.map(({ id, suppliers }) => ({
      href: paths.contract(id),
      text: suppliers.length === 0 ? text.contract : format.list(suppliers),
    })),
    ends: [
      text.ends(format.day(item.endOn)),
      ...(item.maxEndOn === null || item.maxEndOn <= item.endOn
        ? []
        : [text.options(format.day(item.maxEndOn))]),
    ].join(', '),
    decision:
      decision === null
        ? null
        : (decision.on < asOf ? text.decideByPast : text.decideBy)(format.day(decision.on)),
    // The successor has to be there on the day after.
    timetableHref: paths.routesTimetable({
      goLive: dayOfNumber(dayNumber(item.endOn) + 1),
      segment: item.segment,
    }),
    basis: decision === null ? text.noDecision : text.basis[decision.basis](decision.days, decision.count),
  };
}
