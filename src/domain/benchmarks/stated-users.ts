/** "1,200 named users", "500 licences", "80 user seats": a number and, at most two words on, what it counts. */
const userCount =
  /(?<![\p{L}\d.,£$€/–-])(\d{1,3}(?:,\d{3})+|\d{1,7})(?![\d.,]*\d)(?:(?:\s+(?:named|concurrent|active|full|licensed|internal|staff|end|individual|registered|user))*\s+(?:users?|user accounts|licen[cs]es)|\s+(?:user|named|concurrent)\s+seats)\b/giu;

/** Words before a number that make it a bound or a guess. */
const inexact =
  /(?<![\p{L}])(?:up to|over|about|around|approx(?:imately|\.)?|circa|c\.?|at least|at most|more than|less than|fewer than|minimum(?: of)?|maximum(?: of)?|some|nearly|almost|between|in excess of|~|additional|further|extra|to|and|or|initial(?:ly)?)\s*$/iu;

/** The least that is believed: "2 users" is a sentence about something else. */
const leastUsers = 5;

/**
 * The number of users that a contract's own texts give; null unless it is one exact number. Bounds ("up to 500 users"), ranges,
 * guesses and texts that give two different numbers say nothing.
 *
 * @example statedUsers(['Case management for 1,200 named users']) // 1200
 */
export function statedUsers(texts: readonly string[]): number | null {
  const found = new Set<number>();
  for (const text of texts) {
    for (const { 1: digits = '', index } of text.matchAll(userCount)) {
      if (inexact.test(text.slice(Math.max(0, index - 20), index))) return null;
      found.add(Number(digits.replaceAll(',', '')));
    }
  }
  const [only] = found;
  return only === undefined || found.size > 1 || only < leastUsers ? null : only;
}
