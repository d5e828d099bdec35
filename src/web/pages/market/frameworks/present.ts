import type { FrameworkItem, Frameworks } from '../../../../app/market/frameworks.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentAmount } from '../../../components/present-amount.ts';
import { presentPaging } from '../../../components/present-paging.ts';
import { paths, type AddressQuery } from '../../../paths.ts';
import { presentScopeForm, presentSubnavigation } from '../scope-form.ts';

/** What was asked for besides the scope. */
export type FrameworksAsked = { open: boolean; limit: number };

/** Framework agreements as their page shows them. */
export function presentFrameworks(found: Frameworks, asked: FrameworksAsked, words: Catalogue) {
  const text = words.market.frameworks;
  const query: AddressQuery = {
    segment: found.scope.segments.length === 1 ? found.scope.segments : [],
    buyerType: found.scope.buyerTypes,
    open: asked.open ? undefined : 'false',
  };
  const paging = presentPaging(
    found,
    {
      limit: asked.limit,
      total: text.count(found.total),
      address: (cursor) => paths.marketFrameworks({ ...query, cursor }),
    },
    words,
  );
  return {
    navigation: presentSubnavigation('frameworks', words),
    form: {
      ...presentScopeForm(
        found.scope,
        found.asOf,
        { action: paths.marketFrameworks(), hasSegment: true, hasYears: false },
        words,
      ),
      open: [
        { value: 'true', text: text.openOnly, isChosen: asked.open },
        { value: 'false', text: text.all, isChosen: !asked.open },
      ],
    },
    rows: found.items.map((item) => presentItem(item, words)),
    paging,
  };
}

function presentItem(item: FrameworkItem, words: Catalogue) {
  const { market, format } = words;
  const { ceiling, callOffs } = item;
  return {
    title: item.title,
    href: paths.contract(item.contractId),
    buyer: item.buyer?.name ?? null,
    segment: item.segment === null ? null : market.segmentNames[item.segment],
    ceiling:
      ceiling === null ? null : presentAmount({ ...ceiling, kind: 'ceiling' as const }, words, 'short'),
    ends: presentEnd(item, words),
    suppliers: format.number(item.supplierCount),
    callOffs: callOffs.contracts === 0 ? '0' : market.contracts(callOffs.contracts),
    callOffsHref: callOffs.contracts === 0 ? null : paths.contracts({ framework: item.ocid, counted: 'all' }),
  };
}

function presentEnd({ endOn, maxEndOn }: FrameworkItem, { market, format }: Catalogue): string {
  const { noEnd, options } = market.frameworks;
  if (endOn === null) return maxEndOn === null ? noEnd : format.day(maxEndOn);
  const end = format.day(endOn);
  return maxEndOn === null || maxEndOn <= endOn ? end : `${end}, ${options(format.day(maxEndOn))}`;
}
