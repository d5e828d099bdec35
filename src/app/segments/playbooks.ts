import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Playbook } from '../../domain/segments/playbook/playbook.ts';
import { digitalSegmentIds, type DigitalSegmentId } from '../../domain/segments/segment.ts';
import { AppError } from '../../lib/errors.ts';
import type { Reference } from '../reference.ts';
import { sharedChecksFile, sourcesFile } from './playbook-file.ts';
import {
  leadsSomewhere,
  readAuthored,
  readPlaybook,
  type PlaybookKnowledge,
  type PlaybookProblem,
} from './read-playbook.ts';

/** The playbook of every segment. */
export type Playbooks = ReadonlyMap<DigitalSegmentId, Playbook>;

/** Read once for each set of authored facts, when they are first asked for. */
const read = new WeakMap<object, Playbooks>();

/**
 * The playbooks of `reference/segments/`.
 *
 * @throws AppError `input-unreadable` where a file is missing or wrong; the sentence names file, line and path
 * @example playbooksOf(context.reference).get('cloud-hosting')?.checks.length // 28
 */
export function playbooksOf(reference: Pick<Reference, 'folder' | 'deliveryModels'>): Playbooks {
  const known = read.get(reference);
  if (known !== undefined) return known;
  const folder = join(reference.folder, 'segments');
  const knowledge = readKnowledge(folder, new Set(reference.deliveryModels.map(({ id }) => id)));
  const playbooks = new Map(
    digitalSegmentIds.map((segment) => [segment, readOne(folder, segment, knowledge)] as const),
  );
  read.set(reference, playbooks);
  return playbooks;
}

/**
 * The playbook of one segment.
 *
 * @throws AppError as {@link playbooksOf}
 */
export function playbookOf(reference: Reference, segment: DigitalSegmentId): Playbook {
  const playbook = playbooksOf(reference).get(segment);
  if (playbook === undefined) throw new Error(`The segment ${segment} has no playbook.`);
  return playbook;
}

function readOne(folder: string, segment: DigitalSegmentId, knowledge: PlaybookKnowledge): Playbook {
  const path = join(folder, `${segment}.yaml`);
  const { playbook, problems } = readPlaybook(textOf(path), knowledge);
  if (playbook === null) throw wrong(path, problems);
  if (playbook.segment !== segment)
    throw wrong(path, [{ line: 1, path: 'segment', message: `this file is for "${segment}"` }]);
  const lost = knowledge.shared.findIndex(({ passage }) => !leadsSomewhere(passage, playbook.sections));
  if (lost !== -1) {
    const passage = knowledge.shared[lost]?.passage ?? '';
    const message = `a check of every segment leads to "${passage}", which isn’t here`;
    throw wrong(path, [{ line: null, path: 'sections', message }]);
  }
  return playbook;
}

function readKnowledge(folder: string, models: ReadonlySet<string>): PlaybookKnowledge {
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
  const [first] = problems;
  const place = [first?.line == null ? '' : `line ${first.line}`, first?.path ?? '']
    .filter((part) => part !== '')
    .join(', ');
  const others = problems.length > 1 ? ` ${problems.length - 1} more of its lines are wrong.` : '';
  const more = problems.length === 2 ? ' One more line is wrong.' : others;
  const message = (first?.message ?? 'unknown').replace(/\.$/u, '');
  return new AppError(
    'input-unreadable',
    `The playbook file ${path} is wrong at ${place === '' ? 'its top' : place}: ${message}. Correct the file.${more}`,
  );
}
