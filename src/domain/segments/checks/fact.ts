/** What checks can look at. */
export const subjectKinds = ['case', 'contract', 'draft'] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** What a number counts. Percentages are 0 to 100. */
export const factUnits = ['pounds', 'months', 'days', 'percent', 'count', 'times'] as const;
export type FactUnit = (typeof factUnits)[number];

/** Where each kind of subject gets a fact from; null where it can’t. */
export type FactOrigins = Readonly<Record<SubjectKind, string | null>>;

/** One fact that checks may ask for: declared once, with what it means and where it comes from. */
export type FactDeclaration = {
  /** What is asked, as a noun phrase: “term without extensions”. */
  label: string;
  meaning: string;
  from: FactOrigins;
} & (
  | { type: 'number'; unit: FactUnit }
  | { type: 'yes-no' }
  /** `choice` has one value, `choices` any number of them. */
  | { type: 'choice' | 'choices'; values: readonly string[] }
);

/** The value of a fact. */
export type FactValue = number | boolean | string | readonly string[];

/** A fact that was found, and what it was read from: a path, or the words themselves. */
export type FactReading = { value: FactValue; evidence: string };
