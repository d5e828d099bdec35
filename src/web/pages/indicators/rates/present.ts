import type { showIndicatorRates } from '../../../../app/indicators/show-rates.ts';
import type { SingleBidClass } from '../../../../app/indicators/views.ts';
import { competitions } from '../../../../domain/indicators/competition-of.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { ChartFigure, FigureCell } from '../../../components/chart/chart-figure.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { paths } from '../../../paths.ts';
import { presentScopeForm, presentSubnavigation, type ScopeForm } from '../../market/scope-form.ts';

type Rates = {
  classes: readonly SingleBidClass[];
  asked: ReturnType<typeof showIndicatorRates.input.parse>;
  asOf: string;
};

/** Rates of one tender as their page shows them: a table for competitions, and one for call-offs. */
export function presentRates({ classes, asked, asOf }: Rates, words: Catalogue) {
  const { page, kinds } = words.review;
  // Every class is shown of a part of the market; of all of it, those with a rate.
  const isPart = asked.segment !== undefined || asked.buyerType !== undefined;
  const figures = competitions
    .filter((kind) => asked.competition === undefined || asked.competition === kind)
    .map((kind): ChartFigure => {
      const own = classes.filter(({ competition }) => competition === kind);
      const shown = own.filter(({ rate }) => isPart || rate !== null);
      return {
        id: kind,
        title: page.figure(kinds[kind]),
        description: page.description,
        isEmpty: shown.length === 0,
        columns: null,
        table: {
          heads: [page.class, page.rate, page.counted],
          rows: shown.map((one) => ({ name: className(one, words), cells: cellsOf(one, words) })),
        },
        note:
          shown.length === own.length ? page.note : `${page.left(own.length - shown.length)} ${page.note}`,
        coverage: null,
        methods: methodLinks('review-indicators'),
        csvHref: paths.indicatorsFile({ ...asked, competition: kind }),
      };
    });
  return {
    navigation: presentSubnavigation('indicators', words),
    form: presentForm(asked, asOf, words),
    figures,
  };
}

function presentForm(asked: Rates['asked'], asOf: string, words: Catalogue): ScopeForm {
  const year = Number(asOf.slice(0, 4));
  const scope = {
    segments: asked.segment === undefined ? [] : [asked.segment],
    buyerTypes: asked.buyerType === undefined ? [] : [asked.buyerType],
    from: year,
    to: year,
  };
  const controls = { action: paths.indicators(), hasSegment: true, isEverySegment: true, hasYears: false };
  return presentScopeForm(scope, asOf, controls, words);
}

function className({ year, segment, buyerType }: SingleBidClass, { labels }: Catalogue): string {
  const segments: Readonly<Record<string, string>> = labels.segment;
  const types: Readonly<Record<string, string>> = labels.buyerType;
  return `${year}, ${segments[segment] ?? segment}, ${types[buyerType] ?? buyerType}`;
}

function cellsOf(
  { rate, counted, contracts }: SingleBidClass,
  { review, format, market }: Catalogue,
): FigureCell[] {
  const { page } = review;
  return [
    rate === null
      ? { text: market.noShare, note: market.tooFew(counted) }
      : {
          text: review.percent(rate.share),
          note: page.interval(review.percent(rate.low), review.percent(rate.high)),
        },
    { text: page.ofContracts(format.number(counted), format.number(contracts)) },
  ];
}
