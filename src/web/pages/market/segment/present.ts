import type { SegmentFacts } from '../../../../app/market/show-segment.ts';
import { isDigital } from '../../../../domain/segments/segment.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { ChartFigure } from '../../../components/chart/chart-figure.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { paths } from '../../../paths.ts';
import { countCell, moneyCell } from '../figure-cells.ts';
import { presentCommitted } from '../present-committed.ts';
import { presentExpiry } from '../present-expiry.ts';
import { presentBuyers, presentRoutes, presentSegments } from '../present-shares.ts';
import { presentScopeForm, presentSubnavigation, scopeQuery } from '../scope-form.ts';

/** The facts of one segment as its page shows them. */
export function presentSegment(facts: SegmentFacts, baseYear: number, words: Catalogue) {
  const { scope, segment } = facts;
  const queries = scopeQuery(scope);
  const { compared } = words.market.segment;
  const csv = (chart: string): string =>
    paths.marketFigures({
      chart,
      segment,
      buyerType: scope.buyerTypes,
      from: scope.from,
      to: scope.to,
      prices: facts.prices === 'real' ? 'real' : undefined,
    });
  return {
    title: words.market.segmentNames[segment],
    navigation: presentSubnavigation(null, words),
    form: presentScopeForm(
      scope,
      facts.asOf,
      {
        action: paths.marketSegment(segment),
        hasSegment: false,
        hasYears: true,
        prices: { chosen: facts.prices, baseYear },
      },
      words,
    ),
    charts: [
      presentCommitted(facts, queries.market, csv('committed'), words),
      {
        ...presentSegments(facts, queries.years, csv('segments'), words),
        title: compared.title,
        description: compared.description(words.market.scope.years(scope.from, scope.to)),
      },
      presentExpiry(
        { quarters: facts.expiry, coverage: facts.expiryCoverage },
        queries.market,
        csv('expiry'),
        words,
      ),
      presentBuyers(facts, queries.years, csv('buyer-types'), words),
      presentRoutes(facts, queries.years, csv('routes'), words),
      presentParties('buyers', facts, csv('buyers'), words),
      presentParties('suppliers', facts, csv('suppliers'), words),
    ],
    playbook: isDigital(segment)
      ? {
          text: words.playbooks.title(words.market.segmentNames[segment]),
          href: paths.segmentPlaybook(segment),
        }
      : null,
    cohort: words.market.overview.cohort,
  };
}

/** The organisations with most value on one side. */
function presentParties(
  side: 'buyers' | 'suppliers',
  facts: SegmentFacts,
  csvHref: string,
  words: Catalogue,
): ChartFigure {
  const text = words.market.segment[side];
  const query = scopeQuery(facts.scope).years;
  const most = Math.max(0, ...facts[side].map(({ netPence }) => netPence));
  return {
    id: side,
    title: text.title,
    description: text.description(words.market.scope.years(facts.scope.from, facts.scope.to)),
    isEmpty: facts[side].length === 0,
    columns: null,
    table: {
      heads: [text.name, text.contracts, text.value],
      rows: facts[side].map((one) => {
        const own =
          side === 'buyers'
            ? { ...query, buyer: [one.id], counted: 'all' }
            : { ...query, supplier: [one.id], counted: 'sole' };
        const valued = { ...own, counted: side === 'buyers' ? 'valued' : 'sole-valued' };
        return {
          name: one.name,
          href: side === 'buyers' ? paths.buyer(one.id) : paths.supplier(one.id),
          cells: [
            countCell(one.contracts, paths.contracts(own), words),
            {
              ...moneyCell(one, paths.contracts(valued), words),
              share: one.netCount === 0 || most === 0 ? null : one.netPence / most,
            },
          ],
        };
      }),
    },
    note: text.note,
    coverage: null,
    methods: methodLinks('market-sums'),
    csvHref,
  };
}
