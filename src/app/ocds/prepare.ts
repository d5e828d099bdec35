import type { FileHandle } from 'node:fs/promises';
import { open } from 'node:fs/promises';
import { z } from 'zod';
import { csvLine } from '../../lib/csv.ts';
import { AppError } from '../../lib/errors.ts';
import { keepYoungGenerationSmall } from '../../lib/young-generation.ts';
import { issueCells, prepareRelease } from '../../ocds/prepare.ts';
import { prepareRulesOf } from '../../ocds/prepare-settings.ts';
import { ToolkitSettings } from '../../ocds/toolkit-settings.ts';
import type { Context } from '../context.ts';
import { streamOperation } from '../operation.ts';
import type { CompiledLine } from './compiled-releases.ts';
import { readCompiledReleases } from './compiled-releases.ts';
import { filesField } from './toolkit-inputs.ts';
import { ToolkitNotices } from './toolkit-notices.ts';
import { readSettingsFile, settingsField } from './toolkit-settings-file.ts';

/** `ocdscardinal prepare`: compiled releases mended for the indicators, a line each; what could be mended is told as CSV. */
export const prepare = streamOperation({
  id: 'ocds.prepare',
  summary: 'Mend OCDS compiled releases for the calculation of review indicators.',
  kind: 'stream',
  access: 'public',
  surfaces: ['cli'],
  positional: 'files',
  input: z.object({
    files: filesField,
    settings: settingsField,
    errors: z.string().optional().meta({
      description: 'Write the quality issues (CSV) to this file instead of standard error.',
      format: 'file',
    }),
  }),
  run: async function* run(context, { files, settings, errors }) {
    keepYoungGenerationSmall();
    const notices = new ToolkitNotices(context.reporter);
    const rules = prepareRulesOf((await readSettingsFile(settings)) ?? new ToolkitSettings(new Map()));
    const issues = await IssueList.open(errors ?? null, context);
    const prepared: string[] = [];
    const take = ({ release, line, input }: CompiledLine): void => {
      const ocid = release['ocid'];
      prepareRelease(release, rules, {
        issue: (issue) => issues.add(issueCells(line, ocid, issue)),
        warn: (message) => notices.warn(`${input} line ${line}: ${message}`),
      });
      prepared.push(JSON.stringify(release));
    };
    try {
      for await (const _ of readCompiledReleases(context, files, notices, take)) {
        yield* prepared.splice(0);
        await issues.flush();
      }
    } finally {
      await issues.close();
    }
    notices.close(true);
  },
});

/** Where the quality issues go, a row each: to a file, or to where messages go. */
class IssueList {
  readonly #file: FileHandle | null;
  readonly #context: Context;
  readonly #rows: string[] = [];

  private constructor(file: FileHandle | null, context: Context) {
    this.#file = file;
    this.#context = context;
  }

  /** @throws AppError machine-resource where the file can't be written */
  static async open(path: string | null, context: Context): Promise<IssueList> {
    if (path === null) return new IssueList(null, context);
    const file = await open(path, 'w').catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new AppError('machine-resource', `${path} can't be written (${reason}). Name another file.`, {
        cause: error,
      });
    });
    return new IssueList(file, context);
  }

  add(cells: readonly unknown[]): void {
    this.#rows.push(csvLine(cells).trimEnd());
  }

  async flush(): Promise<void> {
    const rows = this.#rows.splice(0);
    if (this.#file === null) for (const row of rows) this.#context.reporter.warn(row);
    else if (rows.length > 0) await this.#file.write(`${rows.join('\n')}\n`);
  }

  async close(): Promise<void> {
    await this.#file?.close();
  }
}
