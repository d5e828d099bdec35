import { editDistance } from '../organisations/name-likeness.ts';

/** Words that say nothing of what is bought, or only what kind of notice it is. */
const empty = new Set([
  'a', 'an', 'and', 'at', 'award', 'awarded', 'by', 'cf', 'contract', 'for', 'from', 'in', 'notice', 'of', 'on', 'opportunity',
  'or', 'procurement', 'provision', 'ref', 'reference', 'supply', 'tender', 'the', 'to', 'uk', 'with',
]); // prettier-ignore

/**
 * The words by which titles are compared: without small words, numbers of projects and punctuation.
 *
 * @example titleWordsOf('DN712345 - Provision of Cloud Hosting (Phase 2) - AWARD') // ['cloud', 'hosting', 'phase', '2']
 */
export function titleWordsOf(title: string): string[] {
  return title
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/gu, '')
    .replaceAll(/(?:[a-z]+[-_/]?)?\d{5,}/gu, ' ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !empty.has(word) && !isProjectNumber(word));
}

/** `dn712345`, `rm60592`, `20221209153947`: letters and digits mixed, or more digits than a year has. */
function isProjectNumber(word: string): boolean {
  return /\d{5}/u.test(word) || (/[a-z]/u.test(word) && /\d{3}/u.test(word));
}

/**
 * How alike two titles are, 0 to 1: the share of letters that stay when one is typed into the other, or of words that both
 * have, whichever is more. 0 where one of them has no words.
 *
 * @example titleLikeness('Supply of Laptops', 'LAPTOPS - Contract Award') // 1
 */
export function titleLikeness(one: string, other: string): number {
  const [ones, others] = [titleWordsOf(one), titleWordsOf(other)];
  if (ones.length === 0 || others.length === 0) return 0;
  const shared = new Set(ones.filter((word) => others.includes(word))).size;
  const byWords = (2 * shared) / (new Set(ones).size + new Set(others).size);
  const [a, b] = [ones.join('').slice(0, 200), others.join('').slice(0, 200)];
  const longest = Math.max(a.length, b.length);
  const most = Math.floor(0.4 * longest);
  const steps = editDistance(a, b, most);
  return Math.max(byWords, steps > most ? 0 : 1 - steps / longest);
}
