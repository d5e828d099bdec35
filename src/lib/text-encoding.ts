import { decodeText, utf8CharacterLength } from './decode-text.ts';

/** Encodings that tables are published in. `cp850` is what older systems under DOS wrote, `macintosh` older Macs. */
export const textEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macintosh', 'cp850'] as const;
export type TextEncoding = (typeof textEncodings)[number];

type OneByteEncoding = 'windows-1252' | 'macintosh' | 'cp850';

/** Bytes 80 to FF of code page 850, from the Unicode Consortium's mapping CP850.TXT. */
const cp850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00AD±‗¾¶§÷¸°¨·¹³²■\u00A0';

const upperHalf: Readonly<Record<OneByteEncoding, string>> = {
  'windows-1252': halfOf('windows-1252'),
  macintosh: halfOf('macintosh'),
  cp850,
};

function halfOf(label: string): string {
  return new TextDecoder(label).decode(Uint8Array.from({ length: 128 }, (_, index) => 128 + index));
}

const oneByteEncodings: readonly OneByteEncoding[] = ['windows-1252', 'macintosh', 'cp850'];

/**
 * Finds out the encoding of bytes that arrive piece by piece.
 *
 * A byte order mark decides; else noughts in every second byte are UTF-16; else valid UTF-8 is UTF-8, also with a few
 * strange bytes in it. What is left has one byte per character, and the encoding wins whose characters make sense where
 * they stand: a pound sign anywhere, an apostrophe after a letter, a small accented letter beside small letters. A byte
 * that is a capital accented letter between small letters in one encoding is seldom read rightly.
 *
 * @example
 * const probe = new EncodingProbe();
 * probe.add(Uint8Array.of(0x4e, 0x65, 0x74, 0x28, 0x9c, 0x29)); // "Net(£)" as DOS wrote it
 * probe.encoding() // 'cp850'
 */
export class EncodingProbe {
  private head: Uint8Array = new Uint8Array();
  private carry: Uint8Array = new Uint8Array();
  private characters = 0;
  private strangers = 0;
  private readonly scores = { 'windows-1252': 0, macintosh: 0, cp850: 0 };

  /** Looks at the next bytes. */
  add(bytes: Uint8Array): void {
    if (this.head.length < 4096) this.head = joined(this.head, bytes.subarray(0, 4096));
    const all = this.carry.length === 0 ? bytes : joined(this.carry, bytes);
    const end = Math.max(0, all.length - 4);
    this.look(all, end);
    // The last three bytes looked at stay: they may begin a character, and are the neighbours of the next.
    const kept = Math.max(0, end - 3);
    this.carry = all.slice(kept);
    this.seen = end - kept;
  }

  /** How many bytes of the carry have been looked at already. */
  private seen = 0;

  private look(all: Uint8Array, end: number): void {
    for (let at = this.seen; at < end; at += 1) {
      if ((all[at] ?? 0) < 0x80) continue;
      for (const encoding of oneByteEncodings) {
        const sign = upperHalf[encoding][(all[at] ?? 0) - 0x80] ?? '';
        this.scores[encoding] += plausibility(sign, asciiAt(all, at - 1), asciiAt(all, at + 1));
      }
      if (isTail(all[at]) && at > 0 && this.isInside(all, at)) continue;
      if (utf8CharacterLength(all, at) > 1) this.characters += 1;
      else this.strangers += 1;
    }
  }

  /** Whether the byte belongs to a UTF-8 character that begins before it. */
  private isInside(all: Uint8Array, at: number): boolean {
    for (let start = at - 1; start >= Math.max(0, at - 3); start -= 1) {
      if (isTail(all[start])) continue;
      return start + utf8CharacterLength(all, start) > at;
    }
    return false;
  }

  /** The encoding of everything added; call it once, at the end. */
  encoding(): TextEncoding {
    this.look(joined(this.carry, new Uint8Array(4)), this.carry.length);
    const marked = markedEncoding(this.head) ?? wideEncoding(this.head);
    if (marked !== null) return marked;
    if (this.strangers === 0 || this.characters > this.strangers) return 'utf-8';
    return oneByteEncodings.reduce((best, one) => (this.scores[one] > this.scores[best] ? one : best));
  }
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}

function isTail(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x80 && byte <= 0xbf;
}

/** The character of a byte of ASCII; another byte is a letter as far as its neighbours are concerned. */
function asciiAt(bytes: Uint8Array, at: number): string {
  const byte = bytes[at];
  return byte === undefined ? ' ' : byte < 0x80 ? String.fromCharCode(byte) : 'a';
}

const signs = new Set('‘“”–—•…®™©°½¼¾·€²³ºª«»§×÷\u00A0');

function plausibility(sign: string, before: string, after: string): number {
  if (sign === '£') return 2;
  if (sign === '’') return /[a-z]/i.test(before) ? 2 : 1;
  if (signs.has(sign)) return 1;
  if (!/[À-ÖØ-öø-ÿŒœŸŠšŽž]/u.test(sign)) return -1;
  const isSmall = sign === sign.toLowerCase();
  if (isSmall) return /[a-z]/.test(before + after) ? 1 : -1;
  return /[a-z]/.test(before) || !/[A-Za-z]/.test(before + after) ? -1 : 1;
}

function markedEncoding(head: Uint8Array): TextEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 'utf-8' : null;
}

/** UTF-16 without a mark: English text has a nought in nearly every second byte. */
function wideEncoding(head: Uint8Array): TextEncoding | null {
  let even = 0;
  let odd = 0;
  for (const [at, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = head.length / 2;
  if (odd > half * 0.7 && even < half * 0.1) return 'utf-16le';
  return even > half * 0.7 && odd < half * 0.1 ? 'utf-16be' : null;
}

/**
 * The text of bytes that arrive piece by piece. Bytes that are no UTF-8 in a UTF-8 file are read as windows-1252, one by
 * one.
 *
 * @example for await (const text of decodeChunks(createReadStream('april.csv'), 'macintosh')) …
 */
export async function* decodeChunks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: TextEncoding,
): AsyncGenerator<string> {
  if (encoding === 'utf-8') return yield* decodeUtf8(chunks);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const decoder = new TextDecoder(encoding);
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
    return undefined;
  }
  const half = upperHalf[encoding];
  for await (const chunk of chunks) {
    yield Buffer.from(chunk)
      .toString('latin1')
      .replaceAll(/[\u0080-\u00FF]/g, (sign) => half[sign.charCodeAt(0) - 0x80] ?? sign);
  }
  return undefined;
}

/** Cut before a character that goes on in the next piece. */
async function* decodeUtf8(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let carry: Uint8Array = new Uint8Array();
  for await (const chunk of chunks) {
    const all = carry.length === 0 ? chunk : joined(carry, chunk);
    const end = wholeEnd(all);
    yield decodeText(all.subarray(0, end)).text;
    carry = all.slice(end);
  }
  if (carry.length > 0) yield decodeText(carry).text;
}

/** Where the last whole character ends. */
function wholeEnd(bytes: Uint8Array): number {
  let start = bytes.length - 1;
  while (start > bytes.length - 4 && isTail(bytes[start])) start -= 1;
  const first = bytes[start] ?? 0;
  const length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
  return start >= 0 && start + length > bytes.length ? start : bytes.length;
}
