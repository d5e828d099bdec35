import { describe, expect, it } from 'vitest';
import { dataDictionary, readSchema, readTables } from '../../scripts/documents/data-dictionary.ts';

describe('reading migrations', () => {
  const first = `-- Lots.
create table lot (
  -- Id within the process.
  lot_id text not null,
  lot_codes text[],
  lot_from text collate "C" not null,
  primary key (lot_id),
  check (lot_id <> '')
);
create index lot_code on lot using gin (lot_codes);`;

  it('takes columns with type, null and comment, and no constraints', () => {
    expect(readTables([first]).get('lot')).toEqual([
      { name: 'lot_id', type: 'text', isNullable: false, comment: 'Id within the process.' },
      { name: 'lot_codes', type: 'text[]', isNullable: true, comment: '' },
      { name: 'lot_from', type: 'text', isNullable: false, comment: '' },
    ]);
  });

  it('follows columns that a later migration adds or drops', () => {
    const later =
      '-- Where it is.\nalter table lot add column region text;\nalter table lot drop column lot_codes;';
    expect(
      readTables([first, later])
        .get('lot')
        ?.map(({ name, comment }) => [name, comment]),
    ).toEqual([
      ['lot_id', 'Id within the process.'],
      ['lot_from', ''],
      ['region', 'Where it is.'],
    ]);
  });
});

describe('the data dictionary', () => {
  it('has every table of the generated types', () => {
    const text = dataDictionary();
    const sections = [...text.matchAll(/^## (\w+)$/gm)].map((found) => found[1]);
    expect(sections.length).toBeGreaterThan(15);
    expect(text).toMatch(/\| `net_pence` \| `bigint` or null \| Believable value/);
  });

  it('reads the generated types by table', () => {
    const schema =
      'export type LotTable = {\n  lot_id: string;\n  lot_codes: string[] | null;\n};\n\nexport type Database = {\n  lot: LotTable;\n};\n';
    expect(readSchema(schema)).toEqual(new Map([['lot', ['lot_id', 'lot_codes']]]));
  });
});
