import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import {
  addCaseRevision,
  findCaseText,
  listCaseRevisions,
  listCaseRows,
  type CaseRevisionRow,
  type CaseRow,
} from '../../db/queries/decision-cases.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { changeYaml, type CaseChange } from './change-yaml.ts';
import type { LocatedProblem } from './read-case.ts';
import { readKnownCase } from './read-known-case.ts';

/** A case at one of its revisions. */
export type StoredCase = {
  /** The id that the document gives itself. */
  id: string;
  /** From 1. */
  revision: number;
  /** The document as YAML, with the comments people wrote. */
  text: string;
  document: CaseDocument;
  problems: LocatedProblem[];
  savedAt: string;
  savedBy: string;
  note: string | null;
};

/** What saving says beside the document. */
export type Saving = {
  /** The revision that was seen when the change was made; null where the case is new. */
  seen: number | null;
  /** Who saves; left out, whoever uses this installation. */
  by?: string | undefined;
  /** Why, for the list of versions. */
  note?: string | null | undefined;
};

/**
 * A case of the body that asks, at its newest revision unless one is named.
 *
 * @throws AppError `not-found`, also where it belongs to another body
 */
export async function getCase(context: Context, id: string, revision?: number): Promise<StoredCase> {
  const register = await context.register();
  const row = await register.within(context.actor, async (transaction) =>
    findCaseText(transaction, id, revision ?? null),
  );
  if (row === null)
    throw new AppError(
      'not-found',
      revision === undefined
        ? `There is no case "${id}". "sourcing decisions find" lists the cases.`
        : `The case "${id}" has no version ${revision}. "sourcing decisions versions ${id}" lists them.`,
    );
  const { document, problems } = readKnownCase(context.reference, row.content);
  if (document === null)
    throw new AppError(
      'input-unreadable',
      `Version ${row.revision} of "${id}" doesn’t fit this program’s schema: ${problems[0]?.message ?? ''} Export it, put it right and import it again.`,
    );
  return {
    id,
    revision: row.revision,
    text: row.content,
    document,
    problems,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
    note: row.note,
  };
}

/**
 * Keeps a text as the next revision of its case. What the checks find doesn’t keep it from being saved; that it can’t be read does.
 *
 * @throws AppError `bad-request` with `fields` by path of the document where it doesn’t fit the schema; `changed-meanwhile` where the
 *   case doesn’t stand at the revision that was seen, or is there already
 */
export async function saveCase(
  context: Context,
  { text, seen, by, note }: Saving & { text: string },
): Promise<StoredCase> {
  const { document, problems } = readKnownCase(context.reference, text);
  if (document === null) throw refusedText(problems);
  if (seen !== null && seen >= mostRevisions) throw changedMeanwhile(document.id, seen);
  const row = {
    body_id: context.actor.bodyId,
    case_id: document.id,
    revision: (seen ?? 0) + 1,
    title: document.title,
    buyer_name: document.buyer.name,
    stage: document.stage,
    marking: [document.marking.level, document.marking.descriptor ?? ''].join(' ').trim(),
    content: text,
    saved_at: context.clock.now().toISOString(),
    saved_by: by ?? context.actor.personId,
    note: note ?? null,
  };
  const register = await context.register();
  const isSaved = await register.within(context.actor, async (transaction) =>
    addCaseRevision(transaction, row),
  );
  if (!isSaved) throw changedMeanwhile(document.id, seen);
  return {
    id: document.id,
    revision: row.revision,
    text,
    document,
    problems,
    savedAt: row.saved_at,
    savedBy: row.saved_by,
    note: row.note,
  };
}

/**
 * Changes places of a case and keeps the result as its next revision; comments in the text stay.
 *
 * @throws AppError as {@link saveCase}
 * @example await changeCase(context, { id: 'permits', seen: 3, changes: [{ path: ['title'], value: 'Permits' }] })
 */
export async function changeCase(
  context: Context,
  { id, changes, ...saving }: Saving & { id: string; changes: readonly CaseChange[] },
): Promise<StoredCase> {
  const standing = await getCase(context, id);
  if (saving.seen !== standing.revision) throw changedMeanwhile(id, saving.seen);
  const text = changeYaml(standing.text, changes);
  if (
    readKnownCase(context.reference, text).document?.id !== id &&
    changes.some(({ path }) => path[0] === 'id')
  )
    throw new AppError('bad-request', 'The id of a case stays: addresses and records name it.', {
      fields: { id: 'The id of a case stays: addresses and records name it.' },
    });
  return saveCase(context, { ...saving, text });
}

/** The database counts no further. */
const mostRevisions = 2_147_483_647;

/** The newest revision of a case; null where there is none. */
export async function findStanding(context: Context, id: string): Promise<number | null> {
  return (await listRevisions(context, id))[0]?.revision ?? null;
}

/** Cases of the body that asks, the last saved first. */
export async function listCases(context: Context): Promise<CaseRow[]> {
  const register = await context.register();
  return register.within(context.actor, listCaseRows);
}

/** Who saved which revision, the newest first. Empty where there is no such case. */
export async function listRevisions(context: Context, id: string): Promise<CaseRevisionRow[]> {
  const register = await context.register();
  return register.within(context.actor, async (transaction) => listCaseRevisions(transaction, id));
}

function refusedText(problems: readonly LocatedProblem[]): AppError {
  const fields = Object.fromEntries(
    problems.map(({ path, message }) => [path === '' ? 'text' : path, message]),
  );
  const [first] = problems;
  const place = [
    first?.line === null || first === undefined ? '' : `line ${first.line}`,
    first?.path ?? '',
  ].filter((part) => part !== '');
  return new AppError(
    'bad-request',
    `This can’t be kept as a case. ${place.length === 0 ? '' : `${place.join(', ')}: `}${first?.message ?? ''}`,
    { fields },
  );
}

function changedMeanwhile(id: string, seen: number | null): AppError {
  return new AppError(
    'changed-meanwhile',
    seen === null
      ? `There is a case "${id}" already. Give the new one another id, or change the one that is there.`
      : `Somebody saved the case "${id}" after version ${seen} was read. Look at what changed, then make your change again.`,
  );
}
