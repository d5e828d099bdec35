import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { inflateIfGzip } from './inflate.ts';

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

/** What is unpacked until the end or a failure, and the failure's code. */
async function unpack(bytes: Uint8Array, size = 1000): Promise<{ text: string; code: unknown }> {
  const chunks: Uint8Array[] = [];
  let code: unknown = null;
  try {
    for await (const chunk of inflateIfGzip(inPieces(bytes, size))) chunks.push(chunk);
  } catch (error) {
    code = error instanceof Error && 'code' in error ? error.code : error;
  }
  return { text: Buffer.concat(chunks).toString(), code };
}

const long = Array.from({ length: 20_000 }, (_, index) => `${index} ${Math.sin(index)}`).join('\n');
const packed = gzipSync(long);

describe('unpacking gzip', () => {
  it.each([1, 7, 4096, 1_000_000])('gives the same however the bytes are cut (%i)', async (size) => {
    const short = size < 100 ? gzipSync(long.slice(0, 20_000)) : packed;
    expect(await unpack(short, size)).toEqual({ text: gunzipSync(short).toString(), code: null });
    expect(await unpack(Buffer.from('plain'), size)).toEqual({ text: 'plain', code: null });
    expect(await unpack(Buffer.alloc(0), size)).toEqual({ text: '', code: null });
  });

  it('several members in a row, zeros after them, and headers with a name and more are one stream', async () => {
    const zeros = Buffer.alloc(600);
    expect(await unpack(Buffer.concat([packed, gzipSync('end'), zeros]))).toEqual({
      text: `${long}end`,
      code: null,
    });
    const header = Buffer.from('1f8b081e0000000000030300616263', 'hex');
    const named = Buffer.concat([
      header,
      Buffer.from('name\0comment\0crc'.slice(0, 15)),
      gzipSync('x').subarray(10),
    ]);
    expect(await unpack(named, 3)).toEqual({ text: 'x', code: null });
  });

  it('five megabytes of one letter, a thousandth of it packed', async () => {
    const letters = 'a'.repeat(5_000_000);
    expect(await unpack(gzipSync(letters))).toEqual({ text: letters, code: null });
  });

  it('a complete stream with other bytes after it fails after all of it', async () => {
    const tail = Buffer.from('<html>');
    expect(await unpack(Buffer.concat([packed, tail]))).toEqual({ text: long, code: 'GZIP_TRAILING_BYTES' });
    expect(await unpack(Buffer.concat([gzipSync('few'), tail]))).toEqual({
      text: 'few',
      code: 'GZIP_TRAILING_BYTES',
    });
  });

  it('what breaks off fails after all that stands before the cut', async () => {
    for (const at of [2, 9, packed.length / 2, packed.length - 8, packed.length - 1]) {
      const { text, code } = await unpack(packed.subarray(0, at));
      expect([long.startsWith(text), code]).toEqual([true, 'Z_BUF_ERROR']);
      if (at > packed.length - 9) expect(text).toBe(long);
    }
  });

  it('damage costs little of what stands before it', async () => {
    const half = Math.floor(packed.length / 2);
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, half, half + 50);
    const { text, code } = await unpack(damaged);
    expect(code).toBe('Z_DATA_ERROR');
    expect(text.length).toBeGreaterThan(0.45 * long.length);
    const wrongSum = Buffer.from(packed);
    wrongSum.fill(0, packed.length - 8, packed.length - 4);
    expect(await unpack(wrongSum)).toEqual({ text: long, code: 'Z_DATA_ERROR' });
  });
});
