import { escapeXml, svgElement } from './svg-element.ts';

/** One figure of a table: as it is read, and as it is counted with. */
export type DrawingCell = { text: string; value: number | string | null };

/** The figures that a drawing shows; the first head stands over the names of the rows. */
export type DrawingTable = {
  heads: readonly string[];
  rows: readonly { name: string; cells: readonly DrawingCell[] }[];
};

/** What a drawing is called and says, in words. */
export type DrawingCaption = {
  /** Unique on the page: a letter, then letters, digits and hyphens. */
  id: string;
  title: string;
  /** What is to be seen, for those who don’t see it. */
  description: string;
};

/** A drawing: a whole SVG file, which may stand within a page as well, its words, and the figures it shows as a table. */
export type Drawing = DrawingCaption & { svg: string; width: number; height: number; table: DrawingTable };

/** Type that every machine has; a page may set its own. */
const fonts = 'Arial, Helvetica, sans-serif';

/**
 * Marks with their frame: name and description for those who listen, a white ground for print and other programs.
 *
 * @param marks text of elements, drawn in their order
 * @throws RangeError where the id can’t be one, or the size is none
 * @example asDrawing({ id: 'a', title: 'A', description: 'B' }, { width: 10, height: 10 }, ['<circle r="1"/>'], { heads: [], rows: [] }).svg // '<svg xmlns=…'
 */
export function asDrawing(
  caption: DrawingCaption,
  { width, height }: { width: number; height: number },
  marks: readonly string[],
  table: DrawingTable,
): Drawing {
  const { id, title, description } = caption;
  if (!/^[a-z][a-z0-9-]*$/iu.test(id)) throw new RangeError(`“${id}” can’t be the id of a drawing.`);
  if (!(width > 0 && height > 0)) throw new RangeError('A drawing has a width and a height above 0.');
  const svg = svgElement(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${Math.ceil(width)} ${Math.ceil(height)}`,
      width: Math.ceil(width),
      height: Math.ceil(height),
      role: 'img',
      'aria-labelledby': `${id}-name ${id}-words`,
      'font-family': fonts,
      'font-size': 13,
      fill: ink,
    },
    [
      svgElement('title', { id: `${id}-name` }, escapeXml(title)),
      svgElement('desc', { id: `${id}-words` }, escapeXml(description)),
      svgElement('rect', { width: Math.ceil(width), height: Math.ceil(height), fill: paper }),
      ...marks,
    ],
  );
  return { ...caption, svg, width: Math.ceil(width), height: Math.ceil(height), table };
}

/** Text and ground of every drawing, and lines that stand back. */
export const ink = '#0b0c0c';
export const paper = '#ffffff';
export const quietInk = '#484949';
export const ruleInk = '#c8d2d5';
