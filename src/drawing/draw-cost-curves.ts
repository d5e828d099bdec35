import { scaleLinear } from 'd3-scale';
import { levelRules, uprightRules } from './chart-axis.ts';
import { asDrawing, paper, quietInk, type Drawing, type DrawingCaption } from './drawing.ts';
import { seriesLook } from './series-look.ts';
import { escapeXml, pathOf, svgElement, svgText } from './svg-element.ts';
import { textLines } from './text-size.ts';

/** The quantiles P0, P1, … P100 of what one option costs, in pounds. */
export type CostCurve = { name: string; quantiles: readonly number[] };

/** What is drawn. */
export type CostCurvesInput = DrawingCaption & {
  curves: readonly CostCurve[];
  pounds: (value: number) => string;
};

const width = 720;
const plot = { left: 62, right: width - 28, top: 14, bottom: 300 };
const rowHeight = 24;
const marked = [10, 50, 80] as const;
/** Beyond this share curves of fat tails would press everything else together. */
const lastShare = 95;
/** Where a number may stand on its curve: near the middle first. */
const places = [50, 60, 40, 70, 30, 80, 20, 90, 65, 45, 35, 75, 25, 55, 85, 15] as const;

/**
 * How likely each option stays below a cost: one curve each, marked at P10, P50 and P80, with a number on it that the list below
 * explains. Curves are cut where 95 per cent of the draws of every option lie to the left.
 *
 * @throws RangeError where a curve hasn’t 101 quantiles, or they fall
 * @example drawCostCurves({ id: 'cost', title: 'Cost', description: '', curves: [{ name: 'SaaS', quantiles }], pounds }).table.heads // ['Option', 'P10', 'P50', 'P80', 'P90']
 */
export function drawCostCurves({ curves, pounds, ...caption }: CostCurvesInput): Drawing {
  for (const { name, quantiles } of curves)
    if (quantiles.length !== 101 || quantiles.some((value, at) => value < (quantiles[at - 1] ?? value)))
      throw new RangeError(`The curve of ${name} needs 101 quantiles that never fall.`);
  const least = Math.min(...curves.map((curve) => at(curve, 0)), Number.POSITIVE_INFINITY);
  const most = Math.max(...curves.map((curve) => at(curve, lastShare)), Number.NEGATIVE_INFINITY);
  const across = scaleLinear().domain(rangeOf(least, most)).range([plot.left, plot.right]).nice(6);
  const up = scaleLinear().domain([0, 100]).range([plot.bottom, plot.top]);
  const numbers = numberPlaces(curves, (curve, share) => ({ x: across(at(curve, share)), y: up(share) }));
  const listTop = plot.bottom + 62;
  const marks = [
    ...levelRules(up, plot, { count: 4, write: (share) => `${share}%` }),
    ...uprightRules(across, plot, { count: 6, write: pounds }),
    ...marked.flatMap((share) => [
      svgElement('line', {
        x1: plot.left, x2: plot.right, y1: up(share), y2: up(share), stroke: quietInk, 'stroke-dasharray': '2 4',
      }),
      svgText(`P${share}`, { x: plot.right - 2, y: up(share) - 4, 'text-anchor': 'end', fill: quietInk }),
    ]),
    ...curves.flatMap((curve, index) => curveMarks(curve, index, { across, up })),
    ...numbers.map(({ x, y }, index) => numberMark(x, y, index)),
    svgText('What it may cost', { x: plot.right, y: plot.bottom + 36, 'text-anchor': 'end', fill: quietInk }),
    ...listRows(curves, listTop, pounds),
  ]; // prettier-ignore
  return asDrawing(caption, { width, height: listTop + curves.length * rowHeight + 8 }, marks, {
    heads: ['Option', 'P10', 'P50', 'P80', 'P90'],
    rows: curves.map((curve) => ({
      name: curve.name,
      cells: [10, 50, 80, 90].map((share) => ({ text: pounds(at(curve, share)), value: at(curve, share) })),
    })),
  });
}

const at = ({ quantiles }: CostCurve, share: number): number => quantiles[share] ?? Number.NaN;

/** Ends of an axis that are apart, also where every cost is certain, or where there is none. */
function rangeOf(least: number, most: number): [number, number] {
  if (least > most) return [0, 1];
  if (least < most) return [least, most];
  const slack = Math.max(1, Math.abs(least) * 0.1);
  return [least - slack, most + slack];
}

type Scales = { across: (value: number) => number; up: (share: number) => number };

function curveMarks({ name, quantiles }: CostCurve, index: number, { across, up }: Scales): string[] {
  const { colour, dash } = seriesLook(index);
  const shown = quantiles.slice(0, lastShare + 1).map((cost, share) => [across(cost), up(share)] as const);
  // The end that is seen lies on the edge: beyond it the curve goes on.
  const beyond = quantiles.slice(lastShare + 1).flatMap((cost, place) => {
    const x = across(cost);
    return x <= plot.right ? [[x, up(lastShare + 1 + place)] as const] : [];
  });
  return [
    svgElement(
      'path',
      {
        d: pathOf([...shown, ...beyond]),
        fill: 'none',
        stroke: colour,
        'stroke-width': 2.5,
        'stroke-dasharray': dash,
      },
      svgElement('title', {}, escapeXml(name)),
    ),
    ...marked.map((share) => {
      const [x, y] = [across(quantiles[share] ?? Number.NaN), up(share)];
      return svgElement('path', {
        d: `${pathOf([
          [x, y - 5],
          [x + 5, y],
          [x, y + 5],
          [x - 5, y],
        ])}Z`,
        fill: paper,
        stroke: colour,
        'stroke-width': 2,
      });
    }),
  ];
}

/** For each curve a place for its number that is clear of those before it, as far as there is one. */
function numberPlaces(
  curves: readonly CostCurve[],
  place: (curve: CostCurve, share: number) => { x: number; y: number },
): { x: number; y: number }[] {
  const found: { x: number; y: number }[] = [];
  for (const curve of curves) {
    const candidates = places.map((share) => place(curve, share + 4));
    const room = candidates.map(({ x, y }) =>
      Math.min(...found.map((other) => Math.hypot(other.x - x, other.y - y)), 24),
    );
    const best = room.indexOf(Math.max(...room));
    found.push(candidates[best] ?? place(curve, 50));
  }
  return found;
}

function numberMark(x: number, y: number, index: number): string {
  const { colour } = seriesLook(index);
  return svgElement('g', {}, [
    svgElement('circle', { cx: x, cy: y, r: 10, fill: paper, stroke: colour, 'stroke-width': 2 }),
    svgText(String(index + 1), { x, y: y + 4, 'text-anchor': 'middle', 'font-size': 12, 'font-weight': 700 }),
  ]);
}

const columns = { number: 24, line: 42, name: 88, p10: 500, p50: 604, p80: 708 };

function listRows(curves: readonly CostCurve[], top: number, pounds: (value: number) => string): string[] {
  const head = { y: top - 6, 'text-anchor': 'end', fill: quietInk } as const;
  return [
    ...marked.map((share) => svgText(`P${share}`, { ...head, x: columns[`p${share}`] })),
    ...curves.flatMap(({ name, quantiles }, index) => {
      const y = top + index * rowHeight + 12;
      const { colour, dash } = seriesLook(index);
      const [shown = ''] = textLines(name, { width: columns.p10 - columns.name - 90, most: 1 });
      return [
        numberMark(columns.number, y, index),
        svgElement('line', {
          x1: columns.line, x2: columns.name - 8, y1: y, y2: y, stroke: colour, 'stroke-width': 2.5, 'stroke-dasharray': dash,
        }),
        svgText(shown, { x: columns.name, y: y + 4 }),
        ...marked.map((share) =>
          svgText(pounds(quantiles[share] ?? Number.NaN), { x: columns[`p${share}`], y: y + 4, 'text-anchor': 'end' }),
        ),
      ];
    }),
  ]; // prettier-ignore
}
