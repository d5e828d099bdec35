import { WordTable } from '../lib/word-table.ts';

/** Where a release lies. `packageNumber` 0: in no package. */
export type Entry = { file: number; offset: number; length: number; line: number; packageNumber: number };

/** Words of an entry; the offset has 48 bits, the file 16. */
const OFFSET_LOW = 0;
const OFFSET_HIGH_AND_FILE = 1;
const LENGTH = 2;
const LINE = 3;
const PACKAGE = 4;
const NEXT = 5;
/** Words of a process; entries are counted from 1, 0 is none. */
const HASH_HIGH = 0;
const HASH_LOW = 1;
const FIRST = 2;
const LAST = 3;

/**
 * Which releases belong to which process: 24 bytes per release and about as many per process, outside the heap, so that an
 * index of millions stays small. Processes are told apart by 64 bits of their ocid's hash.
 */
export class ReleaseIndex {
  readonly #entries = new WordTable(6);
  readonly #processes = new WordTable(4);
  /** Process number + 1 by hash, 0 where free; the number of slots is a power of two. */
  #slots = new Uint32Array(4096);

  /** Releases. */
  get size(): number {
    return this.#entries.size;
  }

  /** Processes. */
  get processCount(): number {
    return this.#processes.size;
  }

  /** Adds a release, and returns the number of its process. */
  add(ocid: string, entry: Entry): number {
    const row = this.#entries.add();
    this.#entries.set(row, OFFSET_LOW, entry.offset % 2 ** 32);
    this.#entries.set(row, OFFSET_HIGH_AND_FILE, Math.floor(entry.offset / 2 ** 32) * 2 ** 16 + entry.file);
    this.#entries.set(row, LENGTH, entry.length);
    this.#entries.set(row, LINE, entry.line);
    this.#entries.set(row, PACKAGE, entry.packageNumber);
    const process = this.#processOf(ocid);
    const last = this.#processes.get(process, LAST);
    if (last === 0) this.#processes.set(process, FIRST, row + 1);
    else this.#entries.set(last - 1, NEXT, row + 1);
    this.#processes.set(process, LAST, row + 1);
    return process;
  }

  /** The releases of a process (0 to `processCount` − 1, in order of first appearance), in order of appearance. */
  entriesOf(process: number): Entry[] {
    const entries: Entry[] = [];
    for (let at = this.#processes.get(process, FIRST); at !== 0; at = this.#entries.get(at - 1, NEXT)) {
      entries.push(this.#entryAt(at - 1));
    }
    return entries;
  }

  #entryAt(row: number): Entry {
    const highAndFile = this.#entries.get(row, OFFSET_HIGH_AND_FILE);
    return {
      file: highAndFile % 2 ** 16,
      offset: Math.floor(highAndFile / 2 ** 16) * 2 ** 32 + this.#entries.get(row, OFFSET_LOW),
      length: this.#entries.get(row, LENGTH),
      line: this.#entries.get(row, LINE),
      packageNumber: this.#entries.get(row, PACKAGE),
    };
  }

  #processOf(ocid: string): number {
    const [high, low] = hash(ocid);
    let slot = this.#slotOf(low);
    for (let number = this.#slots[slot] ?? 0; number !== 0; number = this.#slots[slot] ?? 0) {
      const process = number - 1;
      if (this.#processes.get(process, HASH_HIGH) === high && this.#processes.get(process, HASH_LOW) === low)
        return process;
      slot = this.#slotOf(slot + 1);
    }
    const process = this.#processes.add();
    this.#processes.set(process, HASH_HIGH, high);
    this.#processes.set(process, HASH_LOW, low);
    this.#slots[slot] = process + 1;
    if (4 * this.#processes.size > 3 * this.#slots.length) this.#growSlots();
    return process;
  }

  #slotOf(number: number): number {
    return (number & (this.#slots.length - 1)) >>> 0;
  }

  #growSlots(): void {
    this.#slots = new Uint32Array(2 * this.#slots.length);
    for (let process = 0; process < this.#processes.size; process += 1) {
      let slot = this.#slotOf(this.#processes.get(process, HASH_LOW));
      while (this.#slots[slot] !== 0) slot = this.#slotOf(slot + 1);
      this.#slots[slot] = process + 1;
    }
  }
}

/** Two independent 32-bit hashes (FNV-1a with different primes, mixed as in MurmurHash3). */
function hash(text: string): [number, number] {
  let high = 0x811c9dc5;
  let low = 0x9747b28c;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    high = Math.imul(high ^ code, 0x01000193);
    low = Math.imul(low ^ code, 0x5bd1e995);
    low ^= low >>> 15;
  }
  return [mix(high), mix(low)];
}

function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
