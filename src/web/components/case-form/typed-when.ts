import type { Timing } from '../../../domain/decisions/case-parts/money.ts';
import { percentText } from './typed-uncertain.ts';

/**
 * A financial year as people type it, in the form of the document: `2027/28`, `2027-2028` and `27-28` are 2027-28.
 * Any other text stays as it is.
 *
 * @example yearText('2027/28') // '2027-28'
 */
export function yearText(text: string): string {
  const [, from = '', to = ''] =
    /^(?:FY\s*)?(?:20)?(\d\d)\s*[-/–]\s*(?:20)?(\d\d)$/iu.exec(text.trim()) ?? [];
  return from === '' ? text.trim() : `20${from}-${to}`;
}

function isYear(text: string): boolean {
  return /^20\d\d-\d\d$/u.test(text);
}

/**
 * When something falls due, as people type it: one year; `2028-29 to 2033-34` for every year; or years with their
 * shares, `2027-28 40%, 2028-29 60%`. Null where it is none of these.
 *
 * @example readWhen('2028-29 to 2033-34') // { from: '2028-29', to: '2033-34' }
 */
export function readWhen(text: string): Timing | null {
  const once = yearText(text);
  if (isYear(once)) return { once };
  const span = text.split(/\s+(?:to|until|–)\s+/u).map(yearText);
  const [from = '', to = ''] = span;
  if (span.length === 2 && span.every(isYear)) return { from, to };
  const shares = text
    .split(/[,;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => /^(\S+?)\s*[: ]\s*(\d+(?:\.\d+)?)\s*%$/u.exec(part));
  const read = shares.map((found) => [yearText(found?.[1] ?? ''), Number(`${found?.[2] ?? ''}e-2`)] as const);
  const isRead = read.length > 0 && read.every(([year, share]) => isYear(year) && Number.isFinite(share));
  return isRead && new Set(read.map(([year]) => year)).size === read.length
    ? { shares: Object.fromEntries(read) }
    : null;
}

/**
 * When something falls due, as a form shows it and {@link readWhen} reads it back.
 *
 * @example whenText({ shares: { '2027-28': 0.4, '2028-29': 0.6 } }) // '2027-28 40%, 2028-29 60%'
 */
export function whenText(when: Timing): string {
  if ('once' in when) return when.once;
  if ('from' in when) return `${when.from} to ${when.to}`;
  return Object.entries(when.shares)
    .map(([year, share]) => `${year} ${percentText(share)}`)
    .join(', ');
}
