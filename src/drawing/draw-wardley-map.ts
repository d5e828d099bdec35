import { asDrawing, ink, paper, quietInk, ruleInk, type Drawing, type DrawingCaption } from './drawing.ts';
import { placeLabels, type PlacedLabel } from './place-labels.ts';
import { pathOf, svgElement, svgText } from './svg-element.ts';
import { textLines } from './text-size.ts';

/** How a part is got; null where nothing is said. */
export type WardleyMark = 'build' | 'buy' | 'outsource' | null;

/** One part of a map. */
export type WardleyPoint = {
  name: string;
  /** 0 out of sight to 1 in the user’s hands. */
  visibility: number;
  /** Place on the evolution axis, 0 genesis to 1 commodity. */
  evolution: number;
  /** Where it is going; null where nobody says. */
  evolvesTo: number | null;
  mark: WardleyMark;
  /** Stage of evolution in words, for the table. */
  stage: string;
  /** Places of the parts that it needs. */
  needs: readonly number[];
};

/** What is drawn. */
export type WardleyMapInput = DrawingCaption & {
  points: readonly WardleyPoint[];
  /** Stages of the evolution axis from the left, each with where it ends. */
  stages: readonly { name: string; to: number }[];
};

const width = 960;
const plot = { left: 40, right: width - 16, top: 46, bottom: 596 };
const lineHeight = 14;
const size = 12;
const markNames: Readonly<Record<'build' | 'buy' | 'outsource', string>> = {
  build: 'build',
  buy: 'buy',
  outsource: 'outsource',
};

/**
 * A Wardley map: parts by how far they have evolved and how near they are to the user, with what needs what, where parts are
 * going, and how each is got. Names stand where they cover least.
 *
 * @throws RangeError where a place is no number from 0 to 1
 * @example drawWardleyMap({ id: 'map', title: 'Map', description: '', points: [], stages: [] }).height // 640
 */
export function drawWardleyMap({ points, stages, ...caption }: WardleyMapInput): Drawing {
  for (const { name, visibility, evolution, evolvesTo } of points)
    if (![visibility, evolution, evolvesTo ?? 0].every((place) => place >= 0 && place <= 1))
      throw new RangeError(`The place of ${name} on the map is from 0 to 1.`);
  const across = (evolution: number): number => plot.left + 10 + evolution * (plot.right - plot.left - 20);
  const up = (visibility: number): number => plot.bottom - 10 - visibility * (plot.bottom - plot.top - 20);
  const places = points.map(({ evolution, visibility }) => ({ x: across(evolution), y: up(visibility) }));
  const links = points.flatMap(({ needs }, from) =>
    needs.flatMap((to) => {
      const [one, other] = [places[from], places[to]];
      return one === undefined || other === undefined
        ? []
        : [{ x1: one.x, y1: one.y, x2: other.x, y2: other.y }];
    }),
  );
  const labels = placeLabels(
    places.map((place, index) => ({
      ...place,
      lines: textLines(points[index]?.name ?? '', { width: 150, most: 2, size }),
    })),
    { ...plot, size, lineHeight, lines: links },
  );
  const marks = [
    ...axes(stages, across),
    ...links.map((link) => svgElement('line', { ...link, stroke: quietInk, 'stroke-width': 1 })),
    ...points.flatMap(({ evolvesTo }, index) => evolveArrow(places[index], evolvesTo, across)),
    ...points.map(({ mark }, index) => pointMark(places[index] ?? { x: 0, y: 0 }, mark)),
    ...labels.flatMap((label, index) => nameMarks(label, places[index])),
    ...legend(points),
  ];
  return asDrawing(caption, { width, height: plot.bottom + 44 }, marks, {
    heads: ['Part', 'Stage', 'Evolution', 'Visibility', 'Going to', 'How it is got', 'Needs'],
    rows: points.map(({ name, stage, evolution, visibility, evolvesTo, mark, needs }) => ({
      name,
      cells: [
        { text: stage, value: stage },
        decimal(evolution),
        decimal(visibility),
        evolvesTo === null ? { text: '', value: null } : decimal(evolvesTo),
        { text: mark ?? 'not marked', value: mark },
        named(needs.flatMap((to) => points[to]?.name ?? [])),
      ],
    })),
  });
}

const decimal = (value: number): { text: string; value: number } => ({
  text: String(Math.round(value * 100) / 100),
  value,
});

const named = (names: readonly string[]): { text: string; value: string } => ({
  text: names.length === 0 ? 'nothing here' : names.join(', '),
  value: names.join('; '),
});

function axes(stages: WardleyMapInput['stages'], across: (evolution: number) => number): string[] {
  const edge = { stroke: ink, 'stroke-width': 1.5 };
  return [
    svgElement('line', { x1: plot.left, x2: plot.right, y1: plot.bottom, y2: plot.bottom, ...edge }),
    svgElement('line', { x1: plot.left, x2: plot.left, y1: plot.top, y2: plot.bottom, ...edge }),
    ...stages.flatMap(({ name, to }, index) => {
      const from = stages[index - 1]?.to ?? 0;
      return [
        ...(index === stages.length - 1
          ? []
          : [svgElement('line', { x1: across(to), x2: across(to), y1: plot.top, y2: plot.bottom, stroke: ruleInk, 'stroke-dasharray': '3 4' })]),
        svgText(name, { x: across(from) + 2, y: plot.bottom + 18, fill: quietInk }),
      ];
    }),
    svgText('Evolution →', { x: plot.right, y: plot.bottom + 36, 'text-anchor': 'end', fill: quietInk }),
    svgText('Seen by users →', { x: 0, y: 0, 'text-anchor': 'end', fill: quietInk, transform: `translate(${plot.left - 12} ${plot.top}) rotate(-90)` }),
  ];
} // prettier-ignore

/** Each way of getting a part has a shape of its own. */
function pointMark({ x, y }: { x: number; y: number }, mark: WardleyMark): string {
  const stroke = { stroke: ink, 'stroke-width': 1.75 };
  if (mark === 'build') return svgElement('rect', { x: x - 6, y: y - 6, width: 12, height: 12, fill: '#28a197', ...stroke });
  if (mark === 'buy') return svgElement('circle', { cx: x, cy: y, r: 6.5, fill: '#12436d', ...stroke });
  if (mark === 'outsource')
    return svgElement('path', { d: `${pathOf([[x, y - 8], [x + 8, y], [x, y + 8], [x - 8, y]])}Z`, fill: '#f46a25', ...stroke });
  return svgElement('circle', { cx: x, cy: y, r: 6, fill: paper, ...stroke });
} // prettier-ignore

function evolveArrow(
  place: { x: number; y: number } | undefined,
  evolvesTo: number | null,
  across: (evolution: number) => number,
): string[] {
  if (place === undefined || evolvesTo === null) return [];
  const [from, to, y] = [place.x, across(evolvesTo), place.y];
  const back = to > from ? -7 : 7;
  return [
    svgElement('path', { d: pathOf([[from, y], [to, y]]), stroke: '#801650', 'stroke-width': 1.75, 'stroke-dasharray': '5 3', fill: 'none' }),
    svgElement('path', { d: `${pathOf([[to, y], [to + back, y - 4], [to + back, y + 4]])}Z`, fill: '#801650' }),
  ];
} // prettier-ignore

function nameMarks({ x, y, width: wide, height, lines, isLed }: PlacedLabel, place: { x: number; y: number } | undefined): string[] {
  const leader =
    isLed && place !== undefined
      ? [svgElement('line', { x1: place.x, y1: place.y, x2: Math.min(Math.max(place.x, x), x + wide), y2: Math.min(Math.max(place.y, y), y + height), stroke: ruleInk, 'stroke-width': 1 })]
      : [];
  return [
    ...leader,
    ...lines.map((line, index) =>
      svgText(line, { x, y: y + 11 + index * lineHeight, 'font-size': size, stroke: paper, 'stroke-width': 3, 'paint-order': 'stroke' }),
    ),
  ];
} // prettier-ignore

function legend(points: readonly WardleyPoint[]): string[] {
  const used = (['build', 'buy', 'outsource', null] as const).filter((mark) => points.some((one) => one.mark === mark));
  if (used.length === 1 && used[0] === null) return [];
  return used.flatMap((mark, index) => [
    pointMark({ x: plot.left + 10 + index * 130, y: 18 }, mark),
    svgText(mark === null ? 'not marked' : markNames[mark], { x: plot.left + 24 + index * 130, y: 22, fill: quietInk }),
  ]);
} // prettier-ignore
