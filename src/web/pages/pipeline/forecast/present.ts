import type { PipelineForecast } from '../../../../app/pipeline/forecast.ts';
import { financialYearName } from '../../../../domain/market/financial-year.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { ChartFigure, FigureCell } from '../../../components/chart/chart-figure.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { paths } from '../../../paths.ts';
import { pounds } from '../../market/figure-cells.ts';
import { presentSubnavigation } from '../../market/scope-form.ts';

type Segment = PipelineForecast['segments'][number];

/** The forecast as its page shows it: counts, then values. */
export function presentForecast(
  found: PipelineForecast,
  asked: { segment: readonly string[]; years: number },
  words: Catalogue,
) {
  const { forecast: text } = words.pipeline;
  const { baseYears } = found;
  const csvHref = paths.pipelineFigures({ chart: 'forecast', segment: asked.segment, years: asked.years });
  const number = (value: number): string => words.format.number(Math.round(value));
  const money = (value: number): string => pounds(Math.round(value), words);
  return {
    navigation: presentSubnavigation('pipeline', words),
    backHref: paths.pipeline({ segment: asked.segment }),
    basis:
      baseYears.length === 0
        ? text.noBasis
        : text.basis(
            financialYearName(found.origin),
            words.format.list(baseYears.map((year) => financialYearName(year))),
          ),
    charts: [
      presentMeasure(found, { measure: 'contracts', write: number, csvHref }, words),
      presentMeasure(found, { measure: 'value', write: money, csvHref }, words),
    ],
  };
}

function presentMeasure(
  { segments, origin, years }: PipelineForecast,
  {
    measure,
    write,
    csvHref,
  }: {
    measure: 'contracts' | 'value';
    write: (value: number) => string;
    csvHref: string;
  },
  words: Catalogue,
): ChartFigure {
  const { forecast: text } = words.pipeline;
  const { title, description } = text[measure];
  return {
    id: measure,
    title,
    description,
    isEmpty: segments.every((one) => one.years.length === 0),
    columns: null,
    table: {
      heads: [
        text.segment,
        ...Array.from({ length: years }, (_, index) => financialYearName(origin + index)),
        text.error,
        text.share,
      ],
      rows: segments.map((one) => ({
        name: words.market.segmentNames[one.segment],
        href: paths.pipeline({ segment: [one.segment] }),
        cells: [
          ...Array.from({ length: years }, (_, index): FigureCell => {
            const year = one.years[index];
            return year === undefined
              ? { text: words.market.noShare }
              : { text: write(year[measure].forecast), note: text.part(write(year[measure].renewals)) };
          }),
          errorCell(one.errors[measure], words),
          shareCell(one, words),
        ],
      })),
    },
    note: text.note,
    coverage: null,
    methods: methodLinks('pipeline-forecast'),
    csvHref,
  };
}

function errorCell({ count, medianShare, scaled }: Segment['errors']['value'], words: Catalogue): FigureCell {
  const { forecast: text } = words.pipeline;
  if (medianShare === null) return { text: words.market.noShare, note: text.compared(count) };
  const notes = [text.errorNote(count)];
  if (scaled !== null) notes.push(text.scaled(words.format.number(Math.round(100 * scaled) / 100)));
  return { text: words.market.percent(medianShare), note: notes.join('; ') };
}

function shareCell({ share }: Segment, words: Catalogue): FigureCell {
  const { forecast: text } = words.pipeline;
  if (share === null || share.basis === 'none') return { text: words.market.noShare };
  const note = text.shareOf(share.followed, share.ended);
  return {
    text: words.market.percent(share.share),
    note: share.basis === 'all' ? `${note}, ${text.shareAll}` : note,
  };
}
