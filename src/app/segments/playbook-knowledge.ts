import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../lib/errors.ts';
import { countText } from '../count-text.ts';
import { sharedChecksFile, sourcesFile } from './playbook-file.ts';
import { readAuthored, type PlaybookKnowledge, type PlaybookProblem } from './read-playbook.ts';

/**
 * What every playbook may refer to: the sources, the delivery models, and the checks that hold in every segment.
 *
 * @param folder of the playbooks, absolute
 * @throws AppError `input-unreadable` where a file is missing or wrong; the sentence names file, line and path
 */
export function readKnowledge(folder: string, models: ReadonlySet<string>): PlaybookKnowledge {
  const sourcesPath = join(folder, 'playbook-sources.yaml');
  const sharedPath = join(folder, 'every-playbook.yaml');
  const sources = readAuthored(textOf(sourcesPath), sourcesFile);
  if ('problems' in sources) throw wrong(sourcesPath, sources.problems);
  const shared = readAuthored(textOf(sharedPath), sharedChecksFile);
  if ('problems' in shared) throw wrong(sharedPath, shared.problems);
  const known = new Map(sources.value.map((source) => [source.id, source]));
  const unknown = shared.value.checks.flatMap(({ id, basis }, index) =>
    basis.kind === 'source' && basis.sources.some((source) => !known.has(source)) ? [{ id, index }] : [],
  );
  const [first] = unknown;
  if (first !== undefined) {
    const line = shared.lineOf(['checks', first.index]);
    throw wrong(sharedPath, [
      { line, path: `checks[${first.index}]`, message: `“${first.id}” names an unknown source` },
    ]);
  }
  return { sources: known, models, shared: shared.value.checks };
}

/**
 * Where a text is wrong and how, as the end of a sentence.
 *
 * @example problemPlace([{ line: 3, path: 'status', message: 'write "reviewed"' }]) // 'line 3, status: write "reviewed".'
 */
export function problemPlace(problems: readonly PlaybookProblem[]): string {
  const [first] = problems;
  const place = [first?.line == null ? '' : `line ${first.line}`, first?.path ?? '']
    .filter((part) => part !== '')
    .join(', ');
  const message = (first?.message ?? 'unknown').replace(/\.$/u, '');
  const others = problems.length - 1;
  const more =
    others > 0 ? ` ${countText(others, 'more thing')} ${others === 1 ? 'is' : 'are'} wrong in it.` : '';
  return `${place === '' ? 'its top' : place}: ${message}.${more}`;
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new AppError('input-unreadable', `The playbook file ${path} cannot be read: ${String(cause)}`, {
      cause,
    });
  }
}

function wrong(path: string, problems: readonly PlaybookProblem[]): AppError {
  return new AppError(
    'input-unreadable',
    `The playbook file ${path} is wrong at ${problemPlace(problems)} Correct the file.`,
  );
}
