import { expect, it } from 'vitest';
import { readDraft } from './read-draft.ts';

const refusal = async (bytes: Uint8Array): Promise<string> =>
  readDraft(bytes).then(
    () => '',
    (error: unknown) => String(error),
  );

it('a text is read as it is', async () => {
  expect(await readDraft(Buffer.from('Price £5'))).toEqual({ text: 'Price £5', notRead: [] });
});

it('a byte that is no UTF-8 is told, in singular and plural', async () => {
  const one = await readDraft(Uint8Array.of(0x63, 0x61, 0x66, 0xe9));
  expect(one.text).toBe('café');
  expect(one.notRead).toEqual([
    '1 byte of the text was no UTF-8 and was read as Western European; a character here and there may be wrong.',
  ]);
  const two = await readDraft(Uint8Array.of(0xe9, 0x20, 0xe9));
  expect(two.notRead[0]).toContain('2 bytes of the text were no UTF-8');
});

it.each([
  ['a PDF', Buffer.from('%PDF-1.7'), 'a PDF, which can’t be read here. Copy its text'],
  ['an old Word file', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1), 'as .docx'],
  ['rich text', Buffer.from('{\\rtf1 draft}'), 'rich text'],
  ['a picture', Uint8Array.of(0x89, 0x50, 0x4e, 0x47), 'a picture'],
  ['an archive that is damaged', Buffer.from('PK\u0003\u0004'), 'damaged or locked'],
  ['bytes that are no text', Uint8Array.of(0x41, 0, 0x42), 'Save it as UTF-8'],
])('%s is refused with what to do instead', async (_, bytes, message) => {
  expect(await refusal(bytes)).toContain(message);
});
