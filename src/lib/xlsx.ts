import { AppError } from './errors.ts';
import { cellText } from './csv.ts';
import type { ZipEntry } from './zip-stream.ts';
import { zipStream } from './zip-stream.ts';

/** What one sheet of Excel holds, heading included. */
const mostRows = 1_048_576;
/** What one cell of Excel holds. */
const longestCell = 32_767;

/**
 * Writes one sheet as an Excel workbook (ECMA-376, transitional), row by row in bounded memory. Texts are stored as
 * texts, so nothing is run as a formula; a text that is too long for a cell is cut and ends in an ellipsis.
 *
 * @param rows cells in the order of the columns
 * @throws AppError bad-request where there are more rows than a sheet holds
 * @example for await (const chunk of xlsxStream(['id', 'value'], [['a', 12.5]])) file.write(chunk)
 */
export async function* xlsxStream(
  columns: readonly string[],
  rows: AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>,
): AsyncGenerator<Uint8Array> {
  const entries: ZipEntry[] = [
    ...fixedParts.map(([name, content]) => ({ name, content: [xmlHead + content] })),
    { name: 'xl/worksheets/sheet1.xml', content: sheet(columns, rows) },
  ];
  yield* zipStream(entries);
}

const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const mime = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Style 0 is plain, style 1 bold for the heading. */
const styles = `<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font><font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/></cellXfs></styleSheet>`;

const fixedParts: readonly (readonly [string, string])[] = [
  [
    '[Content_Types].xml',
    `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${mime}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${mime}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${mime}.worksheet+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Rows" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${packaged}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
  ['xl/styles.xml', styles],
];

async function* sheet(
  columns: readonly string[],
  rows: AsyncIterable<readonly unknown[]> | Iterable<readonly unknown[]>,
): AsyncGenerator<string> {
  const frozen =
    '<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>';
  yield `${xmlHead}<worksheet xmlns="${main}">${frozen}<sheetData>`;
  let pending = `<row>${columns.map((name) => textCell(name, ' s="1"')).join('')}</row>`;
  let count = 1;
  for await (const row of rows) {
    count += 1;
    if (count > mostRows) {
      throw new AppError(
        'bad-request',
        `An Excel sheet holds ${mostRows - 1} rows and there are more. Narrow the filter, or take CSV.`,
      );
    }
    pending += `<row>${row.map(cell).join('')}</row>`;
    if (pending.length > 65_536) {
      yield pending;
      pending = '';
    }
  }
  yield `${pending}</sheetData></worksheet>`;
}

function cell(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return `<c><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c t="b"><v>${value ? 1 : 0}</v></c>`;
  const text = cellText(value);
  return text === '' ? '<c/>' : textCell(text, '');
}

function textCell(text: string, attributes: string): string {
  const cut = text.length > longestCell ? `${text.slice(0, longestCell - 1)}…` : text;
  return `<c t="inlineStr"${attributes}><is><t xml:space="preserve">${escapeXml(cut)}</t></is></c>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Escapes what XML reserves and drops what XML 1.0 can't carry (control characters, half surrogates). */
function escapeXml(text: string): string {
  return (
    text
      .toWellFormed()
      // oxlint-disable-next-line no-control-regex -- these are the characters that must go
      .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '')
      .replaceAll(/[&<>]/g, (sign) => entities[sign] ?? '')
  );
}
