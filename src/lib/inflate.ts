import { crc32, createInflateRaw, type InflateRaw } from 'node:zlib';
import { ByteQueue } from './byte-queue.ts';

/** Codes of zlib for data that break off or are damaged, and one of ours for bytes after the end that are no gzip. */
export type GzipFault = 'Z_BUF_ERROR' | 'Z_DATA_ERROR' | 'GZIP_TRAILING_BYTES';

/**
 * The bytes of a stream, unpacked where its first two bytes say that it is gzip (whatever its name says).
 * Several gzip members in a row are one stream, and zeros after them are padding. What is truncated or damaged, or goes on
 * with other bytes, fails after its last good bytes; damage may cost some ten kilobytes before it.
 *
 * @example for await (const chunk of inflateIfGzip(file)) …
 */
export async function* inflateIfGzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const bytes = new ByteQueue(chunks);
  try {
    if (hasGzipMagic(await bytes.peek(2))) yield* inflateMembers(bytes);
    else yield* bytes.rest();
  } finally {
    await bytes.close();
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

/**
 * Whether a failure only says that other bytes follow a gzip stream, which itself was read to its end.
 *
 * @example isTrailingFault(new Error('gone')) // false
 */
export function isTrailingFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'GZIP_TRAILING_BYTES';
}

function gzipFault(code: GzipFault): Error {
  return Object.assign(new Error('the gzip data cannot be read on'), { code });
}

/**
 * The frame of each member is read here and only its inside given to zlib: `Gunzip` throws away what it has unpacked
 * when anything but another member follows.
 */
async function* inflateMembers(bytes: ByteQueue): AsyncGenerator<Uint8Array> {
  while (hasGzipMagic(await bytes.peek(2))) {
    await passHeader(bytes);
    const sum = { crc: 0, length: 0 };
    for await (const chunk of inflateBody(bytes)) {
      sum.crc = crc32(chunk, sum.crc);
      sum.length = (sum.length + chunk.length) % 2 ** 32;
      yield chunk;
    }
    const trailer = await take(bytes, 8);
    if (trailer.readUInt32LE(0) !== sum.crc || trailer.readUInt32LE(4) !== sum.length)
      throw gzipFault('Z_DATA_ERROR');
  }
  for await (const chunk of bytes.rest())
    if (chunk.some((byte) => byte !== 0)) throw gzipFault('GZIP_TRAILING_BYTES');
}

/** Flags of a header, RFC 1952 section 2.3.1. */
const flag = { headerCrc: 2, extra: 4, name: 8, comment: 16 };

async function passHeader(bytes: ByteQueue): Promise<void> {
  const header = await take(bytes, 10);
  const [, , method, flags = 0] = header;
  if (method !== 8) throw gzipFault('Z_DATA_ERROR');
  if ((flags & flag.extra) !== 0) await take(bytes, (await take(bytes, 2)).readUInt16LE(0));
  for (const text of [flag.name, flag.comment])
    if ((flags & text) !== 0) while ((await take(bytes, 1))[0] !== 0);
  if ((flags & flag.headerCrc) !== 0) await take(bytes, 2);
}

async function take(bytes: ByteQueue, count: number): Promise<Buffer> {
  const taken = await bytes.take(count);
  if (taken.length < count) throw gzipFault('Z_BUF_ERROR');
  return taken;
}

/** Bytes given to zlib at a time: where these are damaged, what it made of them is lost. */
const pieceBytes = 4096;

async function* inflateBody(bytes: ByteQueue): AsyncGenerator<Uint8Array> {
  // Everything is taken as it comes: a piece unpacks to a thousand times its size at most.
  const engine = createInflateRaw({ chunkSize: 65_536 });
  const unpacked: Uint8Array[] = [];
  engine.on('data', (chunk: Uint8Array) => unpacked.push(chunk));
  let given = 0;
  try {
    for (;;) {
      const piece = await bytes.take(pieceBytes);
      if (piece.length === 0) throw gzipFault('Z_BUF_ERROR');
      given += piece.length;
      const isEnd = await writePiece(engine, piece);
      yield* unpacked.splice(0);
      if (!isEnd) continue;
      bytes.giveBack(piece.subarray(piece.length - (given - engine.bytesWritten)));
      return;
    }
  } finally {
    engine.destroy();
  }
}

/** Whether the deflated data end within the piece. What is made of it has arrived by then. */
async function writePiece(engine: InflateRaw, piece: Uint8Array): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onEnd = (): void => settle(() => resolve(true));
    const onError = (error: Error): void => settle(() => reject(error));
    const settle = (answer: () => void): void => {
      engine.off('end', onEnd).off('error', onError);
      answer();
    };
    engine.once('end', onEnd).once('error', onError);
    engine.write(piece, (error) => {
      if (error === null || error === undefined) settle(() => resolve(false));
    });
  });
}
