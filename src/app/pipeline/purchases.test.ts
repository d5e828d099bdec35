import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { purchaseCells } from '../../../test/factories/purchase-cells.ts';
import { actRelease } from '../../../test/factories/release.ts';
import { testContext } from '../../../test/support/context.ts';
import { describeOnDatabases, type TestDatabase } from '../../../test/support/database.ts';
import { ingestAll } from '../../../test/support/ingest.ts';
import { purchaseColumnNames } from '../../domain/pipeline/purchase-columns.ts';
import type { PurchaseCells } from '../../domain/pipeline/read-purchase.ts';
import { AppError } from '../../lib/errors.ts';
import { csvLine } from '../../lib/csv.ts';
import type { Context } from '../context.ts';
import { findBuyers } from '../buyers/find-buyers.ts';
import { addPurchase } from './add.ts';
import { changePurchase } from './change.ts';
import { importPurchases } from './import.ts';
import { importUpload } from './import-upload.ts';
import { listPlannedPurchases } from './list-purchases.ts';
import { withdrawPurchase } from './withdraw.ts';

const release = actRelease({
  ocid: 'ocds-h6vhtk-00000a',
  id: '000001-2026',
  title: 'Housing repairs system',
});

describeOnDatabases('planned purchases in the register', (open) => {
  let database: TestDatabase;
  let context: Context;
  let buyer: { id: string; name: string };
  let folder: string;

  beforeAll(async () => {
    database = await open();
    context = testContext({ register: database.register });
    await ingestAll(database.register, [release]);
    const { items } = await findBuyers.run(context, findBuyers.input.parse({}));
    const [first] = items;
    if (first === undefined) throw new Error('The release has no buyer.');
    buyer = { id: first.id, name: first.name };
    folder = await mkdtemp(join(tmpdir(), 'pipeline-'));
  });
  afterAll(async () => rm(folder, { recursive: true }));
  beforeEach(async () => {
    await database.register.write(async (transaction) => {
      await sql`delete from planned_purchase`.execute(transaction);
    });
  });

  const add = async (changes: PurchaseCells & { by?: string } = {}) =>
    addPurchase.run(context, addPurchase.input.parse({ ...purchaseCells, buyer: buyer.id, ...changes }));
  const held = async (withdrawn = false) =>
    (await listPlannedPurchases.run(context, { limit: 100, skip: 0, withdrawn })).items;
  const fileOf = async (text: string): Promise<string> => {
    const path = join(folder, 'plan.csv');
    await writeFile(path, text);
    return path;
  };
  const tableOf = (...rows: PurchaseCells[]): string =>
    [purchaseColumnNames, ...rows.map((row) => purchaseColumnNames.map((name) => row[name] ?? ''))]
      .map((cells) => csvLine(cells))
      .join('');
  const read = async (text: string) => importPurchases.run(context, { file: await fileOf(text) });
  const refusal = async (work: Promise<unknown>): Promise<AppError> => {
    const error: unknown = await work.then(
      () => null,
      (cause: unknown) => cause,
    );
    if (error instanceof AppError) return error;
    throw new Error('It was not refused.');
  };

  it('are entered with who said so and when, by id or name of the buyer', async () => {
    const one = await add({ by: 'Lead of category' });
    expect(one).toMatchObject({ buyer, reference: 'P-1', madeBy: 'Lead of category', withdrawnAt: null });
    expect(one.madeAt).toBe('2026-11-01T12:00:00Z');
    const other = await add({ reference: 'P-2', buyer: buyer.name.toUpperCase() });
    expect(other.buyer).toEqual(buyer);
    expect(await held()).toHaveLength(2);
  });

  it('are refused a second time under the same reference, and change by their id with history', async () => {
    const { id } = await add();
    expect((await refusal(add())).message).toContain(`has a purchase "P-1" already (${id})`);
    const changed = await changePurchase.run(context, { id, valueHigh: '900000', months: '' });
    expect(changed).toMatchObject({
      id,
      lowMinorUnits: 25_000_000,
      highMinorUnits: 90_000_000,
      months: null,
    });
    expect(await held()).toHaveLength(1);
    expect(await held(true)).toHaveLength(2);
    expect((await refusal(changePurchase.run(context, { id, valueHigh: '1' }))).message).toContain(
      'The lowest value is above the highest',
    );
  });

  it('lose what an empty text takes away, choices too', async () => {
    const { id } = await add({ category: 'services' });
    const changed = await changePurchase.run(context, {
      id,
      category: '',
      valueLow: '',
      valueHigh: '',
      vat: '',
    });
    expect(changed).toMatchObject({ category: null, lowMinorUnits: null });
  });

  it('are listed page by page, with how many there are', async () => {
    for (const reference of ['P-1', 'P-2', 'P-3']) await add({ reference });
    const { items, total } = await listPlannedPurchases.run(context, { limit: 2, skip: 2, withdrawn: false });
    expect([items.map(({ reference }) => reference), total]).toEqual([['P-1'], 3]);
  });

  it('keep every one of several changes made at once', async () => {
    const { id } = await add();
    const changes = [
      { stage: 'ready' as const },
      { title: 'Housing repairs' },
      { confidence: 'high' as const },
    ];
    await Promise.all(changes.map(async (change) => changePurchase.run(context, { id, ...change })));
    expect(await held()).toMatchObject([
      { id, stage: 'ready', title: 'Housing repairs', confidence: 'high' },
    ]);
    expect(await held(true)).toHaveLength(4);
  });

  it('of buyers that became one are told apart by their ids, and a file that means either is refused', async () => {
    const [one, other] = [await add(), await add({ reference: 'P-2' })];
    await database.register.write(async (transaction) => {
      await sql`update planned_purchase set reference = 'P-1' where purchase_id = ${other.id}`.execute(
        transaction,
      );
    });
    for (const { id } of [one, other]) {
      expect(await changePurchase.run(context, { id, title: `Title of ${id}` })).toMatchObject({ id });
    }
    const titles = Object.fromEntries((await held()).map(({ id, title }) => [id, title]));
    expect(titles).toEqual(Object.fromEntries([one, other].map(({ id }) => [id, `Title of ${id}`])));
    const { fields } = await refusal(read(tableOf({ ...purchaseCells, buyer: buyer.id })));
    expect(fields['row 2, reference']).toContain('Two purchases have the reference "P-1"');
  });

  it('are withdrawn once, and stay on record', async () => {
    const { id } = await add();
    expect((await withdrawPurchase.run(context, { id })).withdrawnAt).toBe('2026-11-01T12:00:00Z');
    expect(await held()).toEqual([]);
    expect(await held(true)).toHaveLength(1);
    expect((await refusal(withdrawPurchase.run(context, { id }))).code).toBe('not-found');
  });

  it.each<[string, PurchaseCells, string]>([
    ['buyer', { buyer: 'Nobody' }, 'No buyer of the register has the id or name "Nobody"'],
    ['buyer with signs of a pattern', { buyer: '%' }, 'No buyer of the register has the id or name "%"'],
    ['contract', { replaces: 'c9' }, 'No contract has the id c9'],
    ['process', { process: 'ocds-x' }, 'No process has the ocid ocds-x'],
  ])('with an unknown %s are refused', async (_, changes, sentence) => {
    expect((await refusal(add(changes))).message).toContain(sentence);
    expect(await held()).toEqual([]);
  });

  describe('from a file', () => {
    const row = (changes: PurchaseCells): PurchaseCells => ({
      ...purchaseCells,
      buyer: buyer.name,
      ...changes,
    });

    it('are added, and reading the file again changes only what differs', async () => {
      const rows = [row({}), row({ reference: 'P-2', description: 'In two lines,\nwith "marks"' })];
      expect(await read(tableOf(...rows))).toMatchObject({ rows: 2, added: 2, changed: 0, unchanged: 0 });
      expect(await read(tableOf(...rows))).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
      const next = [row({ stage: 'ready' }), ...rows.slice(1), row({ reference: 'P-3' })];
      expect(await read(tableOf(...next))).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
      expect(await held(true)).toHaveLength(4);
    });

    it('are read all or not at all, and every bad cell is named by row, column and reason', async () => {
      const error = await refusal(
        read(
          tableOf(
            row({}),
            row({ reference: 'P-2', buyer: '' }),
            row({ reference: 'P-3', valueLow: '9', valueHigh: '1', segment: 'steam-engines' }),
          ),
        ),
      );
      expect(error.message).toBe(
        'plan.csv was not read and nothing was stored: 3 problems in 2 rows. Mend them and read it again.',
      );
      expect(Object.keys(error.fields)).toEqual(['row 3, buyer', 'row 4, segment', 'row 4, valueLow']);
      expect(await held()).toEqual([]);
    });

    it('with an unknown contract or the same reference twice are refused whole', async () => {
      const { fields } = await refusal(
        read(tableOf(row({}), row({}), row({ reference: 'P-2', replaces: 'c9' }))),
      );
      expect(fields).toEqual({
        'row 3, reference': 'The reference "P-1" of this buyer stands in the file twice. Leave one.',
        'row 4, replaces': 'No contract has the id c9. Look it up among the contracts.',
      });
      expect(await held()).toEqual([]);
    });

    it.each<[string, (table: string) => string, string, string]>([
      [
        'a second row of headings',
        (table) => table.replace('\r\n', `\r\n${table.split('\r\n')[0]}\r\n`),
        'row 2',
        'second row of headings',
      ],
      [
        'a title above the headings',
        (table) => `Our plan,,Value,\r\n${table}`,
        'row 2',
        'The headings stand in row 2',
      ],
      ['no row', (table) => `${table.split('\r\n')[0]}\r\n`, 'row 1', 'There is no purchase'],
      ['an unknown heading', (table) => table.replace('stage', 'stages'), 'row 1', 'Did you mean stage?'],
      [
        'a comma without quotation marks',
        (table) => table.trimEnd() + ',more,cells\r\n',
        'row 2',
        'stands under no heading',
      ],
    ])('with %s are refused', async (_, spoil, place, sentence) => {
      const { fields } = await refusal(read(spoil(tableOf(row({})))));
      expect(fields[place]).toContain(sentence);
    });

    it('that somebody sent are read under its own name, and no copy stays', async () => {
      const send = async (name: string, text: string) =>
        importUpload(context, { name, bytes: Buffer.from(text), by: 'Lead of category' });
      const copies = async (): Promise<string[]> =>
        (await readdir(tmpdir())).filter((name) => name.startsWith('sourcing-upload-'));
      const before = await copies();
      expect(await send('C:\\plans\\plan.csv', tableOf(row({})))).toMatchObject({
        name: 'plan.csv',
        added: 1,
      });
      expect(await held()).toMatchObject([{ madeBy: 'Lead of category' }]);
      expect((await refusal(send('../../..', ''))).message).toContain('file is empty');
      expect(await copies()).toEqual(before);
    });

    it('that is none is refused', async () => {
      expect(
        (await refusal(importPurchases.run(context, { file: join(folder, 'none.csv') }))).message,
      ).toContain("doesn't exist");
      expect((await refusal(read(''))).message).toContain('is empty');
    });
  });
});
