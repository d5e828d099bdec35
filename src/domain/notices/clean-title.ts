import { mendText } from './mend-text.ts';

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  ndash: '–',
  mdash: '—',
  rsquo: '’',
  lsquo: '‘',
  euro: '€',
};

/**
 * Free text as a person should read it: HTML entities decoded once, `<br/>` as a line break.
 * Other markup is left as it stands; pages escape it.
 *
 * @example cleanTitle('St James&#039; Place<br/>Phase 2') // "St James' Place\nPhase 2"
 */
export function cleanTitle(text: string | null): string | null {
  if (text === null) return null;
  let result = text;
  if (result.includes('&')) result = result.replaceAll(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,6});/gi, decode);
  if (result.includes('<')) result = result.replaceAll(/<br\s*\/?>/gi, '\n');
  const trimmed = result.trim();
  return trimmed === '' ? null : trimmed;
}

/**
 * A description or title as a person should read it: as `cleanTitle`, with lost line breaks and characters mended. Names
 * of organisations are not mended, since they join by their letters.
 *
 * @example cleanText('R&amp;D.rn10 robots') // 'R&D.\n10 robots'
 */
export function cleanText(text: string | null): string | null {
  return cleanTitle(text === null ? null : mendText(text));
}

function decode(whole: string, name: string): string {
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
  const code =
    name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = code > 31 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000);
  return isCharacter ? String.fromCodePoint(code) : ' ';
}
