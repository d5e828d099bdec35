/** One reference value of a method beside what the method gives; the deviation is in the unit of the tolerance. */
export type CaseResult = {
  id: string;
  what: string;
  expected: number;
  got: number;
  deviation: number;
  tolerance: number;
  passed: boolean;
};
