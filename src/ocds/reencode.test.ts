import { describe, expect, it } from 'vitest';
import { reencoder } from './reencode.ts';

async function read(name: string, chunks: readonly number[][]): Promise<string> {
  const pieces = async function* () {
    for (const chunk of chunks) yield Uint8Array.from(chunk);
  };
  const found: Uint8Array[] = [];
  for await (const piece of reencoder(name)?.(pieces()) ?? []) found.push(Buffer.from(piece));
  return Buffer.concat(found).toString('utf8');
}

describe('bytes of a named encoding', () => {
  it.each([
    ['iso-8859-1', [[0x63, 0xe9], [0x80]], 'cé€'],
    ['latin_1', [[0xa3]], '£'],
    ['cp1252', [[0x93]], '“'],
    ['utf-16le', [[0xa3], [0x00, 0xac, 0x20]], '£€'],
    ['UTF-16', [[0xff, 0xfe, 0xa3, 0x00]], '£'],
  ])('become UTF-8, wherever they are cut: %s', async (name, chunks, text) => {
    expect(await read(name, chunks)).toBe(text);
  });

  it.each(['utf-8', 'UTF_8', 'utf8', 'utf-8-sig'])('are left alone where they are UTF-8: %s', (name) => {
    expect(reencoder(name)).toBeNull();
  });

  it('are refused where nobody knows the encoding', () => {
    expect(() => reencoder('klingon')).toThrow('There is no encoding "klingon".');
  });

  it('are told where they are not of it', async () => {
    await expect(read('utf-16le', [[0x00, 0xd8, 0x41, 0x00]])).rejects.toMatchObject({
      code: 'ERR_ENCODING_INVALID_ENCODED_DATA',
    });
  });
});
