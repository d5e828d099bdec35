/** Where a release lies. `packageNumber` 0: in no package. */
export type Entry = { file: number; offset: number; length: number; line: number; packageNumber: number };

const none = 0xffff_ffff;

/**
 * Which releases belong to which process: per release about 30 bytes in typed arrays, per process 24, so that an index
 * of millions stays small and outside the heap. Processes are told apart by 64 bits of their ocid's hash.
 */
export class ReleaseIndex {
  #count = 0;
  #processes = 0;
  #offset = new Float64Array(1024);
  #length = new Uint32Array(1024);
  #line = new Uint32Array(1024);
  #file = new Uint16Array(1024);
  #package = new Uint32Array(1024);
  #next = new Uint32Array(1024);
  #first = new Uint32Array(1024);
  #last = new Uint32Array(1024);
  /** Hash table: two words of hash and the process number, 0 where free. */
  #table = new Uint32Array(3 * 4096);

  /** Releases. */
  get size(): number {
    return this.#count;
  }

  /** Processes. */
  get processCount(): number {
    return this.#processes;
  }

  /** Adds a release, and returns the number of its process. */
  add(ocid: string, entry: Entry): number {
    if (this.#count === this.#offset.length) this.#growEntries();
    const number = this.#count;
    this.#count += 1;
    this.#offset[number] = entry.offset;
    this.#length[number] = entry.length;
    this.#line[number] = entry.line;
    this.#file[number] = entry.file;
    this.#package[number] = entry.packageNumber;
    this.#next[number] = none;
    const process = this.#processOf(ocid);
    const last = this.#last[process] ?? none;
    if (last === none) this.#first[process] = number;
    else this.#next[last] = number;
    this.#last[process] = number;
    return process;
  }

  /** The releases of a process (0 to `processCount` − 1, in order of first appearance), in order of appearance. */
  entriesOf(process: number): Entry[] {
    const entries: Entry[] = [];
    for (let at = this.#first[process] ?? none; at !== none; at = this.#next[at] ?? none) {
      entries.push({
        file: this.#file[at] ?? 0,
        offset: this.#offset[at] ?? 0,
        length: this.#length[at] ?? 0,
        line: this.#line[at] ?? 0,
        packageNumber: this.#package[at] ?? 0,
      });
    }
    return entries;
  }

  #processOf(ocid: string): number {
    const [high, low] = hash(ocid);
    const slots = this.#table.length / 3;
    for (let slot = low % slots; ; slot = (slot + 1) % slots) {
      const at = 3 * slot;
      const number = this.#table[at + 2] ?? 0;
      if (number === 0) return this.#newProcess(at, high, low);
      if (this.#table[at] === high && this.#table[at + 1] === low) return number - 1;
    }
  }

  #newProcess(at: number, high: number, low: number): number {
    const process = this.#processes;
    this.#processes += 1;
    if (process === this.#first.length) {
      this.#first = grown(this.#first, new Uint32Array(2 * process));
      this.#last = grown(this.#last, new Uint32Array(2 * process));
    }
    this.#first[process] = none;
    this.#last[process] = none;
    this.#table.set([high, low, process + 1], at);
    if (3 * 3 * this.#processes > 2 * this.#table.length) this.#growTable();
    return process;
  }

  #growTable(): void {
    const old = this.#table;
    const slots = (2 * old.length) / 3;
    this.#table = new Uint32Array(3 * slots);
    for (let from = 0; from < old.length; from += 3) {
      if (old[from + 2] === 0) continue;
      let slot = (old[from + 1] ?? 0) % slots;
      while (this.#table[3 * slot + 2] !== 0) slot = (slot + 1) % slots;
      this.#table.set(old.subarray(from, from + 3), 3 * slot);
    }
  }

  #growEntries(): void {
    // By half: the index is the only thing here that grows with the input.
    const size = Math.ceil(1.5 * this.#count);
    this.#offset = grown(this.#offset, new Float64Array(size));
    this.#length = grown(this.#length, new Uint32Array(size));
    this.#line = grown(this.#line, new Uint32Array(size));
    this.#file = grown(this.#file, new Uint16Array(size));
    this.#package = grown(this.#package, new Uint32Array(size));
    this.#next = grown(this.#next, new Uint32Array(size));
  }
}

function grown<Numbers extends Float64Array | Uint32Array | Uint16Array>(
  from: Numbers,
  to: Numbers,
): Numbers {
  to.set(from);
  return to;
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
