import { ByteWindow } from '../lib/byte-window.ts';
import {
  NEWLINE,
  QUOTE,
  COMMA,
  COLON,
  OPEN_ARRAY,
  BACKSLASH,
  CLOSE_ARRAY,
  OPEN_OBJECT,
  CLOSE_OBJECT,
  isSpace,
  mayBegin,
  scalarEnd,
} from './scan-bytes.ts';

/**
 * Where a piece of JSON lies in its input: bytes from the beginning of the (unpacked) input, and its first line. Of an
 * element that shares this line with others or with what holds it, `element` says which of the line it is, from 1.
 */
export type Span = { offset: number; length: number; line: number; element: number | null };

/** A package or record whose elements are given out one by one, and the line on which it begins. */
export type Container = { number: number; parent: Container | null; line: number };

/** What a scan finds. Bytes are valid until the call returns. */
export type ScanHandler = {
  /**
   * A line that begins with `{` and ends with `}` (or `[` and `]`, where values are taken whole) where a value may begin,
   * and that the next line doesn't continue.
   * True: taken as it is. False: it is to be taken apart (a package, a record, several values) like any other text.
   */
  line(bytes: Buffer, span: Span): boolean;
  /** An element of a container's `releases`, or a value that has no elements of its own (`container` as far as known). */
  element(bytes: Buffer, span: Span, container: Container | null): void;
  /** A container's end: its own members, with its elements left out of their lists. */
  close(bytes: Buffer, span: Span, container: Container): void;
  /** Bytes that are no JSON; the scan goes on at a later line. */
  broken(line: number, message: string): void;
  /** A value begins that is in no other; told once, before anything of it. */
  top?(isArray: boolean): void;
};

/** `parts`: releases and records are taken out of what holds them. `values`: each JSON text is one element. */
export type ScanMode = 'parts' | 'values';

/** A value that is being walked over; a candidate may turn out to have `releases` or `records`. */
type Open = { start: number; line: number; depth: number; candidate: Candidate | null };

type Candidate = {
  container: Container;
  /** Members before the elements, copied; from `kept` on they are still in the window. */
  skeleton: Buffer[];
  kept: number;
  /** At the candidate's own level: behind a colon, or before one. */
  isBehindColon: boolean;
  keyStart: number;
  key: string;
};

/** A list whose entries are taken one by one, in the candidate that it interrupts (null: an array at the top). */
type List = { owner: Open | null; holdsReleases: boolean };

const longestLine = 4 * 1024 * 1024;
const largestElement = 256 * 1024 * 1024;
const deepest = 1000;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Finds the borders of releases and records in JSON of any shape (packages, records, arrays, JSON Lines, concatenated
 * JSON) by looking at bytes. It holds one element at a time, so that a package may be of any size.
 *
 * It doesn't check grammar beyond what tells where a broken value ends: a line break in a string, and an object that
 * begins where none can. Then the value is given up, and the scan goes on at the line after the one where it began.
 *
 * @example const scan = new Scan(handler); for await (const chunk of file) scan.push(chunk); scan.end();
 */
export class Scan {
  readonly #handler: ScanHandler;
  readonly #mode: ScanMode;
  readonly #window = new ByteWindow();
  #hasByteOrderMark = false;
  #lists: List[] = [];
  #open: Open | null = null;
  #isString = false;
  #isEscaped = false;
  /** The next byte, as an index of the window's bytes while running, as a position of the stream in between. */
  #at = 0;
  #line = 1;
  #containers = 0;
  #isEnded = false;
  #isSkippingLine = false;
  /** How many elements of the line `#countedLine` were given out one by one. */
  #elements = 0;
  #countedLine = 0;
  /** Whether only white space was met on this line: a value behind another on its line isn't taken for a line. */
  #isLineStart = true;

  constructor(handler: ScanHandler, mode: ScanMode = 'parts') {
    this.#handler = handler;
    this.#mode = mode;
  }

  /** Takes the next bytes. */
  push(chunk: Uint8Array): void {
    if (chunk.length === 0) return;
    this.#window.append(chunk);
    this.#run();
    if (this.#window.bytes.length > largestElement) {
      this.#fail(`it is longer than ${largestElement / 1024 / 1024} MB`);
      this.#run();
    }
  }

  /** Takes the end of the input. */
  end(): void {
    this.#isEnded = true;
    this.#run();
    while (this.#open !== null || this.#lists.length > 0) {
      this.#fail('the input ends in the middle of it');
      this.#run();
    }
  }

  /** Whether a byte order mark was passed over since the last call. */
  takeByteOrderMark(): boolean {
    const has = this.#hasByteOrderMark;
    this.#hasByteOrderMark = false;
    return has;
  }

  /** Goes as far as the bytes in the window reach, and forgets those that are done with. */
  #run(): void {
    while (this.#open === null ? this.#seek() : this.#walk(this.#open)) continue;
    const kept = this.#open === null ? this.#at : (this.#open.candidate?.kept ?? this.#open.start);
    this.#window.dropBefore(kept);
  }

  /** Looks for the beginning of the next value; false where more bytes are needed. */
  #seek(): boolean {
    const { bytes, start } = this.#window;
    if (this.#at === 0 && !this.#passByteOrderMark(bytes)) return false;
    for (let index = this.#at - start; index < bytes.length; index += 1) {
      const byte = bytes[index];
      this.#at = start + index;
      if (this.#isSkippingLine && byte !== NEWLINE) continue;
      if (byte === NEWLINE) {
        this.#line += 1;
        this.#isSkippingLine = false;
        this.#isLineStart = true;
      } else if (byte === OPEN_OBJECT || (byte === OPEN_ARRAY && this.#mode === 'values')) {
        return this.#beginValue(byte);
      } else if (byte === OPEN_ARRAY) {
        if (this.#lists.length > 0) {
          this.#begin(null);
          return true;
        }
        this.#handler.top?.(true);
        this.#lists.push({ owner: null, holdsReleases: false });
      } else if (byte === CLOSE_ARRAY && this.#lists.length > 0) {
        const list = this.#lists.pop();
        if (list?.owner) return this.#resume(list.owner);
      } else if (!isSpace(byte) && byte !== COMMA) {
        return this.#takeScalar();
      }
    }
    this.#at = start + bytes.length;
    return false;
  }

  #passByteOrderMark(bytes: Buffer): boolean {
    if (bytes.length < byteOrderMark.length && !this.#isEnded) return false;
    if (bytes.subarray(0, byteOrderMark.length).equals(byteOrderMark)) {
      this.#hasByteOrderMark = true;
      this.#at = byteOrderMark.length;
    }
    return true;
  }

  #beginValue(byte: number): boolean {
    const list = this.#lists.at(-1);
    if (list === undefined) {
      const taken = !this.#isLineStart
        ? 'no'
        : this.#tryLine(byte === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY);
      if (taken === 'yes') return true;
      if (taken === 'more') return false;
      this.#handler.top?.(byte === OPEN_ARRAY);
    }
    if (this.#mode === 'values' || list?.holdsReleases === true) {
      this.#begin(null);
      return true;
    }
    this.#containers += 1;
    const parent = list?.owner?.candidate?.container ?? null;
    const container: Container = { number: this.#containers, parent, line: this.#line };
    this.#begin({ container, skeleton: [], kept: this.#at, isBehindColon: false, keyStart: 0, key: '' });
    return true;
  }

  #begin(candidate: Candidate | null): void {
    this.#isLineStart = false;
    this.#open = { start: this.#at, line: this.#line, depth: 0, candidate };
  }

  /** Back into the candidate whose list ended; its skeleton goes on with the closing bracket. */
  #resume(owner: Open): true {
    if (owner.candidate !== null) owner.candidate.kept = this.#at;
    this.#at += 1;
    this.#open = owner;
    return true;
  }

  /** Offers the line to the handler as a whole, where it can be one. */
  #tryLine(closing: number): 'yes' | 'no' | 'more' {
    const { bytes, start } = this.#window;
    const from = this.#at - start;
    const newline = bytes.indexOf(NEWLINE, from);
    if (newline === -1 && !this.#isEnded) return bytes.length - from > longestLine ? 'no' : 'more';
    let end = newline === -1 ? bytes.length : newline;
    let next = end;
    while (next < bytes.length && isSpace(bytes[next])) next += 1;
    if (next === bytes.length && !this.#isEnded) return bytes.length - from > 2 * longestLine ? 'no' : 'more';
    const follower = bytes[next];
    if (follower === COMMA || follower === CLOSE_ARRAY || follower === CLOSE_OBJECT || follower === COLON)
      return 'no';
    while (isSpace(bytes[end - 1])) end -= 1;
    if (bytes[end - 1] !== closing) return 'no';
    const span = { offset: this.#at, length: end - from, line: this.#line, element: null };
    if (!this.#handler.line(bytes.subarray(from, end), span)) return 'no';
    this.#handler.top?.(closing === CLOSE_ARRAY);
    this.#at = start + end;
    return 'yes';
  }

  /** A number, a word, a string, or a line that is no JSON at all, where an object should be. */
  #takeScalar(): boolean {
    const { bytes, start } = this.#window;
    const from = this.#at - start;
    const isJson = /["\-\dtfnIN]/.test(String.fromCharCode(bytes[from] ?? 0));
    const end = isJson ? scalarEnd(bytes, from) : bytes.indexOf(NEWLINE, from);
    const isWhole = end !== -1 && (end < bytes.length || bytes[from] === QUOTE);
    if (!isWhole && !this.#isEnded && bytes.length - from <= longestLine) return false;
    const to = isWhole ? end : bytes.length;
    if (this.#lists.length === 0) this.#handler.top?.(false);
    const span = { offset: this.#at, length: to - from, line: this.#line };
    const element = this.#countElement(span.line, null);
    this.#handler.element(bytes.subarray(from, to), { ...span, element }, null);
    if (!isWhole) this.#isSkippingLine = true;
    this.#at = start + to;
    return true;
  }

  /** Walks to the end of an object or array; false where more bytes are needed. */
  #walk(open: Open): boolean {
    const { bytes, start } = this.#window;
    const { candidate } = open;
    let isString = this.#isString;
    let isEscaped = this.#isEscaped;
    for (let index = this.#at - start; index < bytes.length; index += 1) {
      const byte = bytes[index];
      if (isString) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) {
          isString = false;
          if (candidate !== null && open.depth === 1 && !candidate.isBehindColon) {
            candidate.key = bytes.toString('latin1', candidate.keyStart - start, index);
          }
        } else if (byte === NEWLINE)
          return this.#failAt(start + index, 'a line break stands inside a string');
        continue;
      }
      if (byte === QUOTE) {
        isString = true;
        if (candidate !== null && open.depth === 1) candidate.keyStart = start + index + 1;
      } else if (byte === NEWLINE) {
        this.#line += 1;
      } else if (byte === COLON) {
        if (candidate !== null && open.depth === 1) candidate.isBehindColon = true;
      } else if (byte === COMMA) {
        if (candidate !== null && open.depth === 1) candidate.isBehindColon = false;
      } else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        if (byte === OPEN_ARRAY && candidate !== null && open.depth === 1 && isListKey(candidate)) {
          this.#enterList(open, candidate, start + index);
          return true;
        }
        if (open.depth > 0 && !mayBegin(bytes, index)) {
          const isOnItsLine = this.#line === open.line;
          return this.#failAt(
            start + index,
            isOnItsLine
              ? 'a comma or colon is missing before an object or array in it'
              : `it has not ended where line ${this.#line} begins another object or array`,
          );
        }
        open.depth += 1;
        if (open.depth > deepest)
          return this.#failAt(start + index, `it is nested more than ${deepest} deep`);
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        open.depth -= 1;
        if (open.depth === 0) {
          this.#finish(open, start + index + 1);
          return true;
        }
      }
    }
    this.#isString = isString;
    this.#isEscaped = isEscaped;
    this.#at = start + bytes.length;
    return false;
  }

  #enterList(open: Open, candidate: Candidate, position: number): void {
    const { bytes, start } = this.#window;
    candidate.skeleton.push(Buffer.from(bytes.subarray(candidate.kept - start, position + 1 - start)));
    this.#lists.push({ owner: open, holdsReleases: candidate.key === 'releases' });
    this.#open = null;
    this.#isString = false;
    this.#isEscaped = false;
    this.#at = position + 1;
  }

  #finish(open: Open, end: number): void {
    const { bytes, start } = this.#window;
    const { candidate } = open;
    const span = { offset: open.start, length: end - open.start, line: open.line };
    const container = this.#lists.at(-1)?.owner?.candidate?.container ?? null;
    this.#open = null;
    this.#isString = false;
    this.#isEscaped = false;
    this.#at = end;
    if (candidate !== null && candidate.skeleton.length > 0) {
      const rest = bytes.subarray(candidate.kept - start, end - start);
      const all = Buffer.concat([...candidate.skeleton, rest]);
      this.#handler.close(all, { ...span, element: null }, candidate.container);
      return;
    }
    const element = this.#countElement(span.line, container);
    this.#handler.element(bytes.subarray(open.start - start, end - start), { ...span, element }, container);
  }

  /** Counts an element that begins on a line; its number where the line alone wouldn't tell which it is. */
  #countElement(line: number, container: Container | null): number | null {
    this.#elements = line === this.#countedLine ? this.#elements + 1 : 1;
    this.#countedLine = line;
    return this.#elements > 1 || container?.line === line ? this.#elements : null;
  }

  #failAt(position: number, message: string): true {
    this.#at = position;
    this.#fail(message);
    return true;
  }

  /** Gives up the value at hand and whatever holds it; goes on at the line after the one where the value began. */
  #fail(message: string): void {
    const { bytes, start } = this.#window;
    const open = this.#open ?? this.#lists.findLast((list) => list.owner !== null)?.owner ?? null;
    const line = this.#open === null ? this.#line : this.#open.line;
    const isHeld =
      this.#open !== null &&
      open !== null &&
      (open.candidate === null || open.candidate.skeleton.length === 0);
    const newline = isHeld ? bytes.indexOf(NEWLINE, open.start - start) : -1;
    this.#handler.broken(isHeld ? line : (open?.line ?? line), message);
    this.#open = null;
    this.#lists = [];
    this.#isString = false;
    this.#isEscaped = false;
    if (newline === -1) {
      this.#isSkippingLine = true;
      return;
    }
    this.#at = start + newline;
    this.#line = line;
  }
}

function isListKey(candidate: Candidate): boolean {
  return candidate.isBehindColon && (candidate.key === 'releases' || candidate.key === 'records');
}
