import { isObject, type JsonValue } from '../../../lib/json.ts';
import { isSameFigure } from './round-figures.ts';

/** A figure or text that two results don’t share; undefined where one has none. */
export type Difference = { path: string; recorded: JsonValue | undefined; now: JsonValue | undefined };

/** Members by which an item of a list is called, the first that it has. */
const labels = ['option', 'id', 'criterion', 'assessor', 'year', 'phase', 'component', 'method'];

/**
 * Where two results differ, figures by nine significant digits, everything else exactly.
 *
 * @returns at most so many differences, in the order of the first result; paths name items of lists by their option, id or year
 * @example compareResults({ cost: 1 }, { cost: 2 }) // [{ path: 'cost', recorded: 1, now: 2 }]
 */
export function compareResults(recorded: JsonValue, now: JsonValue, atMost = 20): Difference[] {
  const found: Difference[] = [];
  const visit = (one: JsonValue | undefined, other: JsonValue | undefined, path: string): void => {
    if (found.length >= atMost || isEqual(one, other)) return;
    if (Array.isArray(one) && Array.isArray(other)) {
      for (let index = 0; index < Math.max(one.length, other.length); index += 1)
        visit(one[index], other[index], `${path}[${labelOf(one[index] ?? other[index], index)}]`);
    } else if (isObject(one) && isObject(other)) {
      for (const key of new Set([...Object.keys(one), ...Object.keys(other)]))
        visit(one[key], other[key], path === '' ? key : `${path}.${key}`);
    } else found.push({ path, recorded: one, now: other });
  };
  visit(recorded, now, '');
  return found;
}

function isEqual(one: JsonValue | undefined, other: JsonValue | undefined): boolean {
  if (typeof one === 'number' && typeof other === 'number') return isSameFigure(one, other);
  return one === other;
}

function labelOf(item: JsonValue | undefined, index: number): string {
  if (!isObject(item)) return String(index);
  const label = labels.map((name) => item[name]).find((value) => typeof value === 'string');
  return typeof label === 'string' ? label : String(index);
}
