// Three portals publish line breaks that lost their backslashes: `rn` where `\r\n` stood ("problems.rn Suppliers",
// "inrnprocessing power"), and `-t` where a dash and a tab stood. No English or Welsh word has `rn` behind a consonant, a
// figure or a stop. Behind a vowel ("modern ", "ModernGov", "wherern ") a word and a lost break look the same, and the
// letters stay.
const lostBreak =
  /(?:rn){2,} ?|(?<=[^\s\p{L}]|[b-df-hj-np-tvxzB-DF-HJ-NP-TVXZ])rn(?!a\b) ?|(?<=\s)rn(?: |(?![\p{Ll}\p{N}]))/gu;
const lostTab = /(?<=^|\n)([-–•]) ?t(?=\p{Lu})/gu;

// UTF-8 that was read as Windows-1252 and encoded once more: `â€¢` for •, `Â£` for £.
const encodedTwice = /[ÂÃ]\P{ASCII}|â\P{ASCII}{2}/gu;
/** Characters to look back for the beginning of an address: a text of megabytes may have no space at all. */
const longestAddress = 500;
const utf8 = new TextDecoder('utf-8');
const windows1252 = new TextDecoder('windows-1252');
const byteOf = new Map(
  Array.from({ length: 128 }, (_, place) => [windows1252.decode(Uint8Array.of(place + 128)), place + 128]),
);

/**
 * Free text as it was before a portal spoilt it: line breaks published as `rn` are line breaks, characters that were
 * encoded twice are one character. What can't be told from a word stays as it is.
 *
 * @example mendText('2 robotsrnâ€¢ 10 x upgrade') // '2 robots\n• 10 x upgrade'
 */
export function mendText(text: string): string {
  let result = text;
  if (/[ÂÃâ]/u.test(result)) result = result.replaceAll(encodedTwice, decodeTwice);
  if (!result.includes('rn')) return result;
  const mended = result.replaceAll(lostBreak, (match, at: number) => {
    if (isInsideAddress(result, match, at)) return match;
    return '\n'.repeat(Math.min(2, match.trimEnd().length / 2));
  });
  return mended === result ? result : mended.replaceAll(lostTab, '$1 ');
}

/** Whether one `rn` stands amid the address of a page, which may hold any letters. */
function isInsideAddress(text: string, match: string, at: number): boolean {
  if (match !== 'rn' || /^(?:\s|$)/u.test(text.slice(at + 2, at + 3))) return false;
  const word =
    text
      .slice(Math.max(0, at - longestAddress), at)
      .split(/\s/u)
      .at(-1) ?? '';
  return word.includes('://') || word.startsWith('www.');
}

function decodeTwice(match: string): string {
  const bytes = Array.from(match, (character) => byteOf.get(character) ?? 0);
  const decoded = utf8.decode(Uint8Array.from(bytes));
  return decoded.includes('\ufffd') ? match : decoded;
}
