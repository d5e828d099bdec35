import { normaliseName } from './normalise-name.ts';

/** A name taken apart for comparison. */
export type NameParts = {
  /** Words without the legal form and small words. */
  words: readonly string[];
  /** The same without spaces. */
  compact: string;
  /** The legal form at its end, null where it gives none. */
  form: string | null;
  /** How often each letter and digit occurs in `compact`; a bound on the distance that costs little. */
  letters: Uint16Array;
};

const forms = new Set([
  'ltd',
  'plc',
  'llp',
  'lp',
  'cic',
  'inc',
  'corp',
  'co',
  'gmbh',
  'bv',
  'nv',
  'sarl',
  'cio',
]);
const small = new Set(['and', 'the', 'of', 'for']);

/**
 * Takes a name apart.
 *
 * @example namePartsOf('Alpha & Sons (U K) Limited').compact // 'alphasonsuk'
 */
export function namePartsOf(name: string): NameParts {
  const all = normaliseName(name).split(' ');
  const last = all.at(-1) ?? '';
  const form = all.length > 1 && forms.has(last) ? last : null;
  const words = (form === null ? all : all.slice(0, -1)).filter((word) => !small.has(word));
  const compact = words.join('');
  return { words, compact, form, letters: lettersOf(compact) };
}

/**
 * How alike two names are, 0 to 1: the share of letters that stay when one is typed into the other (a swap of neighbours is one
 * step, after Damerau), or of words that both have where that is more. 1 is the same name but for legal form and spaces.
 *
 * @example nameLikeness(namePartsOf('Civic Software Ltd'), namePartsOf('Civci Software')) // 0.923…
 */
export function nameLikeness(one: NameParts, other: NameParts): number {
  const longest = Math.max(one.compact.length, other.compact.length);
  if (longest === 0) return 0;
  const most = Math.floor(0.4 * longest);
  const steps = leastSteps(one, other) > most ? most + 1 : editDistance(one.compact, other.compact, most);
  const byLetters = 1 - steps / longest;
  const shared = one.words.filter((word) => other.words.includes(word)).length;
  const byWords = (2 * shared) / (one.words.length + other.words.length);
  // Reordered words are alike, but less than the same words in order.
  return Math.max(byLetters, 0.95 * byWords);
}

function lettersOf(compact: string): Uint16Array {
  const counts = new Uint16Array(37);
  for (let at = 0; at < compact.length; at += 1) {
    const code = compact.charCodeAt(at);
    const bucket = code >= 97 && code <= 122 ? code - 97 : code >= 48 && code <= 57 ? code - 22 : 36;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}

/** No fewer steps than letters that one of the two has more of. */
function leastSteps(one: NameParts, other: NameParts): number {
  let more = 0;
  let fewer = 0;
  for (let at = 0; at < one.letters.length; at += 1) {
    const difference = (one.letters[at] ?? 0) - (other.letters[at] ?? 0);
    if (difference > 0) more += difference;
    else fewer -= difference;
  }
  return Math.max(more, fewer);
}

/**
 * Words that only one of two names has.
 *
 * @example wordsApart(namePartsOf('alpha data ltd'), namePartsOf('alpha ltd')) // ['data']
 */
export function wordsApart(one: NameParts, other: NameParts): string[] {
  return [
    ...one.words.filter((word) => !other.words.includes(word)),
    ...other.words.filter((word) => !one.words.includes(word)),
  ];
}

/**
 * Insertions, deletions, replacements and swaps of neighbours (optimal string alignment).
 *
 * @param most where it is more, the answer is `most + 1`, which is known much sooner
 * @example editDistance('civic', 'civci') // 1
 */
export function editDistance(one: string, other: string, most = Infinity): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  const width = other.length + 1;
  let before: number[] = [];
  let leastBefore = 0;
  let last = Array.from({ length: width }, (_, at) => at);
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row];
    for (let at = 1; at < width; at += 1) {
      const isSame = one[row - 1] === other[at - 1];
      let steps = Math.min(
        (now[at - 1] ?? 0) + 1,
        (last[at] ?? 0) + 1,
        (last[at - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwap = row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1];
      if (isSwap) steps = Math.min(steps, (before[at - 2] ?? 0) + 1);
      now.push(steps);
    }
    // A swap reaches back two rows.
    const least = Math.min(...now);
    if (Math.min(least, leastBefore) > most) return most + 1;
    leastBefore = least;
    before = last;
    last = now;
  }
  return Math.min(last[width - 1] ?? 0, most + 1);
}
