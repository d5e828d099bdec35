/** A phrase and what it stands for. */
export type Phrase<Meaning> = { words: string; meaning: Meaning };

/** A phrase found in a text. */
export type PhraseFound<Meaning> = { meaning: Meaning; words: string };

type Node<Meaning> = {
  next: Map<string, Node<Meaning>>;
  /** Phrases that end here; those with a capital letter must be written so. */
  ends: { meaning: Meaning; exactly: readonly string[] | null }[];
};

/** Phrases by their first word, then their second, and so on. */
export type PhraseTree<Meaning> = Node<Meaning>;

const word = /[\p{L}\p{N}]+/gu;

/**
 * Words of a text as they are written. Addresses of pages and e-mails are left out: `forms.cloud.microsoft` is no purchase.
 *
 * @example wordsOf('Renewal of M365, see https://example.org') // ['Renewal', 'of', 'M365', 'see']
 */
export function wordsOf(text: string): string[] {
  return text.replaceAll(unbroken, withoutAddresses).match(word) ?? [];
}

const unbroken = /\S+/gu;
/** Longest run without a space that is read: finding an address takes time that grows with the square of its length. */
const longestRun = 1000;

function withoutAddresses(run: string): string {
  if (run.length > longestRun) return ' ';
  return /[@/.]/u.test(run) ? run.replaceAll(addresses, ' ') : run;
}

const addresses =
  /\bhttps?:\/\/\S+|\bwww\.\S+|\S+@\S+|\b[\w-]+(?:\.[\w-]+)+\/\S*|\b[\w-]+(?:\.[\w-]+)*\.(?:com|co\.uk|org|net|gov\.uk|microsoft)\b/giu;

/**
 * Puts phrases into a tree, so that a text is read once whatever their number.
 *
 * @example phrasesIn('New M365 licences', phraseTree([{ words: 'M365', meaning: 1 }])) // [{ meaning: 1, words: 'M365' }]
 */
export function phraseTree<Meaning>(phrases: Iterable<Phrase<Meaning>>): PhraseTree<Meaning> {
  const root: Node<Meaning> = { next: new Map(), ends: [] };
  for (const { words, meaning } of phrases) {
    const own = wordsOf(words);
    let node = root;
    for (const one of own) {
      const key = one.toLowerCase();
      const next = node.next.get(key) ?? { next: new Map(), ends: [] };
      node.next.set(key, next);
      node = next;
    }
    node.ends.push({ meaning, exactly: /\p{Lu}/u.test(words) ? own : null });
  }
  return root;
}

/**
 * The phrases that a text holds, longest first at each place; a word counts for one phrase only.
 *
 * @returns in order of appearance, with the words as the text writes them; linear in the text's length
 * @example phrasesIn('Renewal of Alpha Suite licences', tree).map(({ words }) => words) // ['Alpha Suite']
 */
export function phrasesIn<Meaning>(text: string, tree: PhraseTree<Meaning>): PhraseFound<Meaning>[] {
  const words = wordsOf(text);
  const lower = words.map((one) => one.toLowerCase());
  const found: PhraseFound<Meaning>[] = [];
  for (let at = 0; at < words.length; at += 1) {
    let node: Node<Meaning> | undefined = tree;
    let longest: { meaning: Meaning; end: number } | null = null;
    for (let end = at; end < words.length; end += 1) {
      node = node.next.get(lower[end] ?? '');
      if (node === undefined) break;
      const match = node.ends.find(
        ({ exactly }) => exactly === null || exactly.every((one, index) => words[at + index] === one),
      );
      if (match !== undefined) longest = { meaning: match.meaning, end };
    }
    if (longest === null) continue;
    found.push({ meaning: longest.meaning, words: words.slice(at, longest.end + 1).join(' ') });
    at = longest.end;
  }
  return found;
}
