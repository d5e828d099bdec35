/**
 * The part of a byte stream that is still needed, addressed by position in the whole stream.
 * Appending to an empty window copies nothing; a window that must keep bytes grows by doubling.
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
    const store = this.#store;
    const isRoomLeft = store !== null && this.bytes.buffer === store.buffer;
    const from = isRoomLeft ? this.bytes.byteOffset - store.byteOffset : 0;
    if (isRoomLeft && from + length + chunk.length <= store.length) {
      store.set(chunk, from + length);
      this.bytes = store.subarray(from, from + length + chunk.length);
      return;
    }
    const grown = Buffer.allocUnsafeSlow(Math.max(2 * (length + chunk.length), 65_536));
    grown.set(this.bytes);
    grown.set(chunk, length);
    this.#store = grown;
    this.bytes = grown.subarray(0, length + chunk.length);
  }

  /** Forgets the bytes before a position of the stream. */
  dropBefore(position: number): void {
    const count = Math.min(Math.max(position - this.start, 0), this.bytes.length);
    this.start += count;
    this.bytes = this.bytes.subarray(count);
    if (this.bytes.length === 0) {
      this.bytes = Buffer.alloc(0);
      this.#store = null;
    }
  }
}
