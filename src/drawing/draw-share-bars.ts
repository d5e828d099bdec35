import { asDrawing, paper, ruleInk, type Drawing, type DrawingCaption } from './drawing.ts';
import { fillOf, surfaceFills } from './series-look.ts';
import { escapeXml, svgElement, svgText } from './svg-element.ts';
import { surfaceLegend } from './surface-legend.ts';
import { textLines, textWidth } from './text-size.ts';

/** Shares of one row, 0 to 1, in the order of the parts; together 1. */
export type ShareRow = { name: string; shares: readonly number[] };

/** What is drawn: how often each of several things holds, row by row. */
export type ShareBarsInput = DrawingCaption & {
  /** What the rows are, for the table. */
  head: string;
  parts: readonly string[];
  rows: readonly ShareRow[];
  share: (value: number) => string;
};

const width = 720;
const plot = { left: 210, right: width - 4 };
const rowHeight = 38;
/** What rounding may leave to 1. */
const rounded = 0.005;

/**
 * Bars of equal length, each divided by shares: rank acceptability, or which option is best at each price. Parts are named in a
 * list above, differ by surface as well as colour, and say their share where there is room.
 *
 * @throws RangeError where a row’s shares aren’t as many as the parts, or don’t add up to 1
 * @example drawShareBars({ id: 'r', title: 'R', description: '', head: 'Option', parts: ['1st', '2nd'], rows: [{ name: 'SaaS', shares: [0.7, 0.3] }], share: String }).table.heads // ['Option', '1st', '2nd']
 */
export function drawShareBars({ head, parts, rows, share, ...caption }: ShareBarsInput): Drawing {
  for (const { name, shares } of rows) {
    const sum = shares.reduce((total, value) => total + value, 0);
    if (
      shares.length !== parts.length ||
      !(Math.abs(sum - 1) <= rounded) ||
      shares.some((value) => value < 0)
    )
      throw new RangeError(`The shares of ${name} are one for each part and add up to 1, not to ${sum}.`);
  }
  const legend = surfaceLegend(caption.id, parts, { width });
  const top = legend.height + 6;
  const full = plot.right - plot.left;
  const marks = rows.flatMap(({ name, shares }, row) => {
    const y = top + row * rowHeight;
    const lines = textLines(name, { width: plot.left - 14, most: 2 });
    let x: number = plot.left;
    const segments = shares.flatMap((value, index) => {
      if (value === 0) return [];
      const [left, wide] = [x, value * full];
      x += wide;
      const text = share(value);
      const words = textWidth(text, 12) + 8;
      return [
        svgElement(
          'rect',
          { x: left, y: y + 4, width: wide, height: rowHeight - 10, fill: fillOf(caption.id, index), stroke: paper },
          svgElement('title', {}, escapeXml(`${name}, ${parts[index] ?? ''}: ${text}`)),
        ),
        ...(words + 6 > wide
          ? []
          : [
              svgElement('rect', { x: left + wide / 2 - words / 2, y: y + 10, width: words, height: 17, rx: 3, fill: paper }),
              svgText(text, { x: left + wide / 2, y: y + 23, 'text-anchor': 'middle', 'font-size': 12 }),
            ]),
      ];
    });
    return [
      ...lines.map((line, at) =>
        svgText(line, { x: plot.left - 10, y: y + rowHeight / 2 + 3 + (at - (lines.length - 1) / 2) * 15, 'text-anchor': 'end' }),
      ),
      ...segments,
      svgElement('rect', { x: plot.left, y: y + 4, width: full, height: rowHeight - 10, fill: 'none', stroke: ruleInk }),
    ];
  }); // prettier-ignore
  return asDrawing(
    caption,
    { width, height: top + rows.length * rowHeight + 6 },
    [surfaceFills(caption.id, parts.length), ...legend.marks, ...marks],
    {
      heads: [head, ...parts],
      rows: rows.map(({ name, shares }) => ({
        name,
        cells: shares.map((value) => ({ text: share(value), value })),
      })),
    },
  );
}
