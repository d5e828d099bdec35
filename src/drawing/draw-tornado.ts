import { scaleLinear } from 'd3-scale';
import { uprightRules } from './chart-axis.ts';
import { asDrawing, ink, quietInk, type Drawing, type DrawingCaption } from './drawing.ts';
import { fillOf, surfaceFills } from './series-look.ts';
import { svgElement, svgText } from './svg-element.ts';
import { textLines, textWidth } from './text-size.ts';

/** One input: the mean result where it is lowest, and where it is highest, in pounds. */
export type TornadoRow = { name: string; low: number; high: number };

/** What is drawn. */
export type TornadoInput = DrawingCaption & {
  rows: readonly TornadoRow[];
  /** The mean result over all draws. */
  middle: number;
  pounds: (value: number) => string;
};

const width = 720;
const rowHeight = 46;
const plot = { left: 238, right: width - 70, top: 56 };

/**
 * What moves a cost most: for each input two bars from the mean, to the mean cost in the tenth of draws in which it is lowest,
 * and highest. The greatest stands at the top.
 *
 * @throws RangeError where a figure is no number
 * @example drawTornado({ id: 't', title: 'T', description: '', rows: [{ name: 'Licences', low: 1, high: 3 }], middle: 2, pounds: String }).table.rows[0]?.name // 'Licences'
 */
export function drawTornado({ rows, middle, pounds, ...caption }: TornadoInput): Drawing {
  const ends = [middle, ...rows.flatMap(({ low, high }) => [low, high])];
  if (!ends.every(Number.isFinite)) throw new RangeError('A bar of a tornado ends at a number.');
  const [least, most] = [Math.min(...ends), Math.max(...ends)];
  const slack = least === most ? Math.max(1, Math.abs(middle) * 0.1) : 0;
  const across = scaleLinear()
    .domain([least - slack, most + slack])
    .range([plot.left, plot.right])
    .nice(4);
  const bottom = plot.top + rows.length * rowHeight;
  const marks = [
    surfaceFills(caption.id, 2),
    ...key(caption.id),
    ...uprightRules(across, { top: plot.top - 4, bottom }, { count: 4, write: pounds }),
    ...rows.flatMap(({ name, low, high }, index) => {
      const top = plot.top + index * rowHeight;
      const lines = textLines(name, { width: plot.left - 16, most: 2 });
      return [
        ...lines.map((line, at) =>
          svgText(line, { x: plot.left - 12, y: top + 26 + (at - (lines.length - 1) / 2) * 15, 'text-anchor': 'end' }),
        ),
        ...bar(low, top + 5, 0),
        ...bar(high, top + 23, 1),
      ];
    }),
    svgElement('line', { x1: across(middle), x2: across(middle), y1: plot.top - 8, y2: bottom, stroke: ink, 'stroke-width': 1.5 }),
    svgText(`mean ${pounds(middle)}`, { x: across(middle), y: plot.top - 14, 'text-anchor': 'middle' }),
  ]; // prettier-ignore

  function bar(value: number, y: number, series: number): string[] {
    const [from, to] = [Math.min(across(middle), across(value)), Math.max(across(middle), across(value))];
    const isRight = value >= middle;
    const text = pounds(value);
    // Where the mean’s line is near, the text would stand on it.
    const isTight = !isRight && from - textWidth(text, 12) - 6 < plot.left - 12;
    return [
      svgElement('rect', {
        x: from,
        y,
        width: Math.max(1, to - from),
        height: 16,
        fill: fillOf(caption.id, series),
      }),
      svgText(text, {
        x: isRight ? to + 5 : isTight ? across(middle) + 5 : from - 5,
        y: y + 12,
        'text-anchor': isRight || isTight ? 'start' : 'end',
        'font-size': 12,
      }),
    ];
  }

  return asDrawing(caption, { width, height: bottom + 32 }, marks, {
    heads: ['What moves the cost', 'Mean cost where it is lowest', 'Mean cost where it is highest'],
    rows: rows.map(({ name, low, high }) => ({
      name,
      cells: [low, high].map((value) => ({ text: pounds(value), value })),
    })),
  });
}

function key(id: string): string[] {
  return ['in the tenth of draws in which it is lowest', 'in the tenth in which it is highest'].flatMap((text, index) => [
    svgElement('rect', { x: index * 330, y: 4, width: 16, height: 14, fill: fillOf(id, index) }),
    svgText(text, { x: index * 330 + 22, y: 16, fill: quietInk }),
  ]); // prettier-ignore
}
