/** The twelve questions of the triage, in the order in which they are asked. */
export const triageIds = [
  'whole-life-value', 'bought', 'months-left', 'novel', 'first-of-kind', 'citizens', 'evolution', 'differentiation',
  'volatility', 'data', 'suppliers', 'team',
] as const; // prettier-ignore

/** Name of a question. */
export type TriageId = (typeof triageIds)[number];

/** What an answer can be. */
export const triageKinds = ['yes-no', 'choice', 'number'] as const;

/** A question of the triage, as `reference/triage.yaml` has it. */
export type TriageQuestion = {
  id: TriageId;
  kind: (typeof triageKinds)[number];
  /** What the answers of a choice are called. */
  choices?: { id: string; text: string }[] | undefined;
  /** What a number counts. */
  unit?: string | undefined;
  text: string;
  hint: string;
  why: string;
  source: string;
  reviewed: string;
};

/** Proportionate paths, from little to much. */
export const triagePaths = ['light', 'standard', 'full'] as const;

/** How much work a case deserves. */
export type TriagePath = (typeof triagePaths)[number];

/** What can be asked of a case, in the order of the method. */
export const caseTasks = [
  'need', 'reuse', 'market', 'interest-test', 'service', 'options', 'tests', 'costs', 'criteria', 'scores', 'pilot',
  'recommendation', 'approval', 'route', 'review',
] as const; // prettier-ignore

/** A piece of work of a case. */
export type CaseTask = (typeof caseTasks)[number];

/** Questions, limits and paths of the triage, as `reference/triage.yaml` has them. */
export type TriageReference = {
  limits: {
    /** Pounds with VAT, over the whole life. */
    lightBelow: number;
    /** Pounds with VAT, over the whole life. */
    fullFrom: number;
    shortMonths: number;
    fewSuppliers: number;
  };
  questions: readonly TriageQuestion[];
  paths: readonly { id: TriagePath; name: string; text: string; asks: CaseTask[] }[];
};
