import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Playbook } from '../../domain/segments/playbook/playbook.ts';
import { digitalSegmentIds, type DigitalSegmentId } from '../../domain/segments/segment.ts';
import { AppError } from '../../lib/errors.ts';
import type { Reference } from '../reference.ts';
import { problemPlace, readKnowledge } from './playbook-knowledge.ts';
import { readPlaybook, type PlaybookKnowledge, type PlaybookProblem } from './read-playbook.ts';

/** The playbook of every segment. */
export type Playbooks = ReadonlyMap<DigitalSegmentId, Playbook>;

/** A file as it was read: its text, and the playbook in it or why there is none. */
export type AuthoredPlaybook = { text: string } & (
  { playbook: Playbook; refusal: null } | { playbook: null; refusal: AppError }
);

/** The files of `reference/segments/`, and what every playbook may refer to. */
export type AuthoredPlaybooks = {
  knowledge: PlaybookKnowledge;
  files: ReadonlyMap<DigitalSegmentId, AuthoredPlaybook>;
};

type PlaybookReference = Pick<Reference, 'folder' | 'deliveryModels'>;

/** Read once for each set of authored facts, when they are first asked for. */
const read = new WeakMap<object, AuthoredPlaybooks>();

/**
 * The files of the playbooks as the program brings them. A wrong one keeps none of the others from being read.
 *
 * @throws AppError `input-unreadable` where what all playbooks share is missing or wrong
 */
export function authoredPlaybooks(reference: PlaybookReference): AuthoredPlaybooks {
  const known = read.get(reference);
  if (known !== undefined) return known;
  const folder = join(reference.folder, 'segments');
  const knowledge = readKnowledge(folder, new Set(reference.deliveryModels.map(({ id }) => id)));
  const files = new Map(
    digitalSegmentIds.map((segment) => [segment, readOne(folder, segment, knowledge)] as const),
  );
  const authored = { knowledge, files };
  read.set(reference, authored);
  return authored;
}

/**
 * The playbooks as the program brings them, before anybody edited one.
 *
 * @throws AppError `input-unreadable` where a file is missing or wrong; the sentence names file, line and path
 * @example playbooksOf(context.reference).get('cloud-hosting')?.checks.length // 28
 */
export function playbooksOf(reference: PlaybookReference): Playbooks {
  const { files } = authoredPlaybooks(reference);
  return new Map(
    [...files].map(([segment, { playbook, refusal }]) => {
      if (playbook === null) throw refusal;
      return [segment, playbook] as const;
    }),
  );
}

function readOne(folder: string, segment: DigitalSegmentId, knowledge: PlaybookKnowledge): AuthoredPlaybook {
  const path = join(folder, `${segment}.yaml`);
  const refused = (text: string, problems: readonly PlaybookProblem[]): AuthoredPlaybook => ({
    text,
    playbook: null,
    refusal: new AppError(
      'input-unreadable',
      `The playbook file ${path} is wrong at ${problemPlace(problems)} Correct the file.`,
    ),
  });
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const message = `The playbook file ${path} cannot be read: ${String(cause)}`;
    return { text: '', playbook: null, refusal: new AppError('input-unreadable', message, { cause }) };
  }
  const { playbook, problems } = readPlaybook(text, knowledge);
  if (playbook === null) return refused(text, problems);
  if (playbook.segment !== segment)
    return refused(text, [{ line: 1, path: 'segment', message: `this file is for "${segment}"` }]);
  return { text, playbook, refusal: null };
}
