import { scaleLinear } from 'd3-scale';
import { levelRules, uprightRules } from './chart-axis.ts';
import { asDrawing, ink, quietInk, type Drawing, type DrawingCaption } from './drawing.ts';
import { seriesLook } from './series-look.ts';
import { svgElement, svgText } from './svg-element.ts';
import { textLines } from './text-size.ts';

/** The value of an option where the weight is nothing, and where it is all; between them it goes straight. */
export type WeightLine = { name: string; atNone: number; atAll: number };

/** What is drawn. */
export type WeightLinesInput = DrawingCaption & {
  lines: readonly WeightLine[];
  /** The weight now, 0 to 1. */
  now: number;
  /** A weight to look at, 0 to 1; null for none. */
  looked: number | null;
  score: (value: number) => string;
  share: (value: number) => string;
};

const width = 720;
const plot = { left: 46, right: 500, top: 34, bottom: 330 };
const labelHeight = 19;

/**
 * How the value of each option goes as the weight of one criterion goes from nothing to all: the highest line is the first choice
 * by value at that weight, and lines cross where the order turns.
 *
 * @throws RangeError where a weight or a value is no number
 * @example drawWeightLines({ id: 'w', title: 'W', description: '', lines: [{ name: 'SaaS', atNone: 60, atAll: 40 }], now: 0.2, looked: null, score: String, share: String }).table.heads[0] // 'Option'
 */
export function drawWeightLines({ lines, now, looked, score, share, ...caption }: WeightLinesInput): Drawing {
  const ends = lines.flatMap(({ atNone, atAll }) => [atNone, atAll]);
  if (![now, looked ?? 0, ...ends].every(Number.isFinite))
    throw new RangeError('Weights and values are numbers.');
  const across = scaleLinear().domain([0, 1]).range([plot.left, plot.right]);
  const up = scaleLinear()
    .domain([Math.min(...ends, 100), Math.max(...ends, 0)])
    .range([plot.bottom, plot.top])
    .nice(5);
  const names = namePlaces(lines.map((line) => up(line.atAll)));
  const bottom = Math.max(plot.bottom, ...names.map((y) => y + 4));
  const marks = [
    ...levelRules(up, plot, { count: 5, write: score }),
    ...uprightRules(across, plot, { count: 5, write: share }),
    ...lines.flatMap((line, index) => {
      const { colour, dash } = seriesLook(index);
      const [end, name] = [up(line.atAll), names[index] ?? 0];
      const [shown = ''] = textLines(line.name, { width: width - plot.right - 26, most: 1 });
      return [
        svgElement('line', { x1: plot.left, y1: up(line.atNone), x2: plot.right, y2: end, stroke: colour, 'stroke-width': 2.5, 'stroke-dasharray': dash }),
        svgElement('line', { x1: plot.right, y1: end, x2: plot.right + 20, y2: name, stroke: colour, 'stroke-width': 1.25 }),
        svgText(shown, { x: plot.right + 24, y: name + 4 }),
      ];
    }),
    ...upright(across(now), `now ${share(now)}`, undefined),
    ...(looked === null || Math.abs(looked - now) < 0.005 ? [] : upright(across(looked), share(looked), '4 3')),
    svgText('Weight of the criterion', { x: plot.right, y: plot.bottom + 36, 'text-anchor': 'end', fill: quietInk }),
  ]; // prettier-ignore
  const shares = [0, 0.25, 0.5, 0.75, 1];
  return asDrawing(caption, { width, height: bottom + 46 }, marks, {
    heads: ['Option', `now (${share(now)})`, ...shares.map(share)],
    rows: lines.map((line) => ({
      name: line.name,
      cells: [now, ...shares].map((weight) => ({ text: score(at(line, weight)), value: at(line, weight) })),
    })),
  });
}

const at = ({ atNone, atAll }: WeightLine, weight: number): number => atNone + (atAll - atNone) * weight;

function upright(x: number, text: string, dash: string | undefined): string[] {
  return [
    svgElement('line', { x1: x, x2: x, y1: plot.top - 8, y2: plot.bottom, stroke: ink, 'stroke-width': 1.5, 'stroke-dasharray': dash }),
    svgText(text, { x, y: plot.top - 14, 'text-anchor': 'middle' }),
  ];
} // prettier-ignore

/** Heights for names at the right end: in the order of the lines, none nearer to the next than a line of text. */
function namePlaces(ends: readonly number[]): number[] {
  const order = [...ends.keys()].toSorted((one, other) => (ends[one] ?? 0) - (ends[other] ?? 0));
  const lowest = Math.max(plot.bottom, plot.top + order.length * labelHeight);
  let last = Number.NEGATIVE_INFINITY;
  const down = order.map((index) => (last = Math.max(ends[index] ?? 0, last + labelHeight)));
  let next = lowest + labelHeight;
  const settled = down.toReversed().map((y) => (next = Math.min(y, next - labelHeight)));
  const places = new Map(settled.toReversed().map((y, place) => [order[place], y]));
  return ends.map((_, index) => places.get(index) ?? 0);
}
