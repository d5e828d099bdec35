import type { SegmentQuality } from '../../../../app/segments/show-quality.ts';
import { segmentIds } from '../../../../domain/segments/segment.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import { shadeOf, type ChartFigure } from '../../../components/chart/chart-figure.ts';
import { methodLinks } from '../../../components/chart/method-links.ts';
import { columnChart } from '../../../../drawing/place-columns.ts';
import { paths } from '../../../paths.ts';

/** The model's quality as its page shows it. */
export function presentSegmentQuality(quality: SegmentQuality, words: Catalogue) {
  const { segments: text } = words;
  const { digitalF1, segmentAccuracy, calibrationError } = quality.measures;
  const figure = (
    label: string,
    { mean, low, high }: typeof digitalF1,
    note: (low: string, high: string) => string,
  ) => ({ label, value: two(mean), note: note(two(low), two(high)) });
  return {
    lead: text.lead(quality.labels.count),
    figures: [
      figure(text.digitalF1, digitalF1, text.digitalNote),
      figure(text.accuracy, segmentAccuracy, text.accuracyNote),
      figure(text.calibrationError, calibrationError, text.calibrationErrorNote),
    ],
    charts: [
      presentBySegment(quality, words),
      presentConfusion(quality, words),
      presentCalibration(quality, words),
    ],
  };
}

function two(value: number): string {
  return value.toFixed(2);
}

/** What the three figures share: a table, a method and a file by their id. */
function tableFigure(
  figure: Pick<ChartFigure, 'id' | 'title' | 'description' | 'note' | 'table'>,
): ChartFigure {
  return {
    ...figure,
    isEmpty: figure.table.rows.length === 0,
    columns: null,
    coverage: null,
    methods: methodLinks('segments'),
    csvHref: paths.segmentQualityFigures({ chart: figure.id }),
  };
}

function presentBySegment({ bySegment }: SegmentQuality, words: Catalogue): ChartFigure {
  const { segments: text, labels, format } = words;
  const { title, description, heads, note } = text.bySegment;
  return tableFigure({
    id: 'by-segment',
    title,
    description,
    note,
    table: {
      heads,
      rows: bySegment.map(({ segment, count, accuracy }) => ({
        name: labels.segment[segment],
        href: paths.contracts({ segment: [segment] }),
        cells: [{ text: format.number(count) }, { text: text.percent(accuracy), share: accuracy }],
      })),
    },
  });
}

function presentConfusion({ confusion, bySegment }: SegmentQuality, words: Catalogue): ChartFigure {
  const { segments: text, labels } = words;
  const { title, description, head, note } = text.confusion;
  const answers = segmentIds.filter((id) => confusion.some(({ answer }) => answer === id));
  return tableFigure({
    id: 'confusion',
    title,
    description,
    note,
    table: {
      heads: [head, ...answers.map((id) => labels.segment[id])],
      isShaded: true,
      rows: bySegment.map(({ segment, count }) => ({
        name: labels.segment[segment],
        cells: answers.map((answer) => {
          const cell = confusion.find((one) => one.label === segment && one.answer === answer);
          return cell === undefined
            ? { text: '' }
            : { text: shortNumber(cell.count), shade: shadeOf(cell.count, count) };
        }),
      })),
    },
  });
}

/** Whole numbers as they are, others with one decimal. */
function shortNumber(count: number): string {
  return Number.isInteger(count) ? String(count) : count.toFixed(1);
}

function presentCalibration({ calibration }: SegmentQuality, words: Catalogue): ChartFigure {
  const { segments: text } = words;
  const { title, description, series, heads, range, bar, note } = text.calibration;
  const columns = columnChart({
    id: 'calibration',
    title,
    description,
    series,
    columns: calibration.map(({ from, to, count, rightShare }) => ({
      label: range(from, to),
      parts: [
        {
          value: rightShare,
          text: bar(text.percent(rightShare), range(from, to), shortNumber(count)),
          href: null,
        },
      ],
    })),
    tick: text.percent,
  });
  return {
    ...tableFigure({
      id: 'calibration',
      title,
      description,
      note,
      table: {
        heads,
        rows: calibration.map(({ from, to, count, meanProbability, rightShare }) => ({
          name: range(from, to),
          cells: [
            { text: shortNumber(count) },
            { text: text.percent(meanProbability) },
            { text: text.percent(rightShare), share: rightShare },
          ],
        })),
      },
    }),
    columns,
  };
}
