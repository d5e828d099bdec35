import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, inflateRawSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { xlsxStream } from './xlsx.ts';

async function bytesOf(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Reads an archive by its central directory, as an unzip program does, checking every checksum. */
function unzip(archive: Buffer): Record<string, string> {
  const end = archive.length - 22;
  expect(archive.readUInt32LE(end)).toBe(0x06_05_4b_50);
  const files: Record<string, string> = {};
  let at = archive.readUInt32LE(end + 16);
  for (let i = 0; i < archive.readUInt16LE(end + 10); i += 1) {
    expect(archive.readUInt32LE(at)).toBe(0x02_01_4b_50);
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const local = archive.readUInt32LE(at + 42);
    const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const content = inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 20)));
    expect(content.length).toBe(archive.readUInt32LE(at + 24));
    expect(crc32(content)).toBe(archive.readUInt32LE(at + 16));
    files[name] = content.toString('utf8');
    at += 46 + nameLength;
  }
  return files;
}

test('a workbook holds its parts, a bold heading and every row with numbers as numbers and texts as texts', async () => {
  const files = unzip(
    await bytesOf(
      xlsxStream(
        ['id', 'value'],
        [
          ['=1+1', 12.5],
          ['a<b>&\u0000c', null],
          [true, ['x', 'y']],
        ],
      ),
    ),
  );
  expect(Object.keys(files)).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    'xl/styles.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  const rows = files['xl/worksheets/sheet1.xml'] ?? '';
  expect(rows).toContain('<row><c t="inlineStr" s="1"><is><t xml:space="preserve">id</t></is></c>');
  expect(rows).toContain('<t xml:space="preserve">=1+1</t></is></c><c><v>12.5</v></c></row>');
  expect(rows).toContain('<t xml:space="preserve">a&lt;b&gt;&amp;c</t></is></c><c/></row>');
  expect(rows).toContain(
    '<c t="b"><v>1</v></c><c t="inlineStr"><is><t xml:space="preserve">x; y</t></is></c></row>',
  );
});

test('a text longer than a cell is cut with an ellipsis, and half a surrogate pair does not spoil the file', async () => {
  const files = unzip(await bytesOf(xlsxStream(['text'], [['x'.repeat(40_000)], ['\uD800']])));
  expect(files['xl/worksheets/sheet1.xml']).toContain(`>${'x'.repeat(32_766)}…<`);
  expect(files['xl/worksheets/sheet1.xml']).toContain('>\uFFFD<');
});

test('the same rows give the same bytes', async () => {
  const one = await bytesOf(xlsxStream(['id'], [['a']]));
  const other = await bytesOf(xlsxStream(['id'], [['a']]));
  expect(one.equals(other)).toBe(true);
});

test('more rows than a sheet holds are refused with what to do instead', async () => {
  const rows = (function* () {
    for (let i = 0; i < 1_048_576; i += 1) yield [];
  })();
  await expect(bytesOf(xlsxStream([], rows))).rejects.toThrow(
    'An Excel sheet holds 1048575 rows and there are more. Narrow the filter, or take CSV.',
  );
});

test('a failure among the rows reaches whoever reads the workbook', async () => {
  const rows = (async function* () {
    yield ['a'];
    await Promise.resolve();
    throw new Error('the source broke');
  })();
  await expect(bytesOf(xlsxStream(['id'], rows))).rejects.toThrow('the source broke');
});

test('an independent program reads the archive (Python, where the machine has it)', async (context) => {
  const folder = mkdtempSync(join(tmpdir(), 'xlsx-'));
  try {
    writeFileSync(join(folder, 'a.xlsx'), await bytesOf(xlsxStream(['id'], [['Llŷn'], ['b']])));
    const script =
      "import sys,zipfile,xml.dom.minidom as m\nz=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None\nfor n in z.namelist(): m.parseString(z.read(n))\nprint(len(m.parseString(z.read('xl/worksheets/sheet1.xml')).getElementsByTagName('row')))";
    const answer = execFileSync('python3', ['-c', script, join(folder, 'a.xlsx')], { encoding: 'utf8' });
    expect(answer.trim()).toBe('3');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') context.skip('no python3 here');
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
});
