import { zipStream } from '../../src/lib/zip-stream.ts';

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** A workbook of two sheets, the second hidden, written as Excel does: shared texts, styles, joined cells. */
export function workbookBytes(rows: string, after = ''): AsyncGenerator<Uint8Array> {
  return zipStream([
    {
      name: 'xl/workbook.xml',
      content: [
        `<workbook xmlns:r="${relation}"><sheets><sheet name="Apr" sheetId="1" r:id="rId1"/><sheet name="Lists" state="hidden" r:id="rId2"/></sheets></workbook>`,
      ],
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet2.xml"/></Relationships>',
      ],
    },
    {
      name: 'xl/styles.xml',
      content: [
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd\\/mm\\/yyyy;@"/><numFmt numFmtId="165" formatCode="[$-809]#,##0.00 &quot;day&quot;"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>',
      ],
    },
    {
      name: 'xl/sharedStrings.xml',
      content: [
        '<sst><si><t>Supplier</t></si><si><r><t>Alpha </t></r><r><t>&amp; Sons</t></r><rPh><t>no</t></rPh></si></sst>',
      ],
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: [`<worksheet><sheetData>${rows}</sheetData>${after}</worksheet>`],
    },
    { name: 'xl/worksheets/sheet2.xml', content: ['<worksheet><sheetData/></worksheet>'] },
  ]);
}
