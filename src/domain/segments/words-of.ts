/** How single words are written in the lexicon where notices write them otherwise: `wifi` → `wi`, `fi`. */
export type Spellings = ReadonlyMap<string, readonly string[]>;

/** "IT" is a technology only in capitals; in small letters it is the commonest of words. */
const informationTechnology = /\bI\.?T\b\.?(?!['’])|\bIM&T\b/gu;
/** Plurals that aren't made with s, and short forms that end in s without being plurals. */
const unchanged = new Set([
  'saas',
  'paas',
  'iaas',
  'baas',
  'daas',
  'ccaas',
  'ucaas',
  'ipaas',
  'draas',
  'naas',
]);

/**
 * The words of a text as they are compared: lower case without accents, singular, British spelling, hyphens as spaces,
 * "e-" joined to its word, "IT" as "ict".
 *
 * @param spellings single words that are written otherwise here
 * @example wordsOf('IT Support & e-Learning for Schools', new Map()) // ['ict', 'support', 'and', 'elearning', 'for', 'school']
 */
export function wordsOf(text: string, spellings: Spellings): string[] {
  const plain = /[^ -~]/u.test(text) ? text.normalize('NFKD').replaceAll(/\p{M}/gu, '') : text;
  const found = plain
    .replaceAll(informationTechnology, ' ICT ')
    .replaceAll('&', ' and ')
    .toLowerCase()
    .replaceAll(/['’]s\b/gu, '')
    .match(/[a-z0-9]+/gu);
  if (found === null) return [];
  const kept = keptFor(spellings);
  const words: string[] = [];
  for (let index = 0; index < found.length; index += 1) {
    const word = found[index] ?? '';
    const next = found[index + 1];
    if (word === 'e' && next !== undefined && next.length > 2 && next !== 'and') {
      words.push(...spelt(`e${next}`, spellings, kept));
      index += 1;
    } else {
      const one = spelt(word, spellings, kept);
      if (one.length === 1) words.push(one[0] ?? '');
      else words.push(...one);
    }
  }
  return words;
}

/** Words met before, by the spellings they were met with: a market's notices share most of theirs. */
const known = new WeakMap<Spellings, Map<string, readonly string[]>>();
/** Words kept; a memory that is full begins anew. */
const mostKept = 50_000;

function spelt(word: string, spellings: Spellings, kept: Map<string, readonly string[]>): readonly string[] {
  const before = kept.get(word);
  if (before !== undefined) return before;
  const single = singular(word);
  const found = spellings.get(word) ?? spellings.get(single) ?? [british(single)];
  if (kept.size >= mostKept) kept.clear();
  kept.set(word, found);
  return found;
}

function keptFor(spellings: Spellings): Map<string, readonly string[]> {
  const before = known.get(spellings);
  if (before !== undefined) return before;
  const kept = new Map<string, readonly string[]>();
  known.set(spellings, kept);
  return kept;
}

function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || unchanged.has(word)) return word;
  if (/(?:ss|us|is)$/u.test(word)) return word;
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /(?:sses|ches|shes|xes)$/u.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function british(word: string): string {
  return word.length > 6 ? word.replace(/iz(e|ed|er|ing|ation)$/u, 'is$1') : word;
}
