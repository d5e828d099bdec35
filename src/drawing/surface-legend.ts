import { ink, quietInk } from './drawing.ts';
import { fillOf } from './series-look.ts';
import { svgElement, svgText } from './svg-element.ts';
import { textLines, textWidth } from './text-size.ts';

/** Where a key and its word stand: left end, and the line on which the word stands. */
type Entry = (x: number, y: number) => string;

/**
 * The names of surfaces in rows, each beside a piece of its own; under them, where wanted, a stroke with its name.
 *
 * @param id of the drawing whose fills they are
 * @param room width of the rows, and what a stroke stands for
 * @returns marks, and how high they are: 0 without any
 * @example surfaceLegend('years', ['Build', 'Run'], { width: 720 }).height // 32
 */
export function surfaceLegend(
  id: string,
  names: readonly string[],
  { width, stroke = null }: { width: number; stroke?: string | null },
): { marks: string[]; height: number } {
  let [x, y] = [0, 18];
  const place = (name: string, key: Entry): string[] => {
    const [shown = ''] = textLines(name, { width: 320, most: 1 });
    const wide = 22 + textWidth(shown) + 18;
    if (x > 0 && x + wide > width) [x, y] = [0, y + 22];
    const marks = [key(x, y), svgText(shown, { x: x + 22, y })];
    x += wide;
    return marks;
  };
  const marks = names.flatMap((name, index) =>
    place(name, (left, base) =>
      svgElement('rect', {
        x: left, y: base - 12, width: 16, height: 14, fill: fillOf(id, index), stroke: quietInk, 'stroke-width': 0.5,
      }),
    ),
  ); // prettier-ignore
  if (stroke !== null)
    marks.push(
      ...place(stroke, (left, base) =>
        svgElement('line', {
          x1: left,
          x2: left + 16,
          y1: base - 5,
          y2: base - 5,
          stroke: ink,
          'stroke-width': 2.5,
        }),
      ),
    );
  return { marks, height: marks.length === 0 ? 0 : y + 14 };
}
