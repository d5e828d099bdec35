/**
 * What is wrong with a case, or missing. An error keeps results that rest on it from being worked out; a warning stands
 * beside the result; what is missing keeps the case from being ready for approval.
 */
export type CaseProblem = {
  kind: 'error' | 'warning' | 'missing';
  /** Where in the document, as `costs.lines[3].unitCost`. */
  path: string;
  /** What is wrong, and what to write. */
  message: string;
};

/** Shorthand for the checks. */
export const problem =
  (kind: CaseProblem['kind']) =>
  (path: string, message: string): CaseProblem => ({ kind, path, message });
