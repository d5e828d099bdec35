import { readdir, readFile } from 'node:fs/promises';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { findStanding, saveCase, type StoredCase } from './case-store.ts';
import { readCase } from './read-case.ts';

/** A worked example that comes with the program. */
export type ExampleCase = { file: string; id: string; title: string; buyer: string };

const folder = new URL('../../../examples/', import.meta.url);

/**
 * The worked examples, by the names of their files.
 *
 * @example (await listExamples(context)).map(({ file }) => file) // ['case-management', …]
 */
export async function listExamples(context: Context): Promise<ExampleCase[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  const read = await Promise.all(names.map(async (name) => readExample(context, name.slice(0, -5))));
  return read.map(({ file, document }) => ({
    file,
    id: document.id,
    title: document.title,
    buyer: document.buyer.name,
  }));
}

/**
 * Keeps a worked example as a case. One that is there already is answered as it stands.
 *
 * @param file name of the example, without its ending
 * @throws AppError `not-found` where there is no such example
 */
export async function loadExample(context: Context, file: string): Promise<Pick<StoredCase, 'id'>> {
  const known = (await readdir(folder)).includes(`${file}.yaml`);
  if (!known) throw new AppError('not-found', `There is no example "${file}".`);
  const { text, document } = await readExample(context, file);
  if ((await findStanding(context, document.id)) !== null) return { id: document.id };
  return saveCase(context, { text, seen: null, note: `Example ${file}` });
}

async function readExample(context: Context, file: string) {
  const text = await readFile(new URL(`${file}.yaml`, folder), 'utf8');
  const { document } = readCase(text, new Set(context.reference.deliveryModels.map(({ id }) => id)));
  if (document === null) throw new Error(`The example ${file} doesn’t fit the schema of this program.`);
  return { file, text, document };
}
