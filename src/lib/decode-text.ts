/** A text and how many of its bytes were not UTF-8. */
export type DecodedText = { text: string; repaired: number };

const strict = new TextDecoder('utf-8', { fatal: true });
/** The web's reading of iso-8859-1: windows-1252, which also knows the curly quotes that publishers paste in. */
const latin1 = new TextDecoder('windows-1252');

/**
 * Reads bytes as UTF-8; where a byte belongs to no UTF-8 character it is read as Latin-1 (windows-1252), byte by byte,
 * so that one pasted name doesn't spoil the characters around it. A byte order mark is dropped.
 *
 * @returns the text, and the number of bytes read as Latin-1
 * @example decodeText(Uint8Array.of(0x63, 0x61, 0x66, 0xe9)) // { text: 'café', repaired: 1 }
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  try {
    return { text: strict.decode(bytes), repaired: 0 };
  } catch {
    return decodeMixed(bytes);
  }
}

function decodeMixed(bytes: Uint8Array): DecodedText {
  const parts: string[] = [];
  let repaired = 0;
  let start = 0;
  let at = 0;
  while (at < bytes.length) {
    const length = utf8CharacterLength(bytes, at);
    if (length > 0) {
      at += length;
      continue;
    }
    parts.push(strict.decode(bytes.subarray(start, at)), latin1.decode(bytes.subarray(at, at + 1)));
    repaired += 1;
    at += 1;
    start = at;
  }
  parts.push(strict.decode(bytes.subarray(start)));
  return { text: parts.join(''), repaired };
}

/**
 * Bytes of the UTF-8 character at `at`, 0 where there is none (RFC 3629, table 3-7 of the Unicode standard).
 *
 * @example utf8CharacterLength(Uint8Array.of(0xc2, 0xa3), 0) // 2
 */
export function utf8CharacterLength(bytes: Uint8Array, at: number): number {
  const first = bytes[at] ?? 0;
  if (first < 0x80) return 1;
  const second = bytes[at + 1] ?? 0;
  if (first >= 0xc2 && first <= 0xdf) return isTail(second) ? 2 : 0;
  if (first >= 0xe0 && first <= 0xef) {
    const least = first === 0xe0 ? 0xa0 : 0x80;
    const most = first === 0xed ? 0x9f : 0xbf;
    return second >= least && second <= most && isTail(bytes[at + 2] ?? 0) ? 3 : 0;
  }
  if (first >= 0xf0 && first <= 0xf4) {
    const least = first === 0xf0 ? 0x90 : 0x80;
    const most = first === 0xf4 ? 0x8f : 0xbf;
    const isWhole = isTail(bytes[at + 2] ?? 0) && isTail(bytes[at + 3] ?? 0);
    return second >= least && second <= most && isWhole ? 4 : 0;
  }
  return 0;
}

function isTail(byte: number): boolean {
  return byte >= 0x80 && byte <= 0xbf;
}
