/** One part of a search: words or a phrase to find, or to leave out, with what else counts as a match. */
export type SearchTerm = {
  kind: 'word' | 'phrase' | 'exclude';
  /** As typed, without quotation marks or minus. */
  text: string;
  /** The text itself and its synonyms; each a phrase of one or more words. */
  alternatives: string[];
};

/** Groups of words and phrases that mean the same, in lower case. */
export type Synonyms = readonly (readonly string[])[];

/** Most terms that are read; what follows is left out of the search. */
export const mostTerms = 20;

/**
 * Reads what a person typed: words, "exact phrases", and -words or -"phrases" to leave out; synonyms widen each.
 * Quotation marks that don't close count to the end. Runs of words that are a known expression are taken together.
 *
 * @example parseSearch('"case management" -legal erp', [['erp', 'enterprise resource planning']])
 * // phrase "case management", exclude "legal", word "erp" with two alternatives
 */
export function parseSearch(text: string, synonyms: Synonyms): SearchTerm[] {
  const terms: SearchTerm[] = [];
  const words: string[] = [];
  for (const piece of text.normalize('NFC').matchAll(/(-?)"([^"]*)"?|(\S+)/gu)) {
    const [, minus, quoted, bare] = piece;
    if (quoted !== undefined) {
      const phrase = quoted.trim();
      if (hasWord(phrase)) terms.push(termOf(minus === '-' ? 'exclude' : 'phrase', phrase, synonyms));
    } else if (bare !== undefined) {
      const isExcluded = bare.startsWith('-') && bare.length > 1;
      const word = isExcluded ? bare.slice(1) : bare;
      if (!hasWord(word)) continue;
      if (isExcluded) terms.push(termOf('exclude', word, synonyms));
      else words.push(word);
    }
  }
  return [...joinExpressions(words, synonyms).map((word) => termOf('word', word, synonyms)), ...terms].slice(
    0,
    mostTerms,
  );
}

/**
 * What was understood, in sentences, for the reader.
 *
 * @example describeSearch(parseSearch('erp', [['erp', 'enterprise resource planning']]))
 * // ['erp also finds "enterprise resource planning"']
 */
export function describeSearch(terms: readonly SearchTerm[]): string[] {
  return terms.flatMap((term) => {
    const others = term.alternatives.filter((alternative) => alternative !== term.text.toLowerCase());
    if (term.kind === 'exclude') return [`without ${quote(term.text)}`];
    if (others.length === 0) return [];
    return [`${term.text} also finds ${others.map(quote).join(', ')}`];
  });
}

function termOf(kind: SearchTerm['kind'], text: string, synonyms: Synonyms): SearchTerm {
  const lower = text.toLowerCase();
  const group = synonyms.find((entries) => entries.includes(lower));
  return { kind, text, alternatives: [lower, ...(group ?? []).filter((entry) => entry !== lower)] };
}

/** Takes neighbouring words together where they are one entry of the synonyms ("electronic patient record"). */
function joinExpressions(words: readonly string[], synonyms: Synonyms): string[] {
  const known = new Set(synonyms.flat().filter((entry) => entry.includes(' ')));
  const joined: string[] = [];
  let at = 0;
  while (at < words.length) {
    let length = Math.min(5, words.length - at);
    while (
      length > 1 &&
      !known.has(
        words
          .slice(at, at + length)
          .join(' ')
          .toLowerCase(),
      )
    )
      length -= 1;
    joined.push(words.slice(at, at + length).join(' '));
    at += length;
  }
  return joined;
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function quote(text: string): string {
  return `"${text}"`;
}
