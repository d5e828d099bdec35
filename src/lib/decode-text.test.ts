import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

describe('decodeText', () => {
  test('any text written as UTF-8 comes back unchanged with nothing repaired', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\uFEFF'));
        expect(decodeText(new TextEncoder().encode(text))).toEqual({ text, repaired: 0 });
      }),
    );
  });

  test('a Latin-1 byte is read as its letter and the UTF-8 characters around it stay whole', () => {
    const bytes = Buffer.concat([Buffer.from('Ynys Môn – caf'), Buffer.from([0xe9]), Buffer.from(' £5 𝄞')]);
    expect(decodeText(bytes)).toEqual({ text: 'Ynys Môn – café £5 𝄞', repaired: 1 });
  });

  test('whatever the bytes are there is a text, and ASCII in it is kept', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const { text, repaired } = decodeText(Buffer.concat([Buffer.from('a'), bytes, Buffer.from('z')]));
        expect(text.startsWith('a') && text.endsWith('z')).toBe(true);
        expect(repaired).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });

  test('the Latin-1 pound sign and windows quotes of Contracts Finder are read', () => {
    expect(decodeText(Buffer.from([0xa3, 0x31, 0x20, 0x93, 0x61, 0x94]))).toEqual({
      text: '£1 “a”',
      repaired: 3,
    });
  });
});
