/** How a part of a map is meant to be got, as the map’s text marks it. */
export const mapMethods = ['build', 'buy', 'outsource'] as const;
export type MapMethod = (typeof mapMethods)[number];

/** A line of a map’s text, from 1, without comments. */
export type NumberedLine = { number: number; text: string };

const decimal = String.raw`-?\d*\.?\d+`;
const bracket = new RegExp(String.raw`\[\s*(?:(${decimal})\s*,\s*)?(${decimal})\s*\]`, 'u');

/**
 * Lines that say something: comments, to the end of a line or over several, and empty lines are left out.
 *
 * @example withoutComments('// old\ntitle Tea // shop') // [{ number: 2, text: 'title Tea' }]
 */
export function withoutComments(text: string): NumberedLine[] {
  // Comments over several lines leave their line breaks, so that numbers stay.
  const open = text.replaceAll(/\/\*[\s\S]*?(?:\*\/|$)/gu, (comment) => comment.replaceAll(/[^\r\n]/gu, ''));
  return open
    .split(/\r\n|\r|\n/u)
    .map((line, index) => ({
      number: index + 1,
      // An address such as url x [https://…] holds two slashes that begin no comment.
      text: line.replace(/(?:^|(?<=\s))\/\/.*$/u, '').trim(),
    }))
    .filter((line) => line.text !== '');
}

/**
 * The word that a statement begins with, and what follows it.
 *
 * @example statementIn('component Hot Water [0.5, 0.8]') // { word: 'component', rest: 'Hot Water [0.5, 0.8]' }
 */
export function statementIn(line: string): { word: string; rest: string } {
  const word = /^[a-z-]+(?=\s|$)/u.exec(line)?.[0] ?? '';
  return { word, rest: line.slice(word.length).trim() };
}

/** Whether a word marks how something is got. @example isMethod('buy') // true */
export function isMethod(word: string): word is MapMethod {
  return mapMethods.some((method) => method === word);
}

/** Two numbers in brackets, or one: then the first is null. */
export type Place = { first: number | null; second: number; start: number; end: number; isMoved: boolean };

/**
 * The first brackets with one or two numbers, put within 0 to 1.
 *
 * @example findPlace('Kettle [0.43, 1.5]')?.isMoved // true
 */
export function findPlace(rest: string): Place | null {
  const found = bracket.exec(rest);
  if (found === null) return null;
  const given = [found[1], found[2]].flatMap((text) => (text === undefined ? [] : [Number(text)]));
  const isMoved = given.some((value) => value < 0 || value > 1);
  // The brackets of a label are pixels; a name may end with that word as well.
  if (isMoved && /\blabel\s*$/u.test(rest.slice(0, found.index))) return null;
  const [one = 0, two = one] = given.map((value) => Math.min(1, Math.max(0, value)));
  return {
    first: given.length === 2 ? one : null,
    second: two,
    start: found.index,
    end: found.index + found[0].length,
    isMoved,
  };
}

/**
 * The name at the head of a declaration: all before its place, or before marks and labels where it has none.
 *
 * @example nameIn('Hot Water [0.52, 0.8] label [3, 4]') // 'Hot Water'
 */
export function nameIn(rest: string): string {
  const place = findPlace(rest);
  if (place !== null) return unquoted(rest.slice(0, place.start));
  const bare = rest
    .replace(/\s+label\s*\[.*$/u, '')
    .replace(/\s+evolve\s+\d*\.?\d+\s*$/u, '')
    .replace(/(?:\s+inertia|\s*\((?:build|buy|outsource|market|ecosystem)\))+\s*$/u, '');
  return unquoted(bare);
}

function unquoted(name: string): string {
  return name.trim().replace(/^"(.*)"$/u, '$1');
}
