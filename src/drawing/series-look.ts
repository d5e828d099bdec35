import { svgElement } from './svg-element.ts';

/**
 * Colours that stay apart for most who see colours differently, each at least 3 to 1 against white: the categorical palette of
 * the Government Analysis Function, “Data visualisation: colours in charts”.
 */
const colours = ['#12436d', '#28a197', '#801650', '#f46a25', '#3d3d3d', '#a285d1'] as const;

/** Strokes that tell lines of one colour apart: solid, dashed, dotted, and both. */
const dashes = [undefined, '8 4', '2 3', '8 3 2 3'] as const;

/** How one of several series is drawn: never by colour alone. */
export type SeriesLook = {
  colour: string;
  /** Pattern of a line; undefined for a solid one. */
  dash: string | undefined;
};

/**
 * How the series at a place is drawn. Lines differ by dash as soon as there are more than one, and again once colours repeat.
 *
 * @example seriesLook(0) // { colour: '#12436d', dash: undefined }
 */
export function seriesLook(index: number): SeriesLook {
  const turn = index + Math.floor(index / (colours.length * 2));
  return { colour: colours[index % colours.length] ?? colours[0], dash: dashes[turn % dashes.length] };
}

/** Kinds of surface, each told from its neighbours in black and white. */
const surfaces = ['plain', 'rising', 'dots', 'level', 'falling', 'grid'] as const;

/**
 * What the surfaces of a drawing are filled with, by the place of their series: to be put before what they fill.
 *
 * @param id of the drawing, so that patterns of two drawings on a page don’t meet
 * @example surfaceFills('ranks', 2) // '<defs><pattern id="ranks-fill-0" …'
 */
export function surfaceFills(id: string, count: number): string {
  return svgElement(
    'defs',
    {},
    Array.from({ length: count }, (_, index) => surface(`${id}-fill-${index}`, index)),
  );
}

/**
 * The fill of a series, as {@link surfaceFills} defines it.
 *
 * @example fillOf('ranks', 1) // 'url(#ranks-fill-1)'
 */
export function fillOf(id: string, index: number): string {
  return `url(#${id}-fill-${index})`;
}

function surface(name: string, index: number): string {
  const { colour } = seriesLook(index);
  // Once colours come round again, the ground changes sides with the figure.
  const kind = surfaces[(index + Math.floor(index / colours.length)) % surfaces.length] ?? 'plain';
  const ground = svgElement('rect', {
    width: 8,
    height: 8,
    fill: colour,
    'fill-opacity': kind === 'plain' ? 1 : 0.28,
  });
  const stroke = { stroke: colour, 'stroke-width': 2 };
  const figure = {
    plain: [],
    rising: [svgElement('path', { d: 'M-2 2L2 -2M0 8L8 0M6 10L10 6', ...stroke })],
    dots: [svgElement('circle', { cx: 4, cy: 4, r: 2, fill: colour })],
    level: [svgElement('path', { d: 'M0 4H8', ...stroke })],
    falling: [svgElement('path', { d: 'M-2 6L2 10M0 0L8 8M6 -2L10 2', ...stroke })],
    grid: [svgElement('path', { d: 'M0 4H8M4 0V8', stroke: colour, 'stroke-width': 1.5 })],
  }[kind];
  return svgElement('pattern', { id: name, width: 8, height: 8, patternUnits: 'userSpaceOnUse' }, [
    ground,
    ...figure,
  ]);
}
