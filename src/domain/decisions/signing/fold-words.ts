/**
 * A name, a post or a sentence as it is compared with others: without case, accents, punctuation and extra space, so that
 * “Zoë  O’Neill” and “zoe oneill” are one.
 *
 * @example foldWords('  Head of  HOUSING. ') // 'head of housing'
 */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mark}/gu, '')
    .toLowerCase()
    .replaceAll(/['’‘`´]/gu, '')
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
    .trim();
}
