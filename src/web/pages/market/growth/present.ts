import type { Growth, GrowthView } from '../../../../app/market/growth.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { presentCoverage, type FigureCell } from '../../../components/chart/chart-figure.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { paths, type AddressQuery } from '../../../paths.ts';
import { countCell, pounds } from '../figure-cells.ts';
import { presentScopeForm, presentSubnavigation, scopeQuery } from '../scope-form.ts';

/** Growth of contracts as its page shows it. */
export function presentGrowth(found: Growth, words: Catalogue) {
  const text = words.market.growth.figure;
  const { scope } = found;
  const { years } = scopeQuery(scope);
  const rows = [
    { name: text.all, query: years, growth: found.all },
    ...found.segments
      .filter(({ changed }) => changed > 0)
      .map((growth) => ({
        name: words.market.segmentNames[growth.segment],
        query: { ...years, segment: [growth.segment] },
        growth,
      })),
  ];
  return {
    navigation: presentSubnavigation('growth', words),
    form: presentScopeForm(
      scope,
      found.asOf,
      { action: paths.marketGrowth(), hasSegment: true, hasYears: true },
      words,
    ),
    charts: [
      {
        id: 'growth',
        title: text.title,
        description: text.description(words.market.scope.years(scope.from, scope.to)),
        isEmpty: found.all.changed === 0,
        columns: null,
        table: {
          heads: [text.segment, text.changed, text.first, text.last, text.median, text.middle],
          rows: rows.map(({ name, query, growth }) => ({ name, cells: presentCells(growth, query, words) })),
        },
        note: text.note,
        coverage: presentCoverage(found.coverage, words),
        methods: methodLinks('value-growth'),
        csvHref: paths.marketFigures({
          chart: 'growth',
          segment: scope.segments,
          buyerType: scope.buyerTypes,
          from: scope.from,
          to: scope.to,
        }),
      },
    ],
  };
}

function presentCells(growth: GrowthView, query: AddressQuery, words: Catalogue): FigureCell[] {
  const text = words.market.growth.figure;
  const { changed, firstPence, lastPence, ratios } = growth;
  const href = paths.contracts({ ...query, counted: 'revalued' });
  const ratio = (figure: string): FigureCell => ({
    text: figure,
    href,
    hint: words.market.contracts(changed),
  });
  return [
    countCell(changed, href, words),
    { text: changed === 0 ? '–' : pounds(firstPence, words) },
    { text: changed === 0 ? '–' : pounds(lastPence, words) },
    ratios === null ? { text: text.tooFew } : ratio(ratios.median.toFixed(2)),
    ratios === null ? { text: text.tooFew } : ratio(`${ratios.q1.toFixed(2)} – ${ratios.q3.toFixed(2)}`),
  ];
}
