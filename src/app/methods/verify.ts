import { open } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { runOnThread } from '../../lib/run-on-thread.ts';
import { unreadable } from '../../ocds/input.ts';
import { countText } from '../count-text.ts';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import type { CaseFile, VerifiedFile } from './verify-files.ts';

/** Reference files are small; more is another file. */
const largestBytes = 64 * 1024 * 1024;

/** Null where ours is no number. */
const figure = z.number().nullable();

const verifiedFile = z.object({
  name: z.string(),
  format: z.string(),
  failed: z.number().int(),
  results: z.array(
    z.object({
      id: z.string(),
      what: z.string(),
      expected: figure,
      got: figure,
      deviation: figure,
      tolerance: z.number(),
      passed: z.boolean(),
    }),
  ),
});

/** Computes cases that others have computed, and shows how far ours are from theirs. */
export const verifyMethods = operation({
  id: 'methods.verify',
  summary: 'Compute reference cases anew and compare every value with the one that is expected.',
  kind: 'read',
  access: 'public',
  surfaces: ['cli'],
  positional: 'files',
  input: z.strictObject({
    files: z.array(z.string()).min(1, 'Name at least one file.').describe('Files of cases, JSON or CSV.'),
  }),
  output: z.object({ files: z.array(verifiedFile) }),
  exitCode: ({ files }) => (files.some(({ failed }) => failed > 0) ? 1 : 0),
  present: ({ files }) => files.map(fileText).join('\n\n'),
  run: async (context, { files: paths }) => {
    const files: CaseFile[] = [];
    for (const path of paths) files.push({ name: path, text: await readText(path) });
    const progress = (done: number): void =>
      context.reporter.progress({ label: 'Computing cases', done, total: files.length, unit: 'files' });
    const verified = await runOnThread<VerifiedFile[]>(
      new URL('./verify-worker.ts', import.meta.url),
      files,
      {
        signal: context.signal,
        onProgress: progress,
      },
    );
    return { files: verified.map(viewOf) };
  },
});

async function readText(path: string): Promise<string> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      if (size > largestBytes)
        throw new AppError(
          'input-unreadable',
          `${path} is larger than 64 MB, so it holds no reference cases.`,
        );
      return (await file.readFile('utf8')).replace(/^\uFEFF/, '');
    } finally {
      await file.close();
    }
  } catch (error) {
    throw error instanceof AppError ? error : unreadable(path, error);
  }
}

function viewOf({ name, format, results }: VerifiedFile): z.output<typeof verifiedFile> {
  return {
    name,
    format,
    failed: results.filter(({ passed }) => !passed).length,
    results: results.map((result) => ({
      ...result,
      expected: orNull(result.expected),
      got: orNull(result.got),
      deviation: orNull(result.deviation),
    })),
  };
}

function orNull(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function fileText({ name, format, failed, results }: z.output<typeof verifiedFile>): string {
  const heading = ['case', 'value', 'expected', 'got', 'deviation', 'tolerance', ''];
  const rows = results.map(({ id, what, expected, got, deviation, tolerance, passed }) => [
    id,
    what,
    numberText(expected),
    numberText(got),
    numberText(deviation),
    numberText(tolerance),
    passed ? 'ok' : 'FAILED',
  ]);
  const cases = new Set(results.map(({ id }) => id)).size;
  const verdict = failed === 0 ? 'all within tolerance' : `${failed} FAILED`;
  return [
    textTable([heading, ...rows]),
    `${name}: ${format}, ${countText(cases, 'case')}, ${countText(results.length, 'value')}, ${verdict}.`,
  ].join('\n');
}

/** Nine digits tell values apart that a tolerance of 1e-9 does. */
function numberText(value: number | null): string {
  return value === null ? 'none' : String(Number(value.toPrecision(10)));
}
