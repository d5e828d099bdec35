import { boundedKey } from '../../lib/bounded-key.ts';
import { remember } from '../../lib/remember.ts';
import { numberBehindName } from './normalise-identifier.ts';

/** Legal forms in their one spelling; a name keeps its form, since "X Ltd" and "X LLP" are different bodies. */
const forms: Readonly<Record<string, string>> = {
  limited: 'ltd',
  ltd: 'ltd',
  cyfyngedig: 'ltd',
  cyf: 'ltd',
  plc: 'plc',
  llp: 'llp',
  lp: 'lp',
  cic: 'cic',
  incorporated: 'inc',
  inc: 'inc',
  corporation: 'corp',
  company: 'co',
  'public limited company': 'plc',
};

/**
 * A name for comparison: two spellings of one name give the same key.
 *
 * Case, accents (also on Welsh ŵ and ŷ), punctuation and spaces fall away; & is and; "the" at either end, what
 * follows "t/a" or "trading as", and bracketed remarks fall away, but a bracketed place stays; Limited is ltd, Public Limited Company plc, Community Interest Company
 * cic. The legal form stays: without it "Alpha Ltd" and "Alpha LLP" would be one. A key has at most 400 characters: a
 * longer one is cut and ends in a hash of the whole.
 *
 * @example normaliseName('The Møller & Sons (UK) Limited t/a Fast Boats') // 'moller and sons uk ltd'
 */
export function normaliseName(name: string): string {
  return keyOf(name);
}

const keyOf = remember(toKey);

function toKey(name: string): string {
  const plain = name
    .replace(numberBehindName, '')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('ß', 'ss')
    .replaceAll('æ', 'ae')
    .replaceAll('œ', 'oe')
    .replaceAll('ł', 'l')
    .replaceAll(/&(?:amp;)?/g, ' and ')
    .replaceAll('+', ' and ')
    .replaceAll(/['’‘`´]/g, '');
  const registered = plain.split(tradingAs, 1)[0] ?? plain;
  const words = (/[\p{L}\p{N}]/u.test(registered) ? registered : plain)
    .replaceAll(/\bpublic limited company\b/g, 'plc')
    .replaceAll(/\bcommunity interest company\b/g, 'cic')
    .replaceAll(/\bc\.?\s?i\.?\s?c\.?(?=$|[^\p{L}\p{N}])/gu, 'cic')
    .replaceAll(/\b([lp])\.\s?([lt])\.\s?([cdp])\b\.?/g, '$1$2$3')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
  while (words.length > 1 && words[0] === 'the') words.shift();
  while (words.length > 1 && words.at(-1) === 'the') words.pop();
  const last = words.at(-1);
  if (last !== undefined && words.length > 1) words[words.length - 1] = forms[last] ?? last;
  // "X Co Limited" and "X Company Ltd".
  return boundedKey(words.map((word, index) => (index > 0 && word === 'company' ? 'co' : word)).join(' '));
}

/** "TA" counts behind a legal form only: elsewhere it is somebody's initials. */
const tradingAs =
  /\b(?:t\/a|t\/as|d\/b\/a|dba|trading as|trading under the name)\b|(?<=\b(?:ltd|limited|plc|llp|cic)\b\.?)\s+ta\b/;

/**
 * The name that a firm trades under, where a name gives both; else null.
 *
 * @example tradingNameOf('Runtime Collective Limited t/a Brandwatch') // 'Brandwatch'
 */
export function tradingNameOf(name: string): string | null {
  const found = tradingAs.exec(name.toLowerCase());
  if (found === null) return null;
  const trading = name.slice(found.index + found[0].length).replaceAll(/^[\s:.,-]+|[\s).,]+$/g, '');
  return /\p{L}{2}/u.test(trading) ? trading : null;
}

/**
 * The parts of a bilingual name, `Welsh / English`: either may stand alone elsewhere.
 *
 * @example bilingualNames('Llywodraeth Cymru / Welsh Government') // ['Llywodraeth Cymru', 'Welsh Government']
 */
export function bilingualNames(name: string): string[] {
  const parts = name.split(/\s+[/|]\s+/).map((part) => part.trim());
  const isPair = parts.length === 2 && parts.every((part) => part.includes(' ') && part.length > 5);
  return isPair && parts.some((part) => welshWords.test(part)) ? parts : [name];
}

const welshWords =
  /\b(cyngor|llywodraeth|cymru|bwrdd|prifysgol|iechyd|heddlu|awdurdod|coleg|ysgol|gwasanaeth|gwasanaethau|tai|sir|dinas|bwrdeistref|cyfoeth|amgueddfa|llyfrgell|comisiynydd)\b/i;
