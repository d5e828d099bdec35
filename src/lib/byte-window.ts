/**
 * The part of a byte stream that is still needed, addressed by position in the whole stream.
 * Appending to an empty window copies nothing; a window that must keep bytes has a store, which grows by doubling.
 */
export class ByteWindow {
  /** The bytes in view; `bytes[i]` is byte `start + i` of the stream. */
  bytes: Buffer = Buffer.alloc(0);
  /** Position in the stream of the first byte in view. */
  start = 0;
  #store: Buffer | null = null;

  /** Position after the last byte in view. */
  get end(): number {
    return this.start + this.bytes.length;
  }

  append(chunk: Uint8Array): void {
    const length = this.bytes.length;
    if (length === 0) {
      this.bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
      return;
    }
    const needed = length + chunk.length;
    const store = this.#store;
    const kept =
      store !== null && store.length >= needed ? store : Buffer.allocUnsafeSlow(Math.max(2 * needed, 65_536));
    // A full store is used again from its beginning; copying within it is safe where the two parts overlap.
    const from =
      kept === store && this.bytes.buffer === kept.buffer ? this.bytes.byteOffset - kept.byteOffset : -1;
    const start = from >= 0 && from + needed <= kept.length ? from : 0;
    if (start !== from) kept.set(this.bytes, start);
    kept.set(chunk, start + length);
    this.#store = kept;
    this.bytes = kept.subarray(start, start + needed);
  }

  /** Forgets the bytes before a position of the stream. */
  dropBefore(position: number): void {
    const count = Math.min(Math.max(position - this.start, 0), this.bytes.length);
    this.start += count;
    this.bytes = this.bytes.subarray(count);
    // What was needed for one long element isn't held on to.
    if (this.bytes.length < 65_536 && (this.#store?.length ?? 0) > 16 * 1024 * 1024) {
      this.bytes = Buffer.from(this.bytes);
      this.#store = null;
    }
  }
}
