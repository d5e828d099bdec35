/** The bytes that JSON is made of. */
export const NUL = 0;
export const TAB = 9;
export const NEWLINE = 10;
export const RETURN = 13;
export const RECORD_SEPARATOR = 30;
export const SPACE = 32;
export const QUOTE = 34;
export const COMMA = 44;
export const COLON = 58;
export const OPEN_ARRAY = 91;
export const BACKSLASH = 92;
export const CLOSE_ARRAY = 93;
export const OPEN_OBJECT = 123;
export const CLOSE_OBJECT = 125;

/**
 * White space of JSON, and what some tools put between texts: NUL and the record separator of RFC 7464.
 *
 * @example isSpace(NEWLINE) // true
 */
export function isSpace(byte: number | undefined): boolean {
  return (
    byte === SPACE ||
    byte === NEWLINE ||
    byte === RETURN ||
    byte === TAB ||
    byte === RECORD_SEPARATOR ||
    byte === NUL
  );
}

/**
 * Inside a value an object or array follows `[`, `,` or `:`; anything else shows that an earlier line is broken.
 *
 * @example mayBegin(Buffer.from('"a": {'), 5) // true
 */
export function mayBegin(bytes: Buffer, index: number): boolean {
  let before = index - 1;
  while (before >= 0 && isSpace(bytes[before])) before -= 1;
  if (before < 0) return true;
  const byte = bytes[before];
  return byte === COMMA || byte === COLON || byte === OPEN_ARRAY;
}

/**
 * The index behind the last byte of a scalar; of a string that a line break cuts short, the index of that line break.
 * Where the end isn't in view: -1 for a string, the length of the bytes for anything else.
 *
 * @example scalarEnd(Buffer.from('12, 13'), 0) // 2
 */
export function scalarEnd(bytes: Buffer, from: number): number {
  const isText = bytes[from] === QUOTE;
  for (let index = from + 1; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (isText) {
      if (byte === BACKSLASH) index += 1;
      else if (byte === QUOTE) return index + 1;
      else if (byte === NEWLINE) return index;
    } else if (
      isSpace(byte) ||
      byte === COMMA ||
      byte === CLOSE_ARRAY ||
      byte === CLOSE_OBJECT ||
      byte === OPEN_OBJECT ||
      byte === OPEN_ARRAY
    ) {
      return index;
    }
  }
  return isText ? -1 : bytes.length;
}
