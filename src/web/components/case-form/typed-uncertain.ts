import type { Uncertain } from '../../../domain/decisions/case-parts/case-fields.ts';
import { numberText, readNumber } from './typed-number.ts';

/**
 * How much, as people type it: one figure; `low / likely / high`, with `triangular` behind it where that is meant;
 * `low / high`; `P10 5 / P90 9`; `mean 5 / sd 1`; or outcomes with their chances, `20% 0 / 80% 100`. Null where it is
 * none of these; whether low is below high is for the schema to say.
 *
 * @example readUncertain('400 / 520 / 900') // { low: 400, likely: 520, high: 900 }
 */
export function readUncertain(text: string): Uncertain | null {
  const isTriangular = /\btriangular\s*$/iu.test(text);
  const parts = text
    .replace(/\btriangular\s*$/iu, '')
    .split(/\s*\/\s*|\s+to\s+/u)
    .map((part) => part.trim());
  const [first = '', second = ''] = parts;
  if (parts.length === 2 && !isTriangular) {
    const percentiles = readNamed(first, 'p10', second, 'p90');
    if (percentiles !== null) return { p10: percentiles[0], p90: percentiles[1] };
    const normal = readNamed(first, 'mean', second, 'sd');
    if (normal !== null) return { mean: normal[0], sd: normal[1] };
  }
  const outcomes = parts.map(readOutcome);
  if (outcomes.every((one) => one !== null) && !isTriangular) return { oneOf: outcomes };
  const numbers = parts.map(readNumber);
  const [low = null, likely = null, high = null] = numbers;
  if (numbers.length === 1 && low !== null && !isTriangular) return low;
  if (numbers.length === 2 && low !== null && likely !== null && !isTriangular) return { low, high: likely };
  if (numbers.length === 3 && low !== null && likely !== null && high !== null)
    return { low, likely, high, ...(isTriangular && { shape: 'triangular' as const }) };
  return null;
}

function readNamed(
  first: string,
  firstName: string,
  second: string,
  secondName: string,
): [number, number] | null {
  const [one, other] = [numberAfter(first, firstName), numberAfter(second, secondName)];
  return one === null || other === null ? null : [one, other];
}

function numberAfter(text: string, name: string): number | null {
  return text.toLowerCase().startsWith(name) ? readNumber(text.slice(name.length)) : null;
}

/** `20% 0`, or `20% of 0`. */
function readOutcome(text: string): { value: number; probability: number } | null {
  const [, percent = '', rest = ''] = /^(\d+(?:\.\d+)?)\s*%\s*(?:of\s+)?(\S.*)$/u.exec(text) ?? [];
  const value = readNumber(rest);
  return percent === '' || value === null ? null : { value, probability: Number(`${percent}e-2`) };
}

/**
 * How much, as a form shows it and {@link readUncertain} reads it back.
 *
 * @example uncertainText({ p10: 5, p90: 9 }) // 'P10 5 / P90 9'
 */
export function uncertainText(value: Uncertain): string {
  if (typeof value === 'number') return numberText(value);
  const { low, likely, high, shape, p10, p90, mean, sd, oneOf } = value;
  if (low !== undefined && likely !== undefined && high !== undefined)
    return `${[low, likely, high].map(numberText).join(' / ')}${shape === 'triangular' ? ' triangular' : ''}`;
  if (low !== undefined && high !== undefined) return `${numberText(low)} / ${numberText(high)}`;
  if (p10 !== undefined && p90 !== undefined) return `P10 ${numberText(p10)} / P90 ${numberText(p90)}`;
  if (mean !== undefined && sd !== undefined) return `mean ${numberText(mean)} / sd ${numberText(sd)}`;
  return (oneOf ?? []).map((one) => `${percentText(one.probability)} ${numberText(one.value)}`).join(' / ');
}

/**
 * A share as per cent without the noise of binary fractions.
 *
 * @example percentText(0.07) // '7%'
 */
export function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(12))}%`;
}
