/**
 * Every refusal of the system: its HTTP status, the exit code of the command, and a title.
 * The table is the source of `docs/errors.md`.
 *
 * Exit codes: 0 done · 1 done, but some input was skipped · 2 wrong usage · 3 input or publisher unreadable ·
 * 4 database · 5 a resource of this machine (disk, port) · 130 interrupted.
 */
export const errorTable = {
  'bad-request': { status: 400, exitCode: 2, title: 'The request is not valid' },
  'bad-cursor': { status: 400, exitCode: 2, title: 'The cursor does not belong to this list' },
  'unknown-operation': { status: 404, exitCode: 2, title: 'There is no such operation' },
  'wrong-method': { status: 405, exitCode: 2, title: 'The path takes another method' },
  'not-found': { status: 404, exitCode: 2, title: 'Not found' },
  'changed-meanwhile': { status: 409, exitCode: 2, title: 'It was changed meanwhile' },
  forbidden: { status: 403, exitCode: 2, title: 'Not allowed' },
  'input-unreadable': { status: 422, exitCode: 3, title: 'The input cannot be read' },
  'publisher-unreachable': { status: 502, exitCode: 3, title: 'The publisher cannot be read' },
  'database-unavailable': { status: 503, exitCode: 4, title: 'The database cannot be used' },
  'database-newer': { status: 503, exitCode: 4, title: 'The database is newer than this program' },
  'machine-resource': { status: 507, exitCode: 5, title: 'This machine is out of a resource' },
  'not-ready': { status: 503, exitCode: 4, title: 'Not ready yet' },
  interrupted: { status: 503, exitCode: 130, title: 'Interrupted' },
} as const satisfies Record<string, { status: number; exitCode: number; title: string }>;

/** A code of {@link errorTable}. */
export type ErrorCode = keyof typeof errorTable;

/**
 * A refusal with one clear sentence saying what happened and what to do.
 *
 * @example throw new AppError('not-found', 'No contract has the id abc. Search for it with `sourcing contracts find`.')
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  /** What concerns single inputs: path → sentence. */
  readonly fields: Readonly<Record<string, string>>;

  constructor(
    code: ErrorCode,
    detail: string,
    options: { cause?: unknown; fields?: Record<string, string> } = {},
  ) {
    super(detail, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.fields = options.fields ?? {};
  }
}
