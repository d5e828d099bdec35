import type { CaseResult } from '../../domain/methods/case-result.ts';
import { AppError } from '../../lib/errors.ts';
import { isObject } from '../../lib/json.ts';
import { detectDelimiter, readDelimited } from '../../lib/read-delimited.ts';
import { caseFormats, type CaseFormat } from './case-formats.ts';

/** A file as it was read. */
export type CaseFile = { name: string; text: string };

/** What became of a file. */
export type VerifiedFile = { name: string; format: string; results: CaseResult[] };

/**
 * Computes the cases of files anew. Every file is recognised before the first is computed, so that a refusal comes at once.
 *
 * @param progress told how many files are done
 * @throws AppError input-unreadable for a file that is empty, broken, or of no known form
 */
export async function verifyFiles(
  files: readonly CaseFile[],
  progress: (done: number) => void = () => undefined,
  formats: readonly CaseFormat[] = caseFormats,
): Promise<VerifiedFile[]> {
  const recognised: { name: string; content: unknown; format: CaseFormat }[] = [];
  for (const file of files) {
    const content = await parse(file);
    recognised.push({ name: file.name, content, format: formatOf(file.name, content, formats) });
  }
  const verified: VerifiedFile[] = [];
  for (const { name, content, format } of recognised) {
    const results = await check(name, content, format);
    if (results.length === 0) throw refusal(name, 'has no case. Name a file with at least one.');
    verified.push({ name, format: format.name, results });
    progress(verified.length);
  }
  return verified;
}

async function parse({ name, text }: CaseFile): Promise<unknown> {
  if (text.trim() === '') throw refusal(name, 'is empty. Fetch it again.');
  if (!/\.json$/i.test(name) && !/^\s*[[{]/.test(text)) return rowsOf(name, text);
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refusal(
      name,
      `is no JSON (${cause instanceof Error ? cause.message : String(cause)}). Mend or fetch it again.`,
    );
  }
}

async function rowsOf(name: string, text: string): Promise<Record<string, string>[]> {
  async function* whole(): AsyncGenerator<string> {
    yield await Promise.resolve(text);
  }
  const rows: string[][] = [];
  for await (const { cells } of readDelimited(whole(), detectDelimiter(text), name)) rows.push(cells);
  const [columns = [], ...body] = rows;
  return body.map((cells) =>
    Object.fromEntries(columns.map((column, at) => [column.trim(), cells[at] ?? ''])),
  );
}

function formatOf(name: string, content: unknown, formats: readonly CaseFormat[]): CaseFormat {
  const first = firstCase(content);
  const format = formats.find(({ members }) => members.every((member) => first !== null && member in first));
  if (format !== undefined) return format;
  const known = formats.map((one) => `${one.name} (${one.members.join(', ')})`).join('; ');
  throw refusal(name, `holds no cases of a known form. Known are, by what a case has: ${known}.`);
}

function firstCase(content: unknown): Record<string, unknown> | null {
  const lists: unknown[] = isObject(content) ? [content['cases'], content['weighting']] : [content];
  const first: unknown = lists.flatMap((list): unknown[] => (Array.isArray(list) ? list.slice(0, 1) : []))[0];
  return isObject(first) ? first : null;
}

async function check(name: string, content: unknown, format: CaseFormat): Promise<CaseResult[]> {
  try {
    return await format.check(content);
  } catch (error) {
    if (error instanceof AppError)
      throw new AppError(error.code, `${name}: ${error.message}`, { cause: error });
    // A method refuses numbers that it isn't defined for; here they came from the file.
    if (error instanceof RangeError)
      throw refusal(name, `has a case that can't be computed: ${error.message}`);
    throw error;
  }
}

function refusal(name: string, problem: string): AppError {
  return new AppError('input-unreadable', `${name} ${problem}`);
}
