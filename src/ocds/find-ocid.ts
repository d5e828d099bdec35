const QUOTE = 34;
const COLON = 58;
const COMMA = 44;
const BACKSLASH = 92;
const key = Buffer.from('"ocid"');

/**
 * The `ocid` of a release's JSON text, found without parsing it: the member of the outermost object, wherever it stands.
 * Null where there is none, or it isn't a text.
 *
 * @example findOcid(Buffer.from('{"tender":{"ocid":"no"},"ocid":"ocds-1"}')) // 'ocds-1'
 */
export function findOcid(bytes: Buffer): string | null {
  let depth = 0;
  let isBehindColon = false;
  for (let index = 0; index < bytes.length; index += 1) {
    const byte = bytes[index] ?? 0;
    if (byte === QUOTE) {
      const end = textEnd(bytes, index);
      if (end === -1) return null;
      if (depth === 1 && !isBehindColon && isKey(bytes, index, end)) return textBehind(bytes, end);
      index = end - 1;
    } else if (byte > 90) {
      // Brackets and braces: [ 91 ] 93 { 123 } 125.
      if (byte === 123 || byte === 91) depth += 1;
      else if (byte === 125 || byte === 93) depth -= 1;
    } else if (depth === 1) {
      if (byte === COLON) isBehindColon = true;
      else if (byte === COMMA) isBehindColon = false;
    }
  }
  return null;
}

function isKey(bytes: Buffer, start: number, end: number): boolean {
  return end - start === key.length && bytes.compare(key, 0, key.length, start, end) === 0;
}

function textBehind(bytes: Buffer, position: number): string | null {
  let index = position;
  while (isBlank(bytes[index]) || bytes[index] === COLON) index += 1;
  if (bytes[index] !== QUOTE) return null;
  const end = textEnd(bytes, index);
  if (end === -1) return null;
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8', index, end));
    return typeof value === 'string' && value !== '' ? value : null;
  } catch {
    // An escape that is none: the release is refused when it is parsed as a whole.
    return null;
  }
}

function isBlank(byte: number | undefined): boolean {
  return byte === 32 || byte === 9 || byte === 10 || byte === 13;
}

/** Behind the closing quote of the text that begins at `start`; -1 where it isn't closed. */
function textEnd(bytes: Buffer, start: number): number {
  for (let index = start + 1; index < bytes.length; index += 1) {
    const byte = bytes[index];
    if (byte === BACKSLASH) index += 1;
    else if (byte === QUOTE) return index + 1;
  }
  return -1;
}
