import {
  addPlaybookVersion,
  findPlaybookText,
  listNewestVersions,
  listPlaybookVersions,
  type PlaybookVersionRow,
} from '../../db/queries/playbook-versions.ts';
import type { Register } from '../../db/register.ts';
import type { Playbook } from '../../domain/segments/playbook/playbook.ts';
import { digitalSegmentIds, type DigitalSegmentId } from '../../domain/segments/segment.ts';
import { AppError } from '../../lib/errors.ts';
import { sha256Hex } from '../../lib/hash.ts';
import type { Context } from '../context.ts';
import { problemPlace } from './playbook-knowledge.ts';
import { authoredPlaybooks, type AuthoredPlaybooks } from './playbooks.ts';
import { readPlaybook, type PlaybookProblem } from './read-playbook.ts';

/** A playbook at one of its versions. */
export type StoredPlaybook = {
  playbook: Playbook;
  /** As YAML, with the comments people wrote. */
  text: string;
  /** From 1, which is the file that comes with the program. */
  version: number;
  /** When it was saved, by whom and why; null for the file that comes with the program. */
  saved: { at: string; by: string; note: string | null } | null;
  /** The newest version; larger than `version` where the ones after it can’t be read. */
  newest: number;
  /** Why newer versions aren’t the one that counts. */
  warnings: string[];
};

/** What saving says beside the text. */
export type PlaybookSaving = {
  /** The version that was read before the change; left out, whatever stands. */
  seen?: number | undefined;
  /** Who saves; left out, whoever uses this installation. */
  by?: string | undefined;
  /** Why, for the history. */
  note?: string | undefined;
};

/** Who saves where nobody was named: the file that comes with the program. */
const programName = 'the program';

/**
 * The playbook of a segment as it counts now: its newest version that can be read, else the file that comes with the program. Read
 * from the database each time, so that what was edited counts at once, in every process.
 *
 * @throws AppError `input-unreadable` where neither a version nor the file can be read
 */
export async function livePlaybook(context: Context, segment: DigitalSegmentId): Promise<StoredPlaybook> {
  const register = await registerOf(context);
  const rows = register === null ? [] : await listPlaybookVersions(register.latest, segment);
  return readNewest(context, register, segment, rows);
}

/** The playbooks of all segments as they count now; a segment of which none can be read is left out and told. */
export async function livePlaybooks(
  context: Context,
): Promise<ReadonlyMap<DigitalSegmentId, StoredPlaybook>> {
  const register = await registerOf(context);
  const newest = register === null ? [] : await listNewestVersions(register.latest);
  const found = await Promise.all(
    digitalSegmentIds.map(async (segment) => {
      const row = newest.find((one) => one.segment === segment);
      try {
        const rows =
          register === null || row === undefined
            ? []
            : isReadable(context, row)
              ? [row]
              : await listPlaybookVersions(register.latest, segment);
        return [[segment, await readNewest(context, register, segment, rows)] as const];
      } catch (cause) {
        if (!(cause instanceof AppError) || cause.code !== 'input-unreadable') throw cause;
        context.reporter.warn(cause.message);
        return [];
      }
    }),
  );
  return new Map(found.flat());
}

/**
 * One version of a playbook.
 *
 * @throws AppError `not-found` where there is no such version, `input-unreadable` where it doesn’t fit this program
 */
export async function playbookVersion(
  context: Context,
  segment: DigitalSegmentId,
  version: number,
): Promise<StoredPlaybook> {
  const register = await context.register();
  const rows = await listPlaybookVersions(register.latest, segment);
  const row = rows.find((one) => one.version === version);
  const newest = rows[0]?.version ?? 1;
  if (row === undefined && rows.length === 0 && version === 1)
    return readNewest(context, register, segment, []);
  if (row === undefined)
    throw new AppError(
      'not-found',
      `The playbook of ${segment} has no version ${version}. "sourcing segments history ${segment}" lists them.`,
    );
  const text = await textOf(register, row);
  const { playbook, problems } = read(context, row.content_hash, text);
  if (playbook === null)
    throw new AppError(
      'input-unreadable',
      `Version ${version} of the playbook of ${segment} doesn’t fit this program: ${problemPlace(problems)} Take another version, or save it anew with that put right.`,
    );
  return { playbook, text, version, saved: savedOf(row), newest, warnings: [] };
}

/** Versions of a playbook, the newest first. One that was never edited has one: the file that comes with the program. */
export async function playbookVersions(
  context: Context,
  segment: DigitalSegmentId,
): Promise<{ version: number; saved: StoredPlaybook['saved'] }[]> {
  const register = await context.register();
  const rows = await listPlaybookVersions(register.latest, segment);
  if (rows.length === 0) return [{ version: 1, saved: null }];
  return rows.map((row) => ({ version: row.version, saved: savedOf(row) }));
}

/** Whether the file that comes with this program says something else than any version of an edited playbook. */
export async function hasOtherFile(context: Context, segment: DigitalSegmentId): Promise<boolean> {
  const register = await context.register();
  const rows = await listPlaybookVersions(register.latest, segment);
  const file = sha256Hex(authoredPlaybooks(context.reference).files.get(segment)?.text ?? '');
  return rows.length > 0 && rows.every(({ content_hash: hash }) => hash !== file);
}

/**
 * Keeps a text as the next version of the playbook of its segment. With the first edit the file that came with the program is kept
 * as version 1.
 *
 * @throws AppError `bad-request` with `fields` by path where the text doesn’t fit; `changed-meanwhile` where the playbook doesn’t
 *   stand at the version that was seen
 */
export async function savePlaybook(
  context: Context,
  segment: DigitalSegmentId,
  { text, seen, by, note }: PlaybookSaving & { text: string },
): Promise<StoredPlaybook> {
  const authored = authoredPlaybooks(context.reference);
  const { playbook, problems } = readPlaybook(text, authored.knowledge);
  if (playbook === null) throw refusedText(problems);
  if (playbook.segment !== segment)
    throw refusedText([{ line: 1, path: 'segment', message: `this is the playbook of "${segment}"` }]);
  const register = await context.register();
  const at = context.clock.now().toISOString();
  const who = by ?? context.actor.personId;
  const version = await register.write(async (transaction) => {
    const standing = (await listPlaybookVersions(transaction, segment))[0]?.version ?? null;
    if (seen !== undefined && seen !== (standing ?? 1)) throw changedMeanwhile(segment, seen);
    const isFirstKept =
      standing !== null ||
      (await addPlaybookVersion(transaction, {
        ...rowOf(segment, 1, authored.files.get(segment)?.text ?? ''),
        saved_at: at,
        saved_by: programName,
        note: null,
      }));
    const next = (standing ?? 1) + 1;
    const row = { ...rowOf(segment, next, text), saved_at: at, saved_by: who, note: note ?? null };
    if (!isFirstKept || !(await addPlaybookVersion(transaction, row)))
      throw changedMeanwhile(segment, seen ?? next - 1);
    return next;
  });
  const saved = { at, by: who, note: note ?? null };
  return { playbook, text, version, saved, newest: version, warnings: [] };
}

function rowOf(
  segment: DigitalSegmentId,
  version: number,
  content: string,
): Pick<PlaybookVersionRow, 'segment' | 'version' | 'content_hash'> & { content: string } {
  return { segment, version, content, content_hash: sha256Hex(content) };
}

async function readNewest(
  context: Context,
  register: Register | null,
  segment: DigitalSegmentId,
  rows: readonly PlaybookVersionRow[],
): Promise<StoredPlaybook> {
  const newest = rows[0]?.version ?? 1;
  const warnings: string[] = [];
  for (const row of rows) {
    if (register === null) break;
    const text = await textOf(register, row);
    const { playbook, problems } = read(context, row.content_hash, text);
    if (playbook !== null)
      return { playbook, text, version: row.version, saved: savedOf(row), newest, warnings };
    warnings.push(`Version ${row.version} doesn’t fit this program: ${problemPlace(problems)}`);
  }
  const file = authoredPlaybooks(context.reference).files.get(segment);
  if (file === undefined) throw new Error(`The segment ${segment} has no playbook.`);
  if (file.playbook === null) throw file.refusal;
  return { playbook: file.playbook, text: file.text, version: 1, saved: null, newest, warnings };
}

function savedOf({ version, saved_at, saved_by, note }: PlaybookVersionRow): StoredPlaybook['saved'] {
  return version === 1 ? null : { at: saved_at, by: saved_by, note };
}

async function textOf(register: Register, { segment, version, content_hash }: PlaybookVersionRow) {
  const known = texts.get(content_hash);
  if (known !== undefined) return known;
  const text = (await findPlaybookText(register.latest, segment, version)) ?? '';
  texts.set(content_hash, text);
  forgetOldest(texts);
  return text;
}

/** Versions that are kept in memory, each under the hash of its text, which never changes. */
const mostKept = 100;
const texts = new Map<string, string>();

type Read = ReturnType<typeof readPlaybook>;

/** What was read of a text, for each set of what playbooks may refer to. */
const readOnce = new WeakMap<AuthoredPlaybooks['knowledge'], Map<string, Read>>();

function read(context: Context, hash: string, text: string): Read {
  const { knowledge } = authoredPlaybooks(context.reference);
  const known = readOnce.get(knowledge) ?? new Map<string, Read>();
  readOnce.set(knowledge, known);
  const before = known.get(hash);
  if (before !== undefined) return before;
  const now = readPlaybook(text, knowledge);
  known.set(hash, now);
  forgetOldest(known);
  return now;
}

function isReadable(context: Context, { content_hash }: PlaybookVersionRow): boolean {
  const { knowledge } = authoredPlaybooks(context.reference);
  return readOnce.get(knowledge)?.get(content_hash)?.playbook != null;
}

function forgetOldest(kept: Map<string, unknown>): void {
  const [oldest] = kept.keys();
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
}

/** The register, or null where it can’t be reached: then the playbooks that come with the program are better than none. */
async function registerOf(context: Context): Promise<Register | null> {
  try {
    return await context.register();
  } catch (cause) {
    if (!(cause instanceof AppError) || cause.code !== 'database-unavailable') throw cause;
    return null;
  }
}

/** A refusal of a text that is no playbook, with every place that is wrong. */
export function refusedText(problems: readonly PlaybookProblem[]): AppError {
  const fields = Object.fromEntries(
    problems.map(({ path, message }) => [path === '' ? 'text' : path, message]),
  );
  return new AppError(
    'bad-request',
    `This can’t be kept as a playbook, and the one that stands goes on. Put right ${problemPlace(problems)}`,
    { fields },
  );
}

function changedMeanwhile(segment: DigitalSegmentId, seen: number): AppError {
  return new AppError(
    'changed-meanwhile',
    `Somebody saved the playbook of ${segment} after version ${seen} was read. Look at what changed, then make your change again.`,
  );
}
