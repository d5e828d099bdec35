const rowsPerSegment = 32_768;

/**
 * Rows of a fixed number of 32-bit words, kept outside the heap. Grows by segments: nothing is copied or thrown away, so
 * that memory holds what the rows need and no more.
 *
 * @example const table = new WordTable(2); table.set(table.add(), 1, 7); table.get(0, 1) // 7
 */
export class WordTable {
  readonly #words: number;
  readonly #segments: Uint32Array[] = [];
  #count = 0;

  constructor(wordsPerRow: number) {
    this.#words = wordsPerRow;
  }

  /** Rows. */
  get size(): number {
    return this.#count;
  }

  /** Adds a row of zeros and returns its number. */
  add(): number {
    const row = this.#count;
    if (row % rowsPerSegment === 0) this.#segments.push(new Uint32Array(rowsPerSegment * this.#words));
    this.#count += 1;
    return row;
  }

  get(row: number, word: number): number {
    return (
      this.#segments[Math.floor(row / rowsPerSegment)]?.[(row % rowsPerSegment) * this.#words + word] ?? 0
    );
  }

  set(row: number, word: number, value: number): void {
    const segment = this.#segments[Math.floor(row / rowsPerSegment)];
    if (segment !== undefined) segment[(row % rowsPerSegment) * this.#words + word] = value;
  }
}
