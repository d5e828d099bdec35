/**
 * Bytes of a stream, taken in pieces of the size that is asked for.
 *
 * @example await new ByteQueue(file).take(10)
 */
export class ByteQueue {
  readonly #source: AsyncIterator<Uint8Array>;
  #held: Buffer = Buffer.alloc(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#source = chunks[Symbol.asyncIterator]();
  }

  /** The next bytes, which stay; fewer than asked for at the end of the stream. */
  async peek(count: number): Promise<Buffer> {
    while (this.#held.length < count) {
      const { done, value } = await this.#source.next();
      if (done === true) break;
      this.#held = this.#held.length === 0 ? bufferOf(value) : Buffer.concat([this.#held, value]);
    }
    return this.#held.subarray(0, count);
  }

  /** The next bytes; fewer than asked for at the end of the stream. */
  async take(count: number): Promise<Buffer> {
    const taken = await this.peek(count);
    this.#held = this.#held.subarray(taken.length);
    return taken;
  }

  /** Puts bytes back that were taken last. */
  giveBack(bytes: Uint8Array): void {
    if (bytes.length > 0) this.#held = Buffer.concat([bytes, this.#held]);
  }

  /** What is left, as it comes. */
  async *rest(): AsyncGenerator<Uint8Array> {
    if (this.#held.length > 0) yield this.#held;
    this.#held = Buffer.alloc(0);
    for (let next = await this.#source.next(); next.done !== true; next = await this.#source.next())
      yield next.value;
  }

  /** Lets go of the stream. */
  async close(): Promise<void> {
    await this.#source.return?.();
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
