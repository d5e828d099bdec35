/** What stands where an e-mail address stood. */
export const removedEmail = '[e-mail removed]';
/** What stands where a telephone number stood. */
export const removedTelephone = '[telephone removed]';

// A local part, an @ and a host name with a dot. Wider than the standard: what looks like an address goes.
const emailPattern = /[^\s@<>()[\],;:"“”]+@[\p{L}\p{N}][\p{L}\p{N}._-]*\.[\p{L}\p{N}-]*[\p{L}\p{N}]/gu;

// +44 20 7946 0000, +44 (0)20 7946 0000, (020) 7946 0000, 0300 123 4567, 07700 900123.
// The area code must follow the 0 without a gap, so that dates (01.02.2026, 01-02-2026) and company numbers stay.
// It may follow a letter and a stop ("Tel.020 …") or another number and a stroke, but no word and stroke (an address
// of a page), and stand before a stroke or the literal `rn` that portals have for a line break.
const telephonePattern =
  /(?<![\w+£$€-]|\d[.,]|[^\d\s]\/)(?:\+\d{1,3}[ -]?(?:\(0\)[ -]?)?\d{1,5}(?:[ -]?\d{2,5}){1,4}|\(?0(?:1\d{2,4}|2\d{1,3}|3\d{2,3}|7\d{3,4}|8\d{2,3})\)?(?:[ -]?\d{2,6}){1,3})(?=rn|[^\w-]|-(?!\w)|$)(?![.,]\d|\/\d{1,2}(?!\d))/g;

/**
 * Takes e-mail addresses and telephone numbers out of free text and counts them.
 * Numbers of ten to fifteen digits that begin like a British telephone number or with `+` are telephone numbers.
 * Numbers of notices (075868-2026), dates and company numbers stay. Applying it twice changes nothing more.
 *
 * @example scrubText('Ring 020 7946 0000 or a@b.org') // { text: 'Ring [telephone removed] or [e-mail removed]', removed: 2 }
 */
export function scrubText(
  text: string,
  options: { keepTelephones?: boolean } = {},
): { text: string; removed: number } {
  let removed = 0;
  let result = text;
  if (text.includes('@')) {
    // Repeated because cutting one address can leave another whole: a@b.org@c.org.
    for (let before = ''; before !== result && result.includes('@');) {
      before = result;
      result = result.replaceAll(emailPattern, () => {
        removed += 1;
        return removedEmail;
      });
    }
  }
  if (options.keepTelephones !== true && mayHoldTelephone(result)) {
    result = result.replaceAll(telephonePattern, (match) => {
      const digits = match.replaceAll(/\D/g, '').length;
      // 075868-2026 is the number of a notice.
      if (digits < 10 || digits > 15 || /^\d{6}-\d{4}$/.test(match)) return match;
      removed += 1;
      return removedTelephone;
    });
  }
  return { text: result, removed };
}

/** Cheap look for `+` or `0` followed by a digit from 1 to 8, so that most texts never meet the pattern. */
function mayHoldTelephone(text: string): boolean {
  if (text.length < 10) return false;
  if (text.includes('+')) return true;
  for (let at = text.indexOf('0'); at !== -1; at = text.indexOf('0', at + 1)) {
    const next = text.charCodeAt(at + 1);
    if ((next === 49 || next === 50 || next === 51 || next === 55 || next === 56) && isBoundary(text, at))
      return true;
  }
  return false;
}

/** Whether the character before is none that the pattern refuses. */
function isBoundary(text: string, at: number): boolean {
  if (at === 0) return true;
  const before = text.charCodeAt(at - 1);
  return (
    !(before >= 48 && before <= 57) && !(before >= 65 && before <= 90) && !(before >= 97 && before <= 122)
  );
}
