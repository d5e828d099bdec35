/** What a log keeps of a fault. */
export type LoggedFault = {
  type: string;
  message: string;
  stack: string | undefined;
  /** The code of the system or the database, and the rule of the database that was broken. */
  code: string | undefined;
  constraint: string | undefined;
  cause: LoggedFault | undefined;
};

/** Causes within causes that tell anything. */
const deepest = 5;

/**
 * A fault as a log may keep it: where and why, and none of the other things that errors carry. A database adds the row that it
 * refused (“Failing row contains …”), which may be of a case that is nobody else’s business.
 *
 * @example faultForLog(new TypeError('x is not a function')).type // 'TypeError'
 */
export function faultForLog(error: unknown, depth = 0): LoggedFault {
  const isError = error instanceof Error;
  const cause = isError && error.cause !== undefined && depth < deepest ? error.cause : undefined;
  return {
    type: isError ? error.constructor.name : typeof error,
    message: isError ? error.message : String(error),
    stack: isError ? error.stack : undefined,
    code: textOf(error, 'code'),
    constraint: textOf(error, 'constraint'),
    cause: cause === undefined ? undefined : faultForLog(cause, depth + 1),
  };
}

function textOf(error: unknown, name: 'code' | 'constraint'): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : undefined;
}
