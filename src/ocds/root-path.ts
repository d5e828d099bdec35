import { InputFault } from './input.ts';
import {
  BACKSLASH,
  CLOSE_ARRAY,
  CLOSE_OBJECT,
  COLON,
  COMMA,
  NEWLINE,
  OPEN_ARRAY,
  OPEN_OBJECT,
  QUOTE,
  SPACE,
  isSpace,
} from './scan-bytes.ts';

/**
 * The values at a path inside larger JSON documents, as JSON Lines: each on a line of its own, so that line 3 is the
 * third of them. The path is ocdskit's: names of members and `item` for the entries of an array, parted by dots.
 * Nothing is held but the path to where the reading is.
 *
 * @throws InputFault where a document has no such values, breaks off, or has a line break inside a string
 * @example for await (const lines of itemsAt(fileInput('page.json').open(), 'results.item')) …
 */
export async function* itemsAt(chunks: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  const finder = new ItemFinder(path);
  // A copy, because line breaks in it are overwritten.
  for await (const chunk of chunks) yield* finder.push(Buffer.from(chunk));
  finder.end();
}

const newline = Buffer.from('\n');

/** Walks over bytes; is either between the values of an open container on the path, or inside a value. */
class ItemFinder {
  readonly #path: string;
  readonly #names: readonly string[];
  /** The open containers on the path, outermost first. */
  readonly #open: ('array' | 'object')[] = [];
  #place: 'between' | 'key' | 'value' = 'between';
  /** In an object: the key, as it is written, of the value that comes or is being passed. */
  #key: Buffer[] = [];
  #isBehindColon = false;
  /** Of the value being passed: whether it is one of those looked for, and how many containers are open in it. */
  #isItem = false;
  #depth = 0;
  #isString = false;
  #isEscaped = false;
  #hasBytes = false;
  #hasItems = false;

  constructor(path: string) {
    this.#path = path;
    this.#names = path.split('.');
  }

  push(bytes: Buffer): Buffer[] {
    const found: Buffer[] = [];
    /** Where in these bytes the key or item at hand begins. */
    let from = 0;
    for (let index = 0; index < bytes.length; index += 1) {
      const byte = bytes[index] ?? 0;
      if (this.#place === 'between') {
        const begun = this.#between(byte);
        if (begun !== null) from = begun === 'key' ? index + 1 : index;
      } else if (this.#isString) {
        if (!this.#closesString(byte)) continue;
        if (this.#place === 'key') {
          this.#key.push(bytes.subarray(from, index));
          this.#place = 'between';
        } else if (this.#depth === 0) this.#finish(found, bytes.subarray(from, index + 1));
      } else {
        const end = this.#value(byte);
        if (end === 'inside') {
          if (byte === NEWLINE && this.#isItem) bytes[index] = SPACE;
          continue;
        }
        this.#finish(found, bytes.subarray(from, end === 'with' ? index + 1 : index));
        // What ended a number or word is looked at once more.
        if (end === 'before') index -= 1;
      }
    }
    if (this.#place === 'key') this.#key.push(bytes.subarray(from));
    if (this.#place === 'value' && this.#isItem) found.push(bytes.subarray(from));
    return found;
  }

  end(): void {
    if (this.#open.length > 0 || this.#isString || this.#depth > 0)
      throw new InputFault('ends in the middle of its JSON: it was cut off. Fetch it again.');
    if (this.#hasBytes && !this.#hasItems)
      throw new InputFault(`has nothing at ${this.#path}. Check --root-path.`);
  }

  /** Takes a byte between values; says what begins with it, if anything does. */
  #between(byte: number): 'key' | 'value' | null {
    if (isSpace(byte)) return null;
    this.#hasBytes = true;
    const container = this.#open.at(-1);
    if (container === undefined) {
      // Whatever else stands between documents, such as a byte order mark, is none.
      return byte === OPEN_OBJECT || byte === OPEN_ARRAY || byte === QUOTE ? this.#begin(byte) : null;
    }
    if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) this.#open.pop();
    else if (byte === COMMA) this.#isBehindColon = false;
    else if (container === 'array' || this.#isBehindColon) return this.#begin(byte);
    else if (byte === COLON) this.#isBehindColon = true;
    else if (byte === QUOTE) {
      this.#place = 'key';
      this.#isString = true;
      this.#key = [];
      return 'key';
    }
    return null;
  }

  /** Begins a value: enters it where it lies on the path, else passes it, taken or not. */
  #begin(byte: number): 'value' | null {
    const level = this.#open.length;
    const isContainer = byte === OPEN_OBJECT || byte === OPEN_ARRAY;
    const isOnPath = level === 0 || this.#name() === this.#names[level - 1];
    if (isOnPath && isContainer && level < this.#names.length) {
      this.#open.push(byte === OPEN_ARRAY ? 'array' : 'object');
      this.#isBehindColon = false;
      return null;
    }
    this.#place = 'value';
    this.#isItem = isOnPath && level === this.#names.length;
    this.#depth = isContainer ? 1 : 0;
    this.#isString = byte === QUOTE;
    return 'value';
  }

  #name(): string {
    if (this.#open.at(-1) === 'array') return 'item';
    const written = Buffer.concat(this.#key);
    if (!written.includes(BACKSLASH)) return written.toString('utf8');
    try {
      return String(JSON.parse(`"${written.toString('utf8')}"`));
    } catch {
      return '';
    }
  }

  /** Takes a byte inside a value and outside its strings; says whether the value ends, with this byte or before it. */
  #value(byte: number): 'inside' | 'with' | 'before' {
    const isClosing = byte === CLOSE_OBJECT || byte === CLOSE_ARRAY;
    if (this.#depth === 0) return isClosing || byte === COMMA || isSpace(byte) ? 'before' : 'inside';
    if (byte === QUOTE) this.#isString = true;
    else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) this.#depth += 1;
    else if (isClosing) this.#depth -= 1;
    return this.#depth === 0 ? 'with' : 'inside';
  }

  #closesString(byte: number): boolean {
    if (this.#isEscaped) this.#isEscaped = false;
    else if (byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === NEWLINE)
      throw new InputFault(
        'is not valid JSON from here on: a line break stands inside a string. What came before it was read.',
      );
    else if (byte === QUOTE) this.#isString = false;
    return !this.#isString;
  }

  #finish(found: Buffer[], bytes: Buffer): void {
    this.#place = 'between';
    // A comma comes next; a key only behind it.
    this.#isBehindColon = true;
    if (!this.#isItem) return;
    this.#hasItems = true;
    found.push(bytes, newline);
  }
}
