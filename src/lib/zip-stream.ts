import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One file of an archive, its content arriving piece by piece. */
export type ZipEntry = { name: string; content: AsyncIterable<string> | Iterable<string> };

type Finished = { name: Buffer; crc: number; packed: number; plain: number; offset: number };

const largest = 0xff_ff_ff_ff;

/**
 * Writes a ZIP archive as a stream, in memory that does not grow with its files: sizes follow each file's content
 * (data descriptors, APPNOTE 4.3.9), so nothing is held back. Files and archive must stay under 4 GiB.
 *
 * @throws RangeError where they do not
 * @example for await (const chunk of zipStream([{ name: 'a.txt', content: ['hello'] }])) file.write(chunk)
 */
export async function* zipStream(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Uint8Array> {
  const finished: Finished[] = [];
  let offset = 0;
  for await (const entry of entries) {
    const file: Finished = { name: Buffer.from(entry.name), crc: 0, packed: 0, plain: 0, offset };
    const head = Buffer.concat([localHeader(file), file.name]);
    yield head;
    for await (const chunk of deflated(entry.content, file)) {
      file.packed += chunk.length;
      yield chunk;
    }
    const tail = dataDescriptor(file);
    yield tail;
    offset += head.length + file.packed + tail.length;
    if (offset > largest || file.plain > largest)
      throw new RangeError('A ZIP archive of this form ends at 4 GiB.');
    finished.push(file);
  }
  const directory = Buffer.concat(finished.flatMap((file) => [directoryHeader(file), file.name]));
  yield Buffer.concat([directory, endRecord(finished.length, directory.length, offset)]);
}

/** Deflates the content, noting length and checksum of what goes in. */
async function* deflated(content: ZipEntry['content'], file: Finished): AsyncGenerator<Buffer> {
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of content) {
      const bytes = Buffer.from(piece);
      file.crc = crc32(bytes, file.crc);
      file.plain += bytes.length;
      yield bytes;
    }
  }
  const source = Readable.from(counted(), { objectMode: false });
  const packer = createDeflateRaw();
  source.on('error', (error) => packer.destroy(error));
  for await (const chunk of source.pipe(packer)) yield Buffer.from(chunk);
}

// Flags: bit 3 sizes follow the content, bit 11 names are UTF-8. Method 8 is deflate. The date is 1 January 1980, so
// that the same rows give the same bytes.
const flags = 0x08_08;
const method = 8;
const dosDate = 0x00_21;

function localHeader(file: Finished): Buffer {
  return fields(
    [0x04_03_4b_50, 4],
    [20, 2],
    [flags, 2],
    [method, 2],
    [0, 2],
    [dosDate, 2],
    [0, 4],
    [0, 4],
    [0, 4],
    [file.name.length, 2],
    [0, 2],
  );
}

function dataDescriptor(file: Finished): Buffer {
  return fields([0x08_07_4b_50, 4], [file.crc, 4], [file.packed, 4], [file.plain % (largest + 1), 4]);
}

function directoryHeader(file: Finished): Buffer {
  const sizes: Field[] = [
    [file.crc, 4],
    [file.packed, 4],
    [file.plain, 4],
    [file.name.length, 2],
  ];
  const rest: Field[] = [
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [0, 4],
    [file.offset, 4],
  ];
  return fields(
    [0x02_01_4b_50, 4],
    [20, 2],
    [20, 2],
    [flags, 2],
    [method, 2],
    [0, 2],
    [dosDate, 2],
    ...sizes,
    ...rest,
  );
}

function endRecord(count: number, length: number, offset: number): Buffer {
  return fields([0x06_05_4b_50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [length, 4], [offset, 4], [0, 2]);
}

type Field = [value: number, bytes: 2 | 4];

function fields(...list: Field[]): Buffer {
  const buffer = Buffer.alloc(list.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of list) {
    buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}
