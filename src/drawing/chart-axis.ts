import { quietInk, ruleInk } from './drawing.ts';
import { svgElement, svgText } from './svg-element.ts';

/** A scale as d3-scale gives it: from a quantity to a place, with round numbers to write. */
export type AxisScale = { (value: number): number; ticks(count?: number): number[] };

/**
 * Rules across a drawing at round quantities, with what they are at the left.
 *
 * @param span ends of the rules, in units of the drawing
 * @param write what stands at a rule
 * @example levelRules(scale, { left: 60, right: 700 }, { count: 4, write: (value) => `£${value}` })
 */
export function levelRules(
  scale: AxisScale,
  { left, right }: { left: number; right: number },
  { count, write }: { count: number; write: (value: number) => string },
): string[] {
  return scale.ticks(count).flatMap((value) => {
    const y = scale(value);
    return [
      svgElement('line', { x1: left, x2: right, y1: y, y2: y, stroke: value === 0 ? quietInk : ruleInk }),
      svgText(write(value), { x: left - 8, y: y + 4, 'text-anchor': 'end', fill: quietInk }),
    ];
  });
}

/**
 * Rules down a drawing at round quantities, with what they are below.
 *
 * @param span ends of the rules, in units of the drawing
 * @param write what stands at a rule
 * @example uprightRules(scale, { top: 10, bottom: 300 }, { count: 5, write: (value) => `£${value}` })
 */
export function uprightRules(
  scale: AxisScale,
  { top, bottom }: { top: number; bottom: number },
  { count, write }: { count: number; write: (value: number) => string },
): string[] {
  return scale.ticks(count).flatMap((value) => {
    const x = scale(value);
    return [
      svgElement('line', { x1: x, x2: x, y1: top, y2: bottom, stroke: value === 0 ? quietInk : ruleInk }),
      svgText(write(value), { x, y: bottom + 18, 'text-anchor': 'middle', fill: quietInk }),
    ];
  });
}
