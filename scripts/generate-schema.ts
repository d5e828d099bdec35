/**
 * Writes src/db/schema.ts, the types of every table, from a freshly migrated database.
 *
 *   npx node scripts/generate-schema.ts           writes it (about three seconds); rerun it after adding a migration
 *   npx node scripts/generate-schema.ts --check   compares only; exit code 1 when it is out of date
 */
import { mkdtemp, chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { format, resolveConfig } from 'prettier';
import { joinCluster } from '../src/db/embedded/cluster.ts';
import { ownerRole } from '../src/db/embedded/settings.ts';
import { stopDatabase } from '../src/db/embedded/stop-database.ts';
import { migrate } from '../src/db/migrate.ts';

type Column = {
  table: string;
  column: string;
  type: string;
  isNullable: boolean;
  /** Filled in by the database where a row doesn't say. */
  hasDefault: boolean;
  /** Computed by the database; no row may say. */
  isGenerated: boolean;
  /** The words a check constraint allows, else null. */
  words: string[] | null;
};

/** Type in PostgreSQL → type a query answers (as src/db/column-types.ts reads it), and what may be written where that differs. */
const typeNames: Readonly<Record<string, string>> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  oid: 'number',
  bytea: 'Buffer',
  json: 'Json',
  jsonb: 'Json',
};

/** Tables and views of the register, without the ledger of migrations. */
const columnQuery = `
select c.relname as table, a.attname as column, t.typname as type,
  not a.attnotnull or c.relkind in ('v', 'm') as "isNullable",
  a.atthasdef or a.attidentity <> '' as "hasDefault",
  a.attgenerated <> '' or a.attidentity = 'a' as "isGenerated",
  (select pg_get_constraintdef(k.oid) from pg_constraint k
    where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]
      and pg_get_constraintdef(k.oid) ~ '= ANY \\(+ARRAY\\[' limit 1) as "check"
from pg_class c
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
  and c.relname <> 'schema_migration'
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
order by c.relname collate "C", a.attnum`;

const target = new URL('../src/db/schema.ts', import.meta.url);
const path = target.pathname;
const text = await format(schemaFile(await readColumns()), {
  ...(await resolveConfig(path)),
  filepath: path,
});
if (process.argv.includes('--check')) {
  if ((await readFile(target, 'utf8')) !== text) {
    console.error('src/db/schema.ts is out of date: run `npx node scripts/generate-schema.ts`.');
    process.exitCode = 1;
  }
} else {
  await writeFile(target, text);
}

/** The columns of every table, from a database of its own that is gone afterwards. */
async function readColumns(): Promise<Column[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sourcing-schema-'));
  await chmod(dataDir, 0o755);
  try {
    const { address, attendance } = await joinCluster({
      dataDir,
      stopAfterMs: 5000,
      settings: { fsync: 'off', shared_buffers: '16MB' },
    });
    const owner = { host: address.socketDir, port: address.port, user: ownerRole, database: 'postgres' };
    await migrate(owner);
    const client = new Client(owner);
    await client.connect();
    const { rows } = await client.query<Column & { check: string | null }>(columnQuery);
    await client.end();
    await attendance.release();
    return rows.map(({ check, ...column }) => ({
      ...column,
      words: check === null ? null : allowedWords(check),
    }));
  } finally {
    await stopDatabase(join(dataDir, 'database'));
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The words in `CHECK ((kind = ANY (ARRAY['goods'::text, 'works'::text])))`; null for any other condition. */
function allowedWords(check: string): string[] | null {
  const list = /^CHECK \(\(+\w+(?:\)::text)? = ANY \(+ARRAY\[(.*?)\](?:\)::text\[\])?\)+$/s.exec(check)?.[1];
  return list === undefined
    ? null
    : [...list.matchAll(/'((?:[^']|'')*)'/g)].map((word) => (word[1] ?? '').replaceAll("''", "'"));
}

function schemaFile(columns: readonly Column[]): string {
  const tables = Map.groupBy(columns, ({ table }) => table);
  const body = [...tables].map(([name, ofTable]) => tableType(name, ofTable)).join('\n');
  const members = [...tables.keys()].map((name) => `${name}: ${typeName(name)};`).join('\n');
  const kysely = ['ColumnType', 'Generated', 'GeneratedAlways'].filter((name) =>
    new RegExp(`\\b${name}<`).test(body),
  );
  const imports = [
    kysely.length === 0 ? '' : `import type { ${kysely.join(', ')} } from 'kysely';`,
    body.includes('JsonValue') ? `import type { JsonValue } from '../lib/json.ts';` : '',
  ];
  return `// Generated by \`npx node scripts/generate-schema.ts\` from a freshly migrated database (three seconds). Do not edit: rerun it after adding a migration.
${imports.join('\n')}

${body}
/** Every table of the register: table name → columns. */
export type Database = ${members === '' ? 'Record<never, never>' : `{\n${members}\n}`};
`;
}

function tableType(name: string, columns: readonly Column[]): string {
  return `export type ${typeName(name)} = {\n${columns.map((column) => `${column.column}: ${columnType(column)};`).join('\n')}\n};\n`;
}

function columnType({ type, words, isNullable, hasDefault, isGenerated }: Column): string {
  const isArray = type.startsWith('_');
  const base = typeNames[isArray ? type.slice(1) : type] ?? 'string';
  const one = words === null ? base : words.map((word) => `'${word}'`).join(' | ');
  // JSON is written as text: pg would turn an array into PostgreSQL's own.
  if (one === 'Json') {
    const written = isNullable ? 'string | null' : 'string';
    return `ColumnType<JsonValue, ${written}${hasDefault || isNullable ? ' | undefined' : ''}, ${written}>`;
  }
  const value = `${isArray ? `(${one})[]` : one}${isNullable ? ' | null' : ''}`;
  if (isGenerated) return `GeneratedAlways<${value}>`;
  return hasDefault ? `Generated<${value}>` : value;
}

/** 'contract_amount' → 'ContractAmountTable'. */
function typeName(table: string): string {
  return `${table
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('')}Table`;
}
