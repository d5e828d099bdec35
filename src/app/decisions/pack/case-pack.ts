import { AppError } from '../../../lib/errors.ts';
import { markedFileName } from '../../../domain/decisions/marked-file-name.ts';
import { packHtml } from '../../../domain/decisions/pack/pack-html.ts';
import type { PackReader } from '../../../domain/decisions/pack/pack-reader.ts';
import type { WithheldEntry } from '../../../domain/decisions/pack/schedule.ts';
import type { Context } from '../../context.ts';
import type { CaseRun } from '../case-run.ts';
import { buildPack, buildReleasedPack, type ReadableRun } from './build-pack.ts';
import { packDocx } from './pack-docx.ts';
import type { PackSource } from './pack-matter.ts';

/** How a pack is laid out. */
export const packFormats = ['html', 'docx'] as const;

/** Name of a format. */
export type PackFormat = (typeof packFormats)[number];

/** What is asked of a pack. */
export type PackWish = { for: PackReader; release: boolean; source?: PackSource };

/** A pack as a file. */
export type PackFile = {
  /** Begins with the marking. */
  name: string;
  type: string;
  bytes: Uint8Array;
};

/** A pack in the formats that were asked for. */
export type CasePack = {
  files: PackFile[];
  /** What the version for release leaves out; empty for the full pack. */
  withheld: WithheldEntry[];
};

const types: Readonly<Record<PackFormat, string>> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/**
 * The evidence pack of a case for a reader as files.
 *
 * @param run a run of the case, as `decisions run` or a stored result gives it
 * @throws AppError input-unreadable where the case could not be read; bad-request where it wants something withheld that isn’t found
 */
export async function casePack(
  { reference }: Pick<Context, 'reference'>,
  run: CaseRun,
  { for: reader, release, source = {} }: PackWish,
  formats: readonly PackFormat[],
): Promise<CasePack> {
  const readable = readableRun(run);
  const { interestTest, approvals } = reference.decisions;
  const question = { reader, interestTest, approvals, source };
  const built = release
    ? buildReleasedPack(readable, question)
    : { pack: buildPack(readable, question), schedule: [] };
  const files = await Promise.all(
    formats.map(async (format) => ({
      name: markedFileName(
        release ? { level: 'OFFICIAL' } : readable.document.marking,
        [readable.document.id, reader, ...(release ? ['for-release'] : [])],
        format,
      ),
      type: types[format],
      bytes: format === 'html' ? new TextEncoder().encode(packHtml(built.pack)) : await packDocx(built.pack),
    })),
  );
  return { files, withheld: built.schedule };
}

function readableRun(run: CaseRun): ReadableRun {
  const { document } = run;
  if (document === null)
    throw new AppError(
      'input-unreadable',
      'This can’t be read as a case, so there is no pack. `sourcing decisions validate` tells what is wrong.',
    );
  return { ...run, document };
}
