import { decodeText } from '../lib/decode-text.ts';
import type { JsonValue } from '../lib/json.ts';

/**
 * What the reader mended:
 * `number` a number outside the range of JSON software (`1e9999`, `Infinity`, `NaN`) · `encoding` a byte that is not
 * UTF-8, read as Latin-1 · `nul` a NUL character, removed · `surrogate` half of a character, replaced by U+FFFD ·
 * `byte-order-mark` at the beginning of the input, removed.
 */
export type RepairKind = 'number' | 'encoding' | 'nul' | 'surrogate' | 'byte-order-mark';
export type Repair = { kind: RepairKind; count: number };

/** A JSON text and its value, or one clause on why it is none. */
export type ParsedJson = { value: JsonValue; text: string; repairs: Repair[] } | { fault: string };

/** What stands in for a number that is too large: what the reference reads for 1e9999. */
export const largestAmount = 9_999_999;

/**
 * Parses one JSON text, mending what publishers are known to get wrong; every repair is listed.
 *
 * @example parseJson(Buffer.from('{"a":1e9999}')) // { value: { a: 9999999 }, text: '{"a":9999999}', repairs: [{ kind: 'number', count: 1 }] }
 */
export function parseJson(bytes: Uint8Array): ParsedJson {
  const decoded = decodeText(bytes);
  const repairs: Repair[] = decoded.repaired > 0 ? [{ kind: 'encoding', count: decoded.repaired }] : [];
  const first = tryParse(decoded.text);
  if (first.value !== undefined && !hasDoubtfulEscape(decoded.text)) {
    const numbers = isHarmless(decoded.text) ? 'finite' : checkNumbers(first.value, 0);
    if (numbers === 'finite') return { value: first.value, text: decoded.text, repairs };
    if (numbers === 'too deep') return { fault: `it is nested more than ${deepest} deep` };
  }
  const mended = mend(decoded.text);
  const second = tryParse(mended.text);
  if (second.value === undefined) return { fault: first.fault ?? second.fault ?? 'invalid JSON' };
  if (checkNumbers(second.value, 0) === 'too deep')
    return { fault: `it is nested more than ${deepest} deep` };
  return { value: second.value, text: mended.text, repairs: [...repairs, ...mended.repairs] };
}

function tryParse(text: string): { value?: JsonValue; fault?: string } {
  try {
    const value: JsonValue = JSON.parse(text);
    return { value };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : 'invalid JSON' };
  }
}

/** A NUL or a surrogate written as an escape; most texts have no `\u` at all, so that this costs one search. */
function hasDoubtfulEscape(text: string): boolean {
  return text.includes('\\u') && /\\u(?:0000|[dD][89a-fA-F])/.test(text);
}

/** Beyond this a value is an attack on the stack rather than a release; the standard needs about ten levels. */
const deepest = 1000;

/**
 * Whether a text has no number that can be out of range (an exponent of two digits, or digits by the hundred) and too few
 * brackets to be nested too deep: nearly every release, for which walking its value is spared.
 */
function isHarmless(text: string): boolean {
  return !/\d[eE]\+?\d\d|\d{200}/.test(text) && countOf(text, '{') + countOf(text, '[') <= deepest;
}

function countOf(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}

/** Whether every number in a value is finite, and the value no deeper than anything that walks it can bear. */
function checkNumbers(value: JsonValue, depth: number): 'finite' | 'infinite' | 'too deep' {
  if (typeof value === 'number') return Number.isFinite(value) ? 'finite' : 'infinite';
  if (typeof value !== 'object' || value === null) return 'finite';
  if (depth === deepest) return 'too deep';
  if (Array.isArray(value)) {
    for (const entry of value) {
      const found = checkNumbers(entry, depth + 1);
      if (found !== 'finite') return found;
    }
    return 'finite';
  }
  for (const key in value) {
    const found = checkNumbers(value[key] ?? null, depth + 1);
    if (found !== 'finite') return found;
  }
  return 'finite';
}

/** A string, a number, or a word that other languages print for numbers. */
const tokens = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|-?Infinity|NaN/gs;
/** An escape; surrogates that belong together are one. */
const escapes = /\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\./gs;

function mend(text: string): { text: string; repairs: Repair[] } {
  const counts: Record<RepairKind, number> = {
    number: 0,
    encoding: 0,
    nul: 0,
    surrogate: 0,
    'byte-order-mark': 0,
  };
  const withoutNul = text.replaceAll('\u0000', () => {
    counts.nul += 1;
    return '';
  });
  const mended = withoutNul.replaceAll(tokens, (token) =>
    token.startsWith('"') ? mendString(token, counts) : mendNumber(token, counts),
  );
  const repairs: Repair[] = [];
  for (const kind of ['number', 'nul', 'surrogate'] as const) {
    if (counts[kind] > 0) repairs.push({ kind, count: counts[kind] });
  }
  return { text: mended, repairs };
}

function mendString(token: string, counts: Record<RepairKind, number>): string {
  if (!token.includes('\\u')) return token;
  return token.replaceAll(escapes, (escape) => {
    if (escape.length !== 6) return escape;
    const code = Number.parseInt(escape.slice(2), 16);
    if (code === 0) {
      counts.nul += 1;
      return '';
    }
    if (code < 0xd800 || code > 0xdfff) return escape;
    counts.surrogate += 1;
    return '\\ufffd';
  });
}

function mendNumber(token: string, counts: Record<RepairKind, number>): string {
  if (token !== 'NaN' && Number.isFinite(Number(token))) return token;
  if (token !== 'NaN' && Number.isNaN(Number(token))) return token;
  counts.number += 1;
  if (token === 'NaN') return 'null';
  return token.startsWith('-') ? `-${largestAmount}` : String(largestAmount);
}

const words: Readonly<Record<RepairKind, (count: number) => string>> = {
  number: (count) => `${count} number${plural(count)} out of range read as ${largestAmount} (NaN as null)`,
  encoding: (count) =>
    `${count} byte${plural(count)} that ${count === 1 ? 'is' : 'are'} not UTF-8 read as Latin-1`,
  nul: (count) => `${count} NUL character${plural(count)} removed`,
  surrogate: (count) => `${count} half character${plural(count)} replaced by U+FFFD`,
  'byte-order-mark': () => 'byte order mark removed',
};

/**
 * A repair as a clause.
 *
 * @example describeRepair({ kind: 'nul', count: 2 }) // '2 NUL characters removed'
 */
export function describeRepair({ kind, count }: Repair): string {
  return words[kind](count);
}

function plural(count: number): string {
  return count === 1 ? '' : 's';
}
