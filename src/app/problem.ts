import type { ErrorCode } from '../lib/errors.ts';
import { AppError, errorTable } from '../lib/errors.ts';

/** A refusal as RFC 9457 describes it, `application/problem+json`; the command prints the same with `--json`. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  /** One sentence: what happened and what to do. */
  detail: string;
  /** Where single inputs are at fault: name → sentence. */
  fields?: Readonly<Record<string, string>>;
  /** The path that was asked for. */
  instance?: string;
};

/**
 * A refusal as a problem body.
 *
 * @example toProblem(new AppError('not-found', '…')) // { type: 'urn:digital-sourcing:error:not-found', status: 404, … }
 */
export function toProblem(error: AppError, instance?: string): Problem {
  const { title, status } = errorTable[error.code];
  return {
    type: problemType(error.code),
    title,
    status,
    detail: error.message,
    ...(Object.keys(error.fields).length > 0 && { fields: error.fields }),
    ...(instance !== undefined && { instance }),
  };
}

/** The stable name of a refusal; `docs/errors.md` explains each under its code. */
export function problemType(code: ErrorCode): string {
  return `urn:digital-sourcing:error:${code}`;
}

/** The problem body of a bug: says nothing of its inside. */
export function bugProblem(instance?: string): Problem {
  return {
    type: 'urn:digital-sourcing:error:bug',
    title: 'A fault in this program',
    status: 500,
    detail:
      'Something went wrong that is not your doing. It has been written to the log; please tell whoever runs this service.',
    ...(instance !== undefined && { instance }),
  };
}

/**
 * Reads an unknown failure as a refusal where it is one: our own, an interruption, or a resource of the machine that
 * the system reports by its code. Null means a bug.
 */
export function asRefusal(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  if (!(error instanceof Error)) return null;
  if (error.name === 'AbortError')
    return new AppError('interrupted', 'Stopped before the end.', { cause: error });
  const { code, path } = systemError(error);
  const where = path === null ? '' : ` (${path})`;
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new AppError(
      'machine-resource',
      `The disk is full${where}. Free some space and run the same again; what was stored is kept.`,
      { cause: error },
    );
  }
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') {
    return new AppError(
      'machine-resource',
      `This user may not read or write there${where}. Change the permission or choose another folder.`,
      { cause: error },
    );
  }
  if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') {
    return new AppError('input-unreadable', `There is no such file or folder${where}. Check the path.`, {
      cause: error,
    });
  }
  if (code === 'EMFILE' || code === 'ENFILE') {
    return new AppError(
      'machine-resource',
      'Too many files are open on this machine. Close other programs or raise the limit (ulimit -n).',
      { cause: error },
    );
  }
  return null;
}

/** Code and path that Node puts on errors of the operating system. */
export function systemError(error: Error): { code: string | null; path: string | null } {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const path = 'path' in error && typeof error.path === 'string' ? error.path : null;
  return { code, path };
}
