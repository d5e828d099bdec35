import type { JsonValue } from '../../../lib/json.ts';

/** Significant digits that a record keeps of a figure. */
const digitsKept = 9;

/** What is nearer to nothing than this, in pounds, points or shares, is nothing. */
const nothingBelow = 1e-9;

/**
 * A figure to nine significant digits. The last bits of a computed number differ between kinds of processor; nine digits
 * don’t, so that the same case gives the same record on every machine.
 *
 * @example roundFigure(14_235_924.385344442) // 14235924.4
 */
export function roundFigure(figure: number): number {
  return Math.abs(figure) < nothingBelow ? 0 : Number(figure.toPrecision(digitsKept));
}

/**
 * JSON with every number to nine significant digits.
 *
 * @example roundFigures({ share: 1 / 3 }) // { share: 0.333333333 }
 */
export function roundFigures(value: JsonValue): JsonValue {
  if (typeof value === 'number') return roundFigure(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(roundFigures);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, roundFigures(member)]));
}

/**
 * Whether two figures are the same to nine significant digits: a number that lies on the edge between two roundings may
 * have gone either way, so one unit of the ninth digit is no difference.
 *
 * @example isSameFigure(0.333333333, 0.333333334) // true
 */
export function isSameFigure(one: number, other: number): boolean {
  const [first, second] = [roundFigure(one), roundFigure(other)];
  if (first === second) return true;
  const larger = Math.max(Math.abs(first), Math.abs(second));
  const unit = Math.max(nothingBelow, 10 ** (Math.floor(Math.log10(larger)) - (digitsKept - 1)));
  return Math.abs(first - second) <= unit * 1.001;
}
