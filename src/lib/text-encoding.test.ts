import { assert, array, constantFrom, property, string, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeChunks, EncodingProbe, type TextEncoding } from './text-encoding.ts';

function probed(bytes: Uint8Array, piece = bytes.length): TextEncoding {
  const probe = new EncodingProbe();
  for (let at = 0; at < bytes.length; at += Math.max(1, piece)) probe.add(bytes.subarray(at, at + piece));
  return probe.encoding();
}

async function decoded(bytes: Uint8Array, encoding: TextEncoding, piece: number): Promise<string> {
  async function* chunks(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < bytes.length; at += piece)
      yield await Promise.resolve(bytes.subarray(at, at + piece));
  }
  let text = '';
  for await (const part of decodeChunks(chunks(), encoding)) text += part;
  return text;
}

const bytesOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

describe('the encoding of a text', () => {
  it.each([
    ['plain ASCII', bytesOf('Supplier,Amount\r\nAlpha,1'), 'utf-8'],
    ['UTF-8', Buffer.from('Net (£),Ynys Môn'), 'utf-8'],
    ['a pound sign as Windows writes it', bytesOf('Net Amount(\xa3)'), 'windows-1252'],
    ['a pound sign as DOS wrote it', bytesOf('Net Amount(\x9c)'), 'cp850'],
    [
      'an apostrophe as old Macs wrote it',
      bytesOf('Commissioner\xd5s Office,Storage \xd0 Tier 2'),
      'macintosh',
    ],
    ['an apostrophe as Windows writes it', bytesOf('Children\x92s Services'), 'windows-1252'],
    ['an accented name as Windows writes it', bytesOf('Caf\xe9 Ltd'), 'windows-1252'],
    ['UTF-16 with a mark', Buffer.from('\ufeffSupplier', 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark', Buffer.from('Supplier,Amount,Date', 'utf16le'), 'utf-16le'],
    ['UTF-16 the other way round', Buffer.from('Supplier,Amount', 'utf16le').swap16(), 'utf-16be'],
    ['UTF-8 with one strange byte', Buffer.concat([Buffer.from('££££ caf'), bytesOf('\xe9,')]), 'utf-8'],
  ])('%s', (_, bytes, encoding) => {
    expect(probed(bytes)).toBe(encoding);
    expect(probed(bytes, 1)).toBe(encoding);
  });

  it('is UTF-8 for every UTF-8 text, in whatever pieces it comes', () => {
    assert(
      property(string({ unit: 'grapheme', minLength: 1 }), constantFrom(1, 2, 3, 5, 1000), (text, piece) => {
        expect(probed(Buffer.from(`x,${text},y`), piece)).toBe('utf-8');
      }),
    );
  });
});

describe('decoding pieces', () => {
  it.each([
    ['windows-1252', bytesOf('\xa31 \x92'), '£1 ’'],
    ['macintosh', bytesOf('\xa31 \xd5'), '£1 ’'],
    ['cp850', bytesOf('\x9c1 \x82'), '£1 é'],
    ['utf-16be', Buffer.from('£1', 'utf16le').swap16(), '£1'],
    ['utf-8', Buffer.concat([Buffer.from('\ufeff£1 '), bytesOf('\xe9')]), '£1 é'],
  ] as const)('%s', async (encoding, bytes, text) => {
    for (const piece of [1, 2, 3, 100]) expect(await decoded(bytes, encoding, piece)).toBe(text);
  });

  it('gives the same for any pieces', async () => {
    const bytes = Uint8Array.from(Array.from({ length: 512 }, (_, at) => (at * 7) % 256));
    const whole = await decoded(bytes, 'utf-8', 10_000);
    for (const piece of [1, 2, 3, 4, 7]) expect(await decoded(bytes, 'utf-8', piece)).toBe(whole);
  });

  it('never fails, whatever the bytes', () => {
    assert(
      property(array(uint8Array({ maxLength: 8 })), (pieces) => {
        const probe = new EncodingProbe();
        for (const piece of pieces) probe.add(piece);
        expect(typeof probe.encoding()).toBe('string');
      }),
    );
  });
});
