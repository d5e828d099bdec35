import { sha256Hex } from './hash.ts';

/** Characters of the longest key: at four bytes each still well within the 2,704 bytes that PostgreSQL's indexes hold. */
export const longestKey = 400;

/**
 * A text as a key of bounded length. What is longer than {@link longestKey} is cut and ends in a hash of the whole, so that
 * different texts stay different.
 *
 * @example boundedKey('alpha ltd') // 'alpha ltd'
 */
export function boundedKey(text: string): string {
  if (text.length <= longestKey) return text;
  const end = ` #${sha256Hex(text).slice(0, 16)}`;
  // A cut between the halves of a character would leave text that no database takes.
  return text.slice(0, longestKey - end.length).toWellFormed() + end;
}
