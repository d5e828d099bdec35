import {
  Document,
  FootnoteReferenceRun,
  Header,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { describe, expect, it } from 'vitest';
import { documentText } from './document-text.ts';
import { zipStream, type ZipEntry } from './zip-stream.ts';

const most = 1_000_000;

async function zipped(...entries: ZipEntry[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream(entries)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

const word = (body: string): ZipEntry => ({
  name: 'word/document.xml',
  content: [`<w:document xmlns:w="w" xmlns:mc="mc"><w:body>${body}</w:body></w:document>`],
});
const open = (body: string, kind = 'text'): ZipEntry[] => [
  { name: 'mimetype', content: [`application/vnd.oasis.opendocument.${kind}`] },
  {
    name: 'content.xml',
    content: [`<office:document-content xmlns:office="o" xmlns:text="t" xmlns:draw="d"><office:body>${body}</office:body></office:document-content>`],
  },
]; // prettier-ignore

describe('the words of a Word document', () => {
  it('are its paragraphs, tables and notes, as another program wrote them', async () => {
    const document = new Document({
      footnotes: { 1: { children: [new Paragraph('For three years.')] } },
      sections: [
        {
          headers: { default: new Header({ children: [new Paragraph('Draft 3')] }) },
          children: [
            new Paragraph('Housing system'),
            new Paragraph({ children: [new TextRun('Audited '), new TextRun({ text: 'accounts', bold: true }), new FootnoteReferenceRun(1)] }),
            new Table({ rows: [new TableRow({ children: [new TableCell({ children: [new Paragraph('Price')] }), new TableCell({ children: [new Paragraph('60%')] })] })] }),
          ],
        },
      ],
    }); // prettier-ignore
    const read = await documentText(await Packer.toBuffer(document), most);
    if ('fault' in read) throw new Error(read.fault);
    expect(read.text.split('\n')).toEqual([
      'Housing system',
      'Audited accounts',
      'Price',
      '60%',
      'For three years.',
    ]);
    expect(read.leftOut).toEqual({ pictures: 0, comments: 0, deletions: 0, headers: 1 });
  });

  it('leave out what was deleted and what stands twice, and count pictures and comments', async () => {
    const body = [
      '<w:p><w:r><w:t>One</w:t><w:tab/><w:t>two</w:t></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>',
      '<w:p><mc:AlternateContent><mc:Choice><w:drawing/><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:pict/><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent></w:p>',
      '<w:p><w:r><w:commentReference/><w:instrText>PAGE</w:instrText></w:r></w:p>',
    ].join('');
    expect(await documentText(await zipped(word(body)), most)).toEqual({
      text: 'One\ttwo\nBox',
      leftOut: { pictures: 1, comments: 1, deletions: 1, headers: 0 },
    });
  });
});

describe('the words of an OpenDocument text', () => {
  it('are its headings and paragraphs, without comments and what was taken out', async () => {
    const body = [
      '<office:text><text:tracked-changes><text:deletion><text:p>gone</text:p></text:deletion></text:tracked-changes>',
      '<text:h>Housing</text:h><text:p>One<text:s/><text:span>two</text:span><office:annotation><text:p>why?</text:p></office:annotation><draw:image/></text:p></office:text>',
    ].join('');
    expect(await documentText(await zipped(...open(body)), most)).toEqual({
      text: 'Housing\nOne two',
      leftOut: { pictures: 1, comments: 1, deletions: 1, headers: 0 },
    });
  });
});

describe('no words', () => {
  it('come from what is no archive, or one that breaks off', async () => {
    const whole = await zipped(word('<w:p><w:r><w:t>One</w:t></w:r></w:p>'));
    expect(await documentText(Buffer.from('plain'), most)).toEqual({ fault: 'damaged' });
    expect(await documentText(whole.subarray(0, whole.length - 30), most)).toEqual({ fault: 'damaged' });
    expect(await documentText(await zipped(word('<w:p><w:open></w:p>')), most)).toEqual({ fault: 'damaged' });
  });

  it('come from other archives, spreadsheets of the same family among them', async () => {
    const other = await zipped({ name: 'a.txt', content: ['hello'] });
    expect(await documentText(other, most)).toEqual({ fault: 'not-a-document' });
    expect(await documentText(await zipped(...open('', 'spreadsheet')), most)).toEqual({
      fault: 'not-a-document',
    });
  });

  it('come from a small file that unpacks to a large one', async () => {
    const large = await zipped(word(`<w:p><w:r><w:t>${'a'.repeat(most)}</w:t></w:r></w:p>`));
    expect(large.length).toBeLessThan(most / 100);
    expect(await documentText(large, most)).toEqual({ fault: 'too-large' });
  });
});
