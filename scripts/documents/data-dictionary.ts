import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { amountBases, amountFlags, amountKinds } from '../../src/domain/contracts/amount.ts';
import { contractStages, routes } from '../../src/domain/contracts/contract-facts.ts';
import { valueBands } from '../../src/domain/contracts/value-band.ts';
import { legalRegimes, publishers } from '../../src/domain/notices/process-facts.ts';
import { segmentIds } from '../../src/domain/segments/segment.ts';
import { buyerTypes } from '../../src/domain/organisations/mention.ts';
import { cell, generatedNote } from './markdown.ts';

const root = join(import.meta.dirname, '..', '..');

/** One column as its migration declares it, with the comment above it. */
type Column = { name: string; type: string; isNullable: boolean; comment: string };

/** Meaning (null: the migration's comment) and source of every column, by table. */
const authored = z.record(
  z.string(),
  z.strictObject({
    about: z.string(),
    from: z.string(),
    columns: z.record(z.string(), z.tuple([z.string().nullable(), z.string()])),
  }),
);

/** The words that a column of this name holds, where the code lists them. */
const words: Readonly<Record<string, readonly string[]>> = {
  'amount.basis': amountBases,
  'amount.flag': amountFlags,
  'amount.kind': amountKinds,
  'contract.buyer_type': buyerTypes,
  'contract.headline_basis': amountBases,
  'contract.headline_flag': amountFlags,
  'contract.headline_kind': amountKinds,
  'contract.publisher': publishers,
  'contract.regime': legalRegimes,
  'contract.route': routes,
  'contract.segment': segmentIds,
  'contract.stage': contractStages,
  'contract.value_band': valueBands,
  'mention.buyer_type': buyerTypes,
  'organisation.buyer_type': buyerTypes,
  'process.publisher': publishers,
  'process.model_segment': segmentIds,
  'process.regime': legalRegimes,
  'process.segment': segmentIds,
};

/**
 * The tables that migrations make, in their order, each with its columns.
 *
 * Reads `create table` and `alter table … add column | drop column`, one column per line, as the migrations write them.
 */
export function readTables(migrations: readonly string[]): Map<string, Column[]> {
  const tables = new Map<string, Column[]>();
  let open: Column[] | null = null;
  let comment: string[] = [];
  for (const line of migrations.flatMap((sql) => sql.split('\n'))) {
    const text = line.trim();
    const created = /^create table (\w+) \($/.exec(text)?.[1];
    const [, altered, change, rest = ''] =
      /^alter table (\w+) (add|drop) column (.*?)[,;]?$/.exec(text) ?? [];
    if (created !== undefined) tables.set(created, (open = []));
    else if (text === ');') open = null;
    else if (altered !== undefined && change === 'add') addColumn(tables.get(altered), rest, comment);
    else if (altered !== undefined && change === 'drop') dropColumn(tables.get(altered), rest);
    else if (open !== null && !text.startsWith('--')) addColumn(open, text, comment);
    if (text.startsWith('-- ')) comment.push(text.slice(3));
    else comment = [];
  }
  return tables;
}

function addColumn(columns: Column[] | undefined, declaration: string, comment: readonly string[]): void {
  const [, name, type] = /^([a-z_]\w*) (\w+(?:\[\])?(?: collate "C")?)(?:[ ,]|$)/.exec(declaration) ?? [];
  if (columns === undefined || name === undefined || type === undefined) return;
  if (['primary', 'check', 'unique', 'foreign', 'constraint'].includes(name)) return;
  const isNullable = !/\bnot null\b|\bprimary key\b/.test(declaration);
  columns.push({ name, type: type.replace(' collate "C"', ''), isNullable, comment: comment.join(' ') });
}

function dropColumn(columns: Column[] | undefined, declaration: string): void {
  const at = columns?.findIndex(({ name }) => name === declaration.split(' ')[0]) ?? -1;
  if (at >= 0) columns?.splice(at, 1);
}

/** Columns by table as src/db/schema.ts has them, which is compared with a real database. */
export function readSchema(text: string): Map<string, string[]> {
  const types = new Map(
    [...text.matchAll(/^export type (\w+Table) = \{\n(.*?)^\};$/gms)].map(([, name = '', body = '']) => [
      name,
      [...body.matchAll(/^ {2}(\w+):/gm)].map((found) => found[1] ?? ''),
    ]),
  );
  return new Map(
    [...text.matchAll(/^ {2}(\w+): (\w+Table);$/gm)].map(([, table = '', type = '']) => [
      table,
      types.get(type) ?? [],
    ]),
  );
}

/**
 * docs/data-dictionary.md: every table and column of the register.
 *
 * @throws TypeError where migrations, schema.ts and descriptions don't name the same columns
 */
export function dataDictionary(): string {
  const folder = join(root, 'src', 'db', 'migrations');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted();
  const tables = readTables(files.map((name) => readFileSync(join(folder, name), 'utf8')));
  const about = authored.parse(
    parse(readFileSync(join(import.meta.dirname, 'data-dictionary.yaml'), 'utf8')),
  );
  const schema = readSchema(readFileSync(join(root, 'src', 'db', 'schema.ts'), 'utf8'));
  const named = new Map([...tables].map(([table, columns]) => [table, columns.map(({ name }) => name)]));
  const described = new Map(
    Object.entries(about).map(([table, { columns }]) => [table, Object.keys(columns)]),
  );
  refuseDifference('The migrations, as scripts/documents/data-dictionary.ts reads them,', named, schema);
  refuseDifference('scripts/documents/data-dictionary.yaml', described, schema);
  const sections = Object.entries(about).map(([table, entry]) => {
    const rows = (tables.get(table) ?? []).map((column) => {
      const [meaning, from] = entry.columns[column.name] ?? [null, ''];
      const type = `\`${column.type}\`${column.isNullable ? ' or null' : ''}`;
      return `| \`${column.name}\` | ${type} | ${cell(meaningOf(table, column, meaning))} | ${cell(from)} |`;
    });
    return `## ${table}\n\n${entry.about}\n\nWhere it comes from: ${entry.from}.\n\n| column | type | meaning | from |\n| --- | --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Data dictionary

${generatedNote}

Every table of the register. Amounts are whole numbers of the smallest unit (pence), days are calendar days in London, instants are UTC, and nothing is stored that depends on today. Paths in the last column are those of a release; [Find a Tender](sources/find-a-tender.md) has them line by line.

What isn't in a notice stands in \`correction\`, \`ingest_run\` and the \`harvest_…\` tables. Everything else can be made anew from the releases. \`schema_migration\` holds which migrations were applied.

${sections.join('\n')}`;
}

function meaningOf(table: string, column: Column, meaning: string | null): string {
  const text = meaning ?? column.comment;
  if (text === '') throw new TypeError(`${table}.${column.name} has neither a meaning nor a comment.`);
  const listed = words[`${table}.${column.name}`];
  return listed === undefined ? text : `${text} One of: ${listed.join(', ')}.`;
}

/** Compares which columns two places name, table by table, without regard to order. */
function refuseDifference(
  what: string,
  one: ReadonlyMap<string, string[]>,
  schema: ReadonlyMap<string, string[]>,
): void {
  const [own, real] = [new Set(columnNames(one)), new Set(columnNames(schema))];
  const lacking = [...real].filter((name) => !own.has(name));
  const extra = [...own].filter((name) => !real.has(name));
  if (lacking.length === 0 && extra.length === 0) return;
  throw new TypeError(
    `${what} and src/db/schema.ts name different columns: lacking ${lacking.join(', ') || 'none'}, too many ${extra.join(', ') || 'none'}.`,
  );
}

function columnNames(tables: ReadonlyMap<string, string[]>): string[] {
  return [...tables].flatMap(([table, columns]) => columns.map((column) => `${table}.${column}`));
}
