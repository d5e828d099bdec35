/**
 * Writes the documents that follow from the code: command line, API, settings, refusals, tables, the schema of a case.
 *
 *   npm run generate              writes them
 *   node scripts/generate.ts --check   says which are out of date, and ends with 1 where one is
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { caseJsonSchema } from '../src/app/decisions/case-schema.ts';
import { apiDocument, openApiDocument } from './documents/api-document.ts';
import { cliDocument } from './documents/cli-document.ts';
import { configDocument } from './documents/config-document.ts';
import { dataDictionary } from './documents/data-dictionary.ts';
import { errorsDocument } from './documents/errors-document.ts';

const root = join(import.meta.dirname, '..');

const documents: Readonly<Record<string, () => string>> = {
  'docs/cli.md': cliDocument,
  'docs/api.md': apiDocument,
  'docs/openapi.json': openApiDocument,
  'docs/config.md': configDocument,
  'docs/errors.md': errorsDocument,
  'docs/data-dictionary.md': dataDictionary,
  'docs/case.schema.json': () => JSON.stringify(caseJsonSchema()),
};

const isCheck = process.argv.includes('--check');
const stale: string[] = [];
for (const [path, write] of Object.entries(documents)) {
  const file = join(root, path);
  const text = await format(write(), { ...(await resolveConfig(file)), filepath: file });
  const present = await readFile(file, 'utf8').catch(() => '');
  if (present === text) continue;
  stale.push(path);
  if (!isCheck) await writeFile(file, text);
}
if (stale.length > 0) console.log(`${isCheck ? 'Out of date' : 'Written'}: ${stale.join(', ')}`);
if (isCheck && stale.length > 0) {
  console.log('Run "npm run generate".');
  process.exitCode = 1;
}
