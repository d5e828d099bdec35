import { AppError } from '../lib/errors.ts';
import type { ErrorCode } from '../lib/errors.ts';

const fullDisk =
  'The disk of the database is full: free some space and try again. What was stored before is safe; this change was not made.';

/** Sign of a failure → the refusal it becomes. `code` is an SQLSTATE (PostgreSQL, appendix A) or the system's error code. */
const refusals: readonly { code: RegExp; refusal: ErrorCode; sentence: string }[] = [
  {
    code: /^(53100|ENOSPC)$/,
    refusal: 'machine-resource',
    sentence: fullDisk,
  },
  {
    code: /^(57P01|57P02|57P03|ECONNRESET|EPIPE|terminated)$/,
    refusal: 'database-unavailable',
    sentence:
      'The database was stopped while it was used: try again. What was stored before is safe; this change was not made.',
  },
  {
    code: /^(ECONNREFUSED|ENOENT|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT)$/,
    refusal: 'database-unavailable',
    sentence:
      'No database answers: start the PostgreSQL server that DATABASE_URL names, or unset DATABASE_URL to use the embedded one.',
  },
  {
    code: /^(ENOTFOUND|EAI_AGAIN)$/,
    refusal: 'database-unavailable',
    sentence: 'The host in DATABASE_URL is not known: check its name.',
  },
  {
    code: /^28/,
    refusal: 'database-unavailable',
    sentence: 'The PostgreSQL server refuses the user or password in DATABASE_URL: check both.',
  },
  {
    code: /^3D000$/,
    refusal: 'database-unavailable',
    sentence: 'The PostgreSQL server has no database with the name in DATABASE_URL: create it first.',
  },
  {
    code: /^(53300|busy)$/,
    refusal: 'database-unavailable',
    sentence:
      'Every connection of the database is in use: try again in a moment, or raise max_connections of the server.',
  },
  {
    code: /^53200$/,
    refusal: 'machine-resource',
    sentence: 'The database ran out of memory: try again, or give the machine more.',
  },
  {
    code: /^(58030|XX001|XX002)$/,
    refusal: 'database-unavailable',
    sentence:
      'The database could not read or write its files: check the disk, and restore a backup if it is damaged.',
  },
  {
    code: /^timeout$/,
    refusal: 'database-unavailable',
    sentence: 'The question took the database too long and was stopped: narrow it and try again.',
  },
];

/**
 * What the operation of the database caused becomes a refusal with one sentence; everything else (a constraint, a faulty query)
 * comes back as it was.
 *
 * @example throw translateDatabaseError(cause)
 */
export function translateDatabaseError(cause: unknown): unknown {
  if (!(cause instanceof Error) || cause instanceof AppError) return cause;
  const code = failureCode(cause);
  const known = refusals.find((refusal) => refusal.code.test(code));
  return known === undefined ? cause : new AppError(known.refusal, known.sentence, { cause });
}

/** The refusal for a server that a full disk has ended. */
export function fullDiskError(cause: unknown): AppError {
  return new AppError('machine-resource', fullDisk, { cause });
}

/** The error's own code, or a word for those that `pg` gives none. */
function failureCode(cause: Error): string {
  if ('code' in cause && typeof cause.code === 'string') {
    if (cause.code !== '57014') return cause.code;
    return cause.message.includes('statement timeout') ? 'timeout' : '';
  }
  if (cause.message.includes('timeout exceeded when trying to connect')) return 'busy';
  if (/Connection terminated|connection error and is not queryable/.test(cause.message)) return 'terminated';
  // Every address of a host was tried.
  const tried: unknown = cause instanceof AggregateError ? cause.errors[0] : undefined;
  return tried instanceof Error ? failureCode(tried) : '';
}
