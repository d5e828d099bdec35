import { scaleLinear } from 'd3-scale';
import { levelRules, uprightRules } from './chart-axis.ts';
import { asDrawing, ink, paper, quietInk, type Drawing, type DrawingCaption } from './drawing.ts';
import { placeLabels, type PlacedLabel } from './place-labels.ts';
import { pathOf, svgElement, svgText } from './svg-element.ts';
import { textLines } from './text-size.ts';

/** An option between cost and value. */
export type FrontierPoint = {
  name: string;
  /** Pounds: the middle, and the ends of what eight draws in ten come to. */
  cost: number;
  low: number;
  high: number;
  /** Points. */
  value: number;
  /** frontier: nothing else is as good for less. dominated: something is. apart: shown, and no choice. */
  standing: 'frontier' | 'dominated' | 'apart';
  /** What is said of it under its name, such as how likely it is best; null for nothing. */
  note: string | null;
};

/** What is drawn. */
export type FrontierInput = DrawingCaption & {
  points: readonly FrontierPoint[];
  pounds: (value: number) => string;
  score: (value: number) => string;
  /** Names of the standings, for the table. */
  standings: Readonly<Record<FrontierPoint['standing'], string>>;
};

const width = 720;
const plot = { left: 62, right: width - 20, top: 40, bottom: 400 };
const lineHeight = 15;
/** More points than these are numbered. */
const mostNamed = 8;

/**
 * Value against cost: a point for each option with a line from P10 to P90 of its cost, and the frontier through those that nothing
 * beats in both. A filled circle is on the frontier, a hollow one is dominated, a square is shown and no choice.
 *
 * @throws RangeError where a figure is no number
 * @example drawFrontier({ id: 'f', title: 'F', description: '', points: [], pounds: String, score: String, standings }).table.rows // []
 */
export function drawFrontier({ points, pounds, score, standings, ...caption }: FrontierInput): Drawing {
  for (const { name, cost, low, high, value } of points)
    if (![cost, low, high, value].every(Number.isFinite))
      throw new RangeError(`${name} needs a cost and a value that are numbers.`);
  const across = scaleLinear()
    .domain(
      spread(
        points.flatMap(({ low, high, cost }) => [low, high, cost]),
        1,
      ),
    )
    .range([plot.left + 12, plot.right - 12])
    .nice(10);
  const up = scaleLinear()
    .domain(
      spread(
        points.map(({ value }) => value),
        5,
      ),
    )
    .range([plot.bottom - 14, plot.top + 14])
    .nice(10);
  const places = points.map(({ cost, value }) => ({ x: across(cost), y: up(value) }));
  // Many names would cover the points: then each has a number, which the list below explains.
  const isNumbered = points.length > mostNamed;
  const lines = points.map(({ name, note }, index) =>
    isNumbered
      ? [String(index + 1)]
      : [...textLines(name, { width: 190, most: 2 }), ...(note === null ? [] : [note])],
  );
  const whiskers = points.map(({ low, high, value }) => ({
    x1: across(low), x2: across(high), y1: up(value), y2: up(value),
  })); // prettier-ignore
  const labels = placeLabels(
    places.map((place, index) => ({ ...place, lines: lines[index] ?? [] })),
    { ...plot, size: 13, lineHeight, lines: whiskers },
  );
  const along = points
    .filter(({ standing }) => standing === 'frontier')
    .toSorted((one, other) => one.cost - other.cost)
    .map(({ cost, value }) => [across(cost), up(value)] as const);
  const marks = [
    ...key(),
    ...levelRules(up, plot, { count: 5, write: score }),
    ...uprightRules(across, plot, { count: 5, write: pounds }),
    ...(along.length > 1
      ? [svgElement('path', { d: pathOf(along), fill: 'none', stroke: '#12436d', 'stroke-width': 1.5, 'stroke-dasharray': '6 4' })]
      : []),
    ...whiskers.flatMap(({ x1, x2, y1 }) => [
      svgElement('path', { d: `${pathOf([[x1, y1], [x2, y1]])}${pathOf([[x1, y1 - 5], [x1, y1 + 5]])}${pathOf([[x2, y1 - 5], [x2, y1 + 5]])}`, stroke: quietInk, 'stroke-width': 1.5, fill: 'none' }),
    ]),
    ...points.map(({ standing }, index) => mark(places[index] ?? { x: 0, y: 0 }, standing)),
    ...labels.flatMap((label, index) => labelMarks(label, places[index], isNumbered ? null : (points[index]?.note ?? null))),
    svgText('Cost at P50, with P10 to P90', { x: plot.right, y: plot.bottom + 38, 'text-anchor': 'end', fill: quietInk }),
  ]; // prettier-ignore
  const listed = isNumbered ? numberedList(points) : [];
  return asDrawing(caption, { width, height: plot.bottom + 48 + listed.length * 20 }, [...marks, ...listed], {
    heads: ['Option', 'Points', 'Cost at P10', 'P50', 'P90', 'Standing'],
    rows: points.map(({ name, value, low, cost, high, standing, note }) => ({
      name,
      cells: [
        { text: score(value), value },
        ...[low, cost, high].map((one) => ({ text: pounds(one), value: one })),
        { text: [standings[standing], ...(note === null ? [] : [note])].join('; '), value: standing },
      ],
    })),
  });
}

function numberedList(points: readonly FrontierPoint[]): string[] {
  return points.map(({ name, note }, index) => {
    const [shown = ''] = textLines(note === null ? name : `${name}: ${note}`, { width: width - 60, most: 1 });
    const y = plot.bottom + 58 + index * 20;
    return [
      svgText(String(index + 1), { x: 40, y, 'text-anchor': 'end', 'font-weight': 700 }),
      svgText(shown, { x: 52, y }),
    ].join('');
  });
}

/** Ends of an axis with some air, apart also where all is one. */
function spread(values: readonly number[], least: number): [number, number] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  if (low > high) return [0, 1];
  const air = Math.max(least, (high - low) * 0.08);
  return [low - air, high + air];
}

function mark({ x, y }: { x: number; y: number }, standing: FrontierPoint['standing']): string {
  const stroke = { stroke: '#12436d', 'stroke-width': 2 };
  if (standing === 'apart')
    return svgElement('rect', { x: x - 5.5, y: y - 5.5, width: 11, height: 11, fill: paper, stroke: quietInk, 'stroke-width': 2 });
  return svgElement('circle', { cx: x, cy: y, r: 6.5, fill: standing === 'frontier' ? '#12436d' : paper, ...stroke });
} // prettier-ignore

function labelMarks(
  { x, y, width: wide, lines, isLed }: PlacedLabel,
  place: { x: number; y: number } | undefined,
  note: string | null,
): string[] {
  const leader =
    isLed && place !== undefined
      ? [svgElement('line', { x1: place.x, y1: place.y, x2: Math.min(Math.max(place.x, x), x + wide), y2: place.y < y ? y + 2 : y + lines.length * lineHeight, stroke: quietInk, 'stroke-width': 0.75 })]
      : [];
  return [
    ...leader,
    ...lines.map((line, index) =>
      svgText(line, {
        x,
        y: y + 12 + index * lineHeight,
        fill: note !== null && index === lines.length - 1 ? quietInk : ink,
        stroke: paper,
        'stroke-width': 3,
        'paint-order': 'stroke',
      }),
    ),
  ];
} // prettier-ignore

function key(): string[] {
  const entries = [
    ['frontier', 'no other is as good for less', 14],
    ['dominated', 'another is as good, for less', 236],
    ['apart', 'shown, and no choice', 456],
  ] as const;
  return entries.flatMap(([standing, text, x]) => [
    mark({ x, y: 12 }, standing),
    svgText(text, { x: x + 14, y: 16, fill: quietInk }),
  ]);
}
