import { documentText, type DocumentText } from '../../lib/document-text.ts';
import { decodeText } from '../../lib/decode-text.ts';
import { AppError } from '../../lib/errors.ts';
import { countText, numberText } from '../count-text.ts';

/** A draft as text, and in sentences what of it was not read. */
export type ReadDraft = { text: string; notRead: string[] };

/** Bytes that the texts of a document may unpack to. */
const mostUnpackedBytes = 50_000_000;

/** Files that are no text, by their first bytes, and what to do with each. */
const others: readonly { begins: readonly number[]; what: string; instead: string }[] = [
  { begins: [0x25, 0x50, 0x44, 0x46], what: 'a PDF', instead: 'Copy its text, or send the Word file that it was made of.' },
  { begins: [0xd0, 0xcf, 0x11, 0xe0], what: 'a file of an older Office program, or one that is locked', instead: 'Save it without a password as .docx.' },
  { begins: [0x7b, 0x5c, 0x72, 0x74, 0x66], what: 'a file of rich text', instead: 'Save it as .docx, or copy its text.' },
  { begins: [0x89, 0x50, 0x4e, 0x47], what: 'a picture', instead: 'Copy the text that it shows.' },
  { begins: [0xff, 0xd8, 0xff], what: 'a picture', instead: 'Copy the text that it shows.' },
]; // prettier-ignore

/**
 * Reads a draft tender: a Word document, an OpenDocument text, or a text (an OCDS release among them).
 *
 * @throws AppError `input-unreadable` where the file has no words that can be read; the sentence says what to do instead
 */
export async function readDraft(bytes: Uint8Array): Promise<ReadDraft> {
  const other = others.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte));
  if (other !== undefined)
    throw unreadable(`The draft is ${other.what}, which can’t be read here. ${other.instead}`);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readDocument(bytes);
  const { text, repaired } = decodeText(bytes);
  if (text.includes('\u0000'))
    throw unreadable('The draft is no text, or one in an encoding that can’t be read. Save it as UTF-8.');
  return {
    text,
    notRead:
      repaired === 0
        ? []
        : [
            `${countText(repaired, 'byte')} of the text ${repaired === 1 ? 'was' : 'were'} no UTF-8 and ${repaired === 1 ? 'was' : 'were'} read as Western European; a character here and there may be wrong.`,
          ],
  };
}

async function readDocument(bytes: Uint8Array): Promise<ReadDraft> {
  const read = await documentText(bytes, mostUnpackedBytes);
  if (!('fault' in read)) return { text: read.text, notRead: notReadOf(read.leftOut) };
  if (read.fault === 'too-large')
    throw unreadable(
      `The texts of the document come to more than ${numberText(mostUnpackedBytes / 1_000_000)} MB. Send the part that matters, or its text.`,
    );
  throw unreadable(
    read.fault === 'damaged'
      ? 'The document is damaged or locked, so that nothing of it was read. Save it anew without a password, or copy its text.'
      : 'The file is a zip archive, but no Word document and no OpenDocument text. Send a .docx or .odt file, or copy the text.',
  );
}

function notReadOf({ pictures, comments, deletions, headers }: DocumentText['leftOut']): string[] {
  return [
    pictures === 0 ? '' : `${countText(pictures, 'picture')} or ${pictures === 1 ? 'drawing' : 'drawings'} ${were(pictures)} not read: what stands only there is not known.`,
    comments === 0 ? '' : `${countText(comments, 'comment')} ${were(comments)} not read.`,
    deletions === 0 ? '' : `${countText(deletions, 'passage')} that tracked changes take out ${were(deletions)} not read.`,
    headers === 0 ? '' : 'Headers and footers of the pages were not read.',
  ].filter((sentence) => sentence !== ''); // prettier-ignore
}

function were(count: number): string {
  return count === 1 ? 'was' : 'were';
}

function unreadable(sentence: string): AppError {
  return new AppError('input-unreadable', sentence);
}
