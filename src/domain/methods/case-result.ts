/** One value of a case as others computed it, beside ours. */
export type CaseResult = {
  /** The case. */
  id: string;
  /** Which value of it. */
  what: string;
  expected: number;
  got: number;
  /** How far ours is from theirs, in the measure of the tolerance (absolute or relative). */
  deviation: number;
  tolerance: number;
  passed: boolean;
};
