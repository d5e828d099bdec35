import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import { readXml, type XmlHandlers } from './read-xml.ts';

/** The words of a document, and how much of it has no words or wasn’t read. */
export type DocumentText = {
  /** One line for each paragraph, cells of tables among them; notes at the foot stand at the end. */
  text: string;
  leftOut: {
    /** Pictures, drawings and embedded objects. */
    pictures: number;
    comments: number;
    /** Stretches that were taken out with changes being tracked. */
    deletions: number;
    /** Headers and footers of pages. */
    headers: number;
  };
};

/** Why a file gives no words. */
export type DocumentFault = { fault: 'not-a-document' | 'too-large' | 'damaged' };

/**
 * The words of a Word document (.docx) or an OpenDocument text (.odt).
 *
 * @param mostBytes that its texts may unpack to: a small file can unpack to gigabytes
 * @example await documentText(Buffer.from('PK'), 1_000_000) // { fault: 'damaged' }
 */
export async function documentText(
  bytes: Uint8Array,
  mostBytes: number,
): Promise<DocumentText | DocumentFault> {
  try {
    const zip = await yauzl.fromBufferPromise(Buffer.from(bytes));
    const entries = new Map<string, yauzl.Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\//u, ''), entry);
    const isWord = entries.has('word/document.xml');
    const names = isWord ? wordParts : ['content.xml'];
    const parts = names.flatMap((name) => entries.get(name) ?? []);
    if (parts.length === 0 || (!isWord && !(await isOpenText(zip, entries))))
      return { fault: 'not-a-document' };
    if (parts.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0) > mostBytes)
      return { fault: 'too-large' };
    const reader = isWord ? wordReader() : openReader();
    for (const part of parts) for await (const _ of readXml(bytesOf(zip, part), reader.handlers));
    const headers = [...entries.keys()].filter((name) => /^word\/(?:header|footer)\d*\.xml$/u.test(name));
    return { text: reader.text(), leftOut: { ...reader.leftOut, headers: headers.length } };
  } catch {
    // The archive or the XML in it breaks off; nothing of it would be whole.
    return { fault: 'damaged' };
  }
}

/** The text of a Word document, and the notes that it refers to. */
const wordParts = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'];

async function* bytesOf(zip: yauzl.ZipFile, entry: yauzl.Entry): AsyncGenerator<Uint8Array> {
  const stream: Readable = await zip.openReadStreamPromise(entry);
  try {
    for await (const chunk of stream) if (chunk instanceof Uint8Array) yield chunk;
  } finally {
    stream.destroy();
  }
}

/** Spreadsheets and drawings of OpenDocument have the same parts as texts. */
async function isOpenText(zip: yauzl.ZipFile, entries: ReadonlyMap<string, yauzl.Entry>): Promise<boolean> {
  const entry = entries.get('mimetype');
  if (entry === undefined || entry.uncompressedSize > 200) return false;
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytesOf(zip, entry)) chunks.push(chunk);
  return Buffer.concat(chunks).toString().startsWith('application/vnd.oasis.opendocument.text');
}

type Reader = {
  handlers: XmlHandlers;
  text(): string;
  leftOut: Omit<DocumentText['leftOut'], 'headers'>;
};

/** WordprocessingML: words stand in `t` only, so that fields and deleted words are left out by themselves. */
function wordReader(): Reader {
  const lines = new Lines();
  const leftOut = { pictures: 0, comments: 0, deletions: 0 };
  let isWords = false;
  // What stands twice for older programs is read once.
  let fallbacks = 0;
  return {
    leftOut,
    text: () => lines.text(),
    handlers: {
      open(name) {
        if (name === 'Fallback') fallbacks += 1;
        if (fallbacks > 0) return;
        if (name === 't') isWords = true;
        else if (name === 'tab') lines.add('\t');
        else if (name === 'br' || name === 'cr') lines.end();
        else if (name === 'del' || name === 'moveFrom') leftOut.deletions += 1;
        else if (name === 'commentReference') leftOut.comments += 1;
        else if (name === 'drawing' || name === 'pict' || name === 'object') leftOut.pictures += 1;
      },
      text(more) {
        if (isWords && fallbacks === 0) lines.add(more);
      },
      close(name) {
        if (name === 'Fallback') fallbacks -= 1;
        if (name === 't') isWords = false;
        if (name === 'p' && fallbacks === 0) lines.end();
      },
    },
  };
}

/** OpenDocument: words stand in paragraphs and headings, but for comments and what was taken out. */
function openReader(): Reader {
  const lines = new Lines();
  const leftOut = { pictures: 0, comments: 0, deletions: 0 };
  let paragraphs = 0;
  let passedOver = 0;
  return {
    leftOut,
    text: () => lines.text(),
    handlers: {
      open(name) {
        if (name === 'annotation') leftOut.comments += 1;
        if (name === 'deletion') leftOut.deletions += 1;
        if (name === 'annotation' || name === 'tracked-changes') passedOver += 1;
        if (name === 'image' || name === 'object') leftOut.pictures += 1;
        if (name === 'p' || name === 'h') paragraphs += 1;
        if (passedOver > 0) return;
        if (name === 's') lines.add(' ');
        if (name === 'tab') lines.add('\t');
        if (name === 'line-break') lines.end();
      },
      text(more) {
        if (paragraphs > 0 && passedOver === 0) lines.add(more);
      },
      close(name) {
        if (name === 'annotation' || name === 'tracked-changes') passedOver -= 1;
        if (name !== 'p' && name !== 'h') return;
        paragraphs -= 1;
        if (passedOver === 0) lines.end();
      },
    },
  };
}

class Lines {
  private readonly done: string[] = [];
  private line = '';

  add(text: string): void {
    this.line += text;
  }

  end(): void {
    if (this.line.trim() !== '') this.done.push(this.line.trim());
    this.line = '';
  }

  text(): string {
    this.end();
    return this.done.join('\n');
  }
}
