/** A word of three letters or more that stands by itself: `CSP26675` and `ORD2027134-6` hold none. */
const plainWord = /(?<![\p{L}\p{N}])\p{L}{3,}(?![\p{L}\p{N}])/u;
const lotFirst = /^(?:contract \d+\W{1,3})?lot\b/i;
/** Behind a longer title of the process nobody would see the part. */
const longTitle = 90;
const smallWords = new Set(['the', 'and', 'for', 'ltd', 'limited', 'plc', 'llp', 'lot', 'contract']);

/** What a contract's title is made from. */
export type TitleSources = {
  /** Title of the contract, else of its award; null where neither has one. */
  own: string | null;
  /** Title of the process. */
  process: string;
  /** Whether the process has other awards or contracts. */
  isOneOfSeveral: boolean;
};

/**
 * A title that can be read in a list by itself.
 *
 * The contract's own title, else the process's. A bare reference ("CSP26675") gives way to the process's title.
 * The name of a part ("Lot 6. LMS", "Electrical Materials", a place, a supplier) is put behind the process's title,
 * (before a long one) where it begins with a lot or, of several contracts, shares less than half of the words of either.
 *
 * @example contractTitle({ own: 'Lot 4. Applications', process: 'Delivery Framework', isOneOfSeveral: true }) // 'Delivery Framework – Lot 4. Applications'
 */
export function contractTitle({ own, process, isOneOfSeveral }: TitleSources): string {
  if (own === null || own === process) return process;
  if (!plainWord.test(process)) return own;
  if (!plainWord.test(own)) return process;
  if (lotFirst.test(own) ? !own.includes(process) : isOneOfSeveral && !isLike(own, process)) {
    return process.length > longTitle ? `${own} – ${process}` : `${process} – ${own}`;
  }
  return own;
}

/** Whether at least half of the words of one stand in the other. */
function isLike(one: string, other: string): boolean {
  const a = wordsOf(one);
  const b = wordsOf(other);
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared * 2 >= Math.min(a.size, b.size) && shared > 0;
}

function wordsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{3,}/gu) ?? [];
  return new Set(words.filter((word) => !smallWords.has(word)));
}
