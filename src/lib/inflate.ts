import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

/**
 * The bytes of a stream, unpacked where its first two bytes say that it is gzip (whatever its name says).
 * Several gzip members in a row are one stream. A truncated stream fails after its last good
 * bytes; a damaged one may lose some hundred kilobytes before the damage too.
 *
 * @example for await (const chunk of inflateIfGzip(file)) …
 */
export async function* inflateIfGzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = chunks[Symbol.asyncIterator]();
  try {
    const head: Uint8Array[] = [];
    let length = 0;
    while (length < 2) {
      const { done, value } = await source.next();
      if (done === true) break;
      head.push(value);
      length += value.length;
    }
    const isGzip = hasGzipMagic(
      length > 1 && (head[0]?.length ?? 0) < 2 ? Buffer.concat(head) : (head[0] ?? new Uint8Array()),
    );
    const all = rejoin(head, source);
    yield* isGzip ? inflate(all) : all;
  } finally {
    await source.return?.();
  }
}

/**
 * Whether bytes begin as gzip does (RFC 1952).
 *
 * @example hasGzipMagic(Uint8Array.of(0x1f, 0x8b)) // true
 */
export function hasGzipMagic(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

async function* rejoin(
  head: readonly Uint8Array[],
  rest: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  yield* head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

async function* inflate(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(chunks, { objectMode: false });
  const gunzip = createGunzip({ chunkSize: 262_144 });
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    for await (const chunk of gunzip) if (chunk instanceof Uint8Array) yield chunk;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
}
