import { AppError } from '../../lib/errors.ts';
import type { ErrorCode } from '../../lib/errors.ts';

/** What was tried: initialising or starting, and what the program said or how it failed. */
export type StartFailure = {
  doing: 'initialised' | 'started';
  databaseDir: string;
  /** Output of the program, or the message of the error that kept it from running. */
  output: string;
  /** Whether this system's C library is musl; asked only when the program couldn't be run at all. */
  isMusl: boolean;
};

/** Sign in the output → what happened and what to do. The first that is found counts. */
const knownFailures: readonly {
  sign: RegExp;
  code?: ErrorCode;
  sentence: (failure: StartFailure) => string;
}[] = [
  {
    sign: /No space left on device|Check free disk space|ENOSPC|disk quota exceeded/i,
    code: 'machine-resource',
    sentence: ({ databaseDir }) =>
      `The disk of ${databaseDir} is full: free some space (the database needs 1 GB beyond its data) and try again. Nothing that was stored is lost.`,
  },
  {
    sign: /Read-only file system|EROFS/i,
    sentence: ({ databaseDir }) =>
      `${databaseDir} can't be written: set DATA_DIR to a folder on a disk that can.`,
  },
  {
    sign: /Cannot allocate memory|ENOMEM/i,
    code: 'machine-resource',
    sentence: () =>
      'There is not enough memory for the database, which needs about 400 MB: free some and try again.',
  },
  {
    sign: /ENOENT|ENOEXEC|cannot execute binary|Exec format error/i,
    sentence: ({ isMusl }) =>
      isMusl
        ? 'The embedded database has no build for Alpine and other systems with musl: use an image with glibc (node:24-slim), or set DATABASE_URL to a PostgreSQL server.'
        : 'The PostgreSQL programs that npm brought do not run here: run `npm ci` on this machine, or set DATABASE_URL to a PostgreSQL server.',
  },
  {
    sign: /error while loading shared libraries|symbol lookup error|version `GLIBC/i,
    sentence: () =>
      'The PostgreSQL programs that npm brought do not run here because a library is missing or too old: use a newer system (glibc 2.27 or later), or set DATABASE_URL to a PostgreSQL server.',
  },
  {
    sign: /could not look up effective user ID/i,
    sentence: () =>
      'PostgreSQL needs a user with an entry in /etc/passwd, which the current one does not have: run as another (in a container `--user node`), or set DATABASE_URL to a PostgreSQL server.',
  },
  {
    sign: /database files are incompatible|was initialized by PostgreSQL version/i,
    sentence: ({ databaseDir }) =>
      `The database in ${databaseDir} was made by another major version of PostgreSQL: use the release of this program that made it, or set DATA_DIR to a new folder and ingest again.`,
  },
  {
    sign: /Permission denied|EACCES|EPERM|Operation not permitted|has wrong ownership|invalid permissions/i,
    sentence: ({ databaseDir }) =>
      `PostgreSQL may not use ${databaseDir} or its own programs: run as the user who owns that folder, or set DATA_DIR to a folder of your own on a local disk.`,
  },
];

/**
 * The refusal for a database that couldn't be initialised or started: one sentence with what to do.
 *
 * @example startFailure({ doing: 'started', databaseDir, output: 'FATAL: … No space left on device', isMusl: false }).message
 */
export function startFailure(failure: StartFailure): AppError {
  const known = knownFailures.find(({ sign }) => sign.test(failure.output));
  const cause = new Error(failure.output.trim());
  if (known !== undefined)
    return new AppError(known.code ?? 'database-unavailable', known.sentence(failure), { cause });
  const said = firstComplaint(failure.output);
  return new AppError(
    'database-unavailable',
    `The database in ${failure.databaseDir} could not be ${failure.doing}${said === '' ? '' : ` (“${said}”)`}: look into database.log beside it, or set DATA_DIR to another folder.`,
    { cause },
  );
}

/** Whether the C library of this system is musl. Slow, so only asked after a failure. */
export function isMuslSystem(): boolean {
  if (process.platform !== 'linux' || process.report === undefined) return false;
  // Without this the report looks up the name of every connection's other end.
  Object.assign(process.report, { excludeNetwork: true });
  const report: { header?: { glibcVersionRuntime?: string } } = process.report.getReport();
  return report.header !== undefined && report.header.glibcVersionRuntime === undefined;
}

/** The first line that complains, without the time in front of it. */
function firstComplaint(output: string): string {
  const line = output.split('\n').find((text) => /FATAL|PANIC|ERROR|error:/.test(text)) ?? '';
  return line.replace(/^.*?(FATAL|PANIC|ERROR|error):\s*/, '').slice(0, 200);
}
