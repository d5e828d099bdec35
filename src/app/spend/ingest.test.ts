import { beforeAll, describe, expect, it } from 'vitest';
import { recordingReporter, testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { ingestSpendFiles, spendFolder } from '../../../test/support/spend-files.ts';
import { workbookBytes } from '../../../test/support/workbook.ts';
import type { Context } from '../context.ts';
import { findSpend } from './find.ts';
import { listSpendFilesHeld } from './list-files.ts';

const header = 'Date,Supplier,Net Amount';

describeOnDatabases('reading spend files', (open) => {
  const save = spendFolder();
  let database: TestDatabase;
  let context: Context;
  const read = async (name: string, content: string | Uint8Array, input = {}) => {
    const { files } = await ingestSpendFiles(context, [save(name, content)], input);
    const [file] = files;
    if (file === undefined) throw new Error('No file was read.');
    return file;
  };
  const find = (input = {}) => findSpend.run(context, findSpend.input.parse(input));
  const held = () => listSpendFilesHeld.run(context, { limit: 100, skip: 0 });

  beforeAll(async () => {
    database = await open();
    context = testContext({ register: database.register });
  });

  it('counts rows read, stored and left out, and adds up the pounds', async () => {
    const file = await read(
      'Marram District Council April 2024.csv',
      `Payments over £500\n\n${header}\n04/04/2024,Alpha Ltd,"1,000.50"\n05/04/2024,Beta Ltd,(200.50)\n05/04/2024,Redacted,10\n06/04/2024,Mrs Ann Example,5\n\n,Total,815.00\nExtracted on 1 May 2024,,\n`,
    );
    expect(file).toMatchObject({
      publisher: 'Marram District Council',
      publisherBasis: 'file-name',
      vatBasis: 'net',
      kind: 'paid',
      firstMonth: '2024-04',
      read: 6,
      stored: 4,
      leftOut: { total: 1, note: 1 },
      sumPence: 81_500,
      negative: 1,
      withheld: 1,
      persons: 1,
    });
  });

  it('changes nothing when the same file comes again under another name', async () => {
    const before = await find({ buyer: 'Once Council' });
    const content = `${header}\n04/04/2024,Alpha Ltd,5\n`;
    await read('once.csv', content, { publisher: 'Once Council' });
    const again = await read('twice.csv', content, { publisher: 'Once Council' });
    expect(again).toMatchObject({ status: 'held', stored: 0 });
    expect((await find({ buyer: 'Once Council' })).items).toHaveLength(before.items.length + 1);
  });

  it('lets a corrected file take the place of the former of the same month, which is kept', async () => {
    const publisher = 'Corrected Council';
    await read('april.csv', `${header}\n04/04/2024,Alpha Ltd,5\n`, { publisher });
    await read('may.csv', `${header}\n04/05/2024,Alpha Ltd,7\n`, { publisher });
    const corrected = await read('april2.csv', `${header}\n04/04/2024,Alpha Ltd,6\n04/04/2024,Beta Ltd,1\n`, {
      publisher,
    });
    expect(corrected.replaced).toEqual([{ name: 'april.csv', month: '2024-04' }]);
    expect((await find({ buyer: publisher })).sums).toEqual([
      { kind: 'paid', vatBasis: 'net', lines: 3, sumPence: 1400 },
    ]);
    const states = (await held()).files.filter((file) => file.publisher === publisher);
    expect(Object.fromEntries(states.map(({ name, state }) => [name, state]))).toEqual({
      'april.csv': 'superseded',
      'may.csv': 'current',
      'april2.csv': 'current',
    });
  });

  it('lets a month of a longer file be replaced, and a file of another series stand beside it', async () => {
    const publisher = 'Long Council';
    await read('quarter.csv', `${header}\n04/04/2024,Alpha Ltd,5\n04/05/2024,Alpha Ltd,7\n`, { publisher });
    await read('may.csv', `${header}\n04/05/2024,Alpha Ltd,8\n`, { publisher });
    await read('cards.csv', `${header}\n04/05/2024,Alpha Ltd,1\n`, { publisher, series: 'Cards' });
    expect((await find({ buyer: publisher })).sums).toMatchObject([{ lines: 3, sumPence: 1400 }]);
    expect((await held()).files.find(({ name }) => name === 'quarter.csv')?.state).toBe('partly-superseded');
  });

  it('keeps what a person says about a column for the next file of the publisher', async () => {
    const publisher = 'Odd Council';
    const content = (day: string): string => `When,Who,Value,Outgoing\n${day},Alpha Ltd,99,5\n`;
    const column = ['amount=outgoing', 'date=When', 'supplier=Who'];
    expect((await read('one.csv', content('04/04/2024'), { publisher, column })).sumPence).toBe(500);
    expect(await read('two.csv', content('04/05/2024'), { publisher })).toMatchObject({
      sumPence: 500,
      columns: { amount: 'Outgoing', date: 'When', supplier: 'Who' },
    });
  });

  it('takes the body of each line from its column, and the publisher from the family', async () => {
    const file = await read(
      'x.csv',
      'Department Family,Entity,Date,Supplier,Amount\nCabinet Office,Cabinet Office,01-Apr-24,Alpha Ltd,5\nCabinet Office,Crown Commercial Service,02-Apr-24,Alpha Ltd,7\n',
    );
    expect(file).toMatchObject({
      publisher: 'Cabinet Office',
      publisherBasis: 'column',
      vatBasis: 'unstated',
    });
    const { items } = await find({ buyer: 'Crown Commercial' });
    expect(items.map(({ pence, buyer }) => [pence, buyer.name])).toEqual([[700, 'Crown Commercial Service']]);
  });

  it('never shows or finds the name of a person, and counts the payment', async () => {
    const { items } = await find({ buyer: 'Marram', sort: 'largest' });
    expect(items.map(({ supplier }) => [supplier.kind, supplier.name])).toEqual([
      ['organisation', 'Alpha Ltd'],
      ['withheld', null],
      ['person', null],
      ['organisation', 'Beta Ltd'],
    ]);
    expect((await find({ supplier: 'Example' })).items).toEqual([]);
  });

  it('pages through payments once, in each order', async () => {
    for (const sort of ['newest', 'largest'] as const) {
      const seen: string[] = [];
      let cursor: string | null = null;
      do {
        const page: Awaited<ReturnType<typeof find>> = await find({
          sort,
          limit: 3,
          ...(cursor !== null && { cursor }),
        });
        seen.push(...page.items.map((item) => `${item.fileId} ${item.row}`));
        cursor = page.next;
      } while (cursor !== null);
      const { sums } = await find();
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen.length).toBe(sums.reduce((sum, { lines }) => sum + lines, 0));
    }
  });

  it('reads joined cells of a workbook, its heading over two rows, and days that nobody formatted', async () => {
    const text = (at: string, value: string): string => `<c r="${at}" t="str"><v>${value}</v></c>`;
    const number = (at: string, value: number): string => `<c r="${at}"><v>${value}</v></c>`;
    const rows = [
      `<row r="1">${text('A1', 'Spend over £500')}</row>`,
      `<row r="3">${text('A3', 'Supplier')}${text('B3', 'Payment')}</row>`,
      `<row r="4">${text('A4', 'Name')}${text('B4', 'Date')}${text('C4', 'Amount')}</row>`,
      `<row r="5">${text('A5', 'Alpha Ltd')}${number('B5', 45383)}${number('C5', 10)}</row>`,
      `<row r="6">${number('B6', 45384)}${number('C6', 20.5)}</row>`,
      `<row r="7">${text('A7', 'Total')}${number('C7', 30.5)}</row>`,
    ].join('');
    const chunks: Uint8Array[] = [];
    const joined = '<mergeCells><mergeCell ref="A5:A6"/><mergeCell ref="B3:C3"/></mergeCells>';
    for await (const chunk of workbookBytes(rows, joined)) chunks.push(chunk);
    const file = await read('joined.xlsx', Buffer.concat(chunks), { publisher: 'Joined Council' });
    expect(file).toMatchObject({
      encoding: 'xlsx',
      stored: 2,
      sumPence: 3050,
      leftOut: { total: 1 },
      firstMonth: '2024-04',
    });
    const { items } = await find({ buyer: 'Joined' });
    expect(items.map(({ supplier, paidOn, sheetRow }) => [supplier.name, paidOn, sheetRow])).toEqual([
      ['Alpha Ltd', '2024-04-01', 5],
      ['Alpha Ltd', '2024-04-02', 6],
    ]);
  });

  it('counts nothing of a file that was interrupted, and reads it whole the next time', async () => {
    const rows = Array.from({ length: 5000 }, (_, at) => `04/04/2024,Alpha Ltd,${at}`);
    const path = save('long.csv', [header, ...rows].join('\n'));
    const stop = new AbortController();
    const reporter = { ...recordingReporter(), progress: () => stop.abort() };
    const interrupted = testContext({ register: database.register, reporter, signal: stop.signal });
    const input = { publisher: 'Stopped Council' };
    await expect(ingestSpendFiles(interrupted, [path], input)).rejects.toThrow(/abort/i);
    expect((await find({ buyer: 'Stopped' })).sums).toEqual([]);
    const { files } = await ingestSpendFiles(context, [path], input);
    expect(files[0]).toMatchObject({ status: 'read', stored: 5000 });
    expect((await find({ buyer: 'Stopped' })).sums).toMatchObject([{ lines: 5000, sumPence: 1_249_750_000 }]);
  });

  it('adds up to the same by line and by payer and payee', async () => {
    const sums = await find();
    const byLine = await find({ least: -1_000_000 });
    expect(byLine.sums).toEqual(sums.sums);
  });

  it('reads the good files among bad ones, and says which were bad', async () => {
    const good = save('good.csv', `${header}\n04/04/2020,Alpha Ltd,5\n`);
    const bad = save('bad.csv', 'Name,Age\nx,y\n');
    const result = await ingestSpendFiles(context, [bad, good], { publisher: 'Mixed Council' });
    expect([result.files.length, result.problems.length]).toEqual([1, 1]);
  });

  describe('bad input gets one clear sentence:', () => {
    it.each([
      [
        'no column of amounts',
        'a.csv',
        'Date,Supplier,Cost Centre\n1/4/24,Alpha Ltd,X\n',
        /has no column of amounts that can be recognised; it has the headings Date, Supplier, Cost Centre\. Say which it is with --column amount="…"\.$/,
      ],
      [
        'no date',
        'a.csv',
        'Supplier,Amount\nAlpha Ltd,5\n',
        /no column of dates\. Say the month that it is of with --month 2024-04\.$/,
      ],
      ['headings alone', 'a.csv', 'Date,Supplier,Amount\n', /has headings but no rows below them/],
      ['no readable date', 'a.csv', 'Date,Supplier,Amount\nsoon,Alpha Ltd,5\n', /no date can be read/],
      ['an empty file', 'a.csv', '', /a\.csv is empty/],
      ['an old Excel file', 'a.xls', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1), /old Excel file/],
      ['a web page', 'a.csv', '<!DOCTYPE html><html></html>', /is a web page/],
      ['a PDF', 'a.csv', '%PDF-1.7', /is a PDF/],
      ['a broken workbook', 'a.xlsx', 'PK\u0003\u0004', /no Excel workbook that can be read/],
    ])('%s', async (_, name, content, message) => {
      await expect(read(name, content, { publisher: 'Bad Council' })).rejects.toThrow(message);
    });

    it('a heading that is not there', async () => {
      const column = ['amount=Paid Out'];
      await expect(read('a.csv', `${header}\n1/4/24,Alpha Ltd,5\n`, { column })).rejects.toThrow(
        'a.csv has no column called "Paid Out" for amount; it has the headings Date, Supplier, Net Amount.',
      );
    });

    it('a role that is none', async () => {
      await expect(read('a.csv', header, { column: ['price=Net'] })).rejects.toThrow(
        /--column takes role="Heading"/,
      );
    });

    it('two header rows, and dates in three forms, are read and noted', async () => {
      const reporter = recordingReporter();
      const path = save(
        'b.csv',
        'Payment,,Supplier\nDate,Amount,Name\n01/04/2024,5,Alpha Ltd\n25-Apr-24,6,Alpha Ltd\n2024-04-30,7,Alpha Ltd\n',
      );
      const { files } = await ingestSpendFiles(
        testContext({ register: database.register, reporter }),
        [path],
        { publisher: 'Two Council' },
      );
      expect(files[0]).toMatchObject({ stored: 3, sumPence: 1800, firstMonth: '2024-04' });
      expect(reporter.warnings).toEqual([
        'b.csv: The file has two header rows, 1 and 2; they were read as one.',
        'b.csv: The file writes dates in 3 forms (01/04/2024, 25-Apr-24, 2024-04-30); they were read day before month.',
      ]);
    });
  });
});
