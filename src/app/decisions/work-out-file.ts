import type { Context } from '../context.ts';
import { readCaseFile } from './case-file.ts';
import type { CaseRun } from './case-run.ts';
import { workOut } from './work-out.ts';

const nothing = { rates: null, money: null, appraisal: null, composition: null, modelNames: {} };

/** A case in a file, worked out as far as it can be. */
export async function workOutFile(context: Context, file: string): Promise<CaseRun> {
  const { document, problems, partial } = await readCaseFile(context, file);
  const readable = document ?? partial?.document ?? null;
  return readable === null
    ? { ...nothing, document, problems }
    : { ...(await workOut(context, readable, problems)), leftOut: partial?.leftOut };
}
