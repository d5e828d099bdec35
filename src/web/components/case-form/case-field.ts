/** What the value of a field is a name of: other parts of the document, or reference data. */
export type RefTarget =
  | 'option'
  | 'component'
  | 'criterion'
  | 'assessor'
  | 'cost-group'
  | 'costed'
  | 'model'
  | 'approval'
  | 'rates'
  | 'reference-class'
  | 'segment'
  | 'body-type';

/** How a value is typed: each kind is read and written by `field-text.ts`. */
export type FieldKind =
  /** One line, or several. */
  | { kind: 'text' }
  | { kind: 'area' }
  /** Several texts, one a line. */
  | { kind: 'texts' }
  /** Short names, separated by commas. */
  | { kind: 'names' }
  | { kind: 'number'; unit?: 'pounds' | 'percent'; isWhole?: boolean }
  /** One figure, or a spread: `low / likely / high` and its kin. */
  | { kind: 'uncertain'; unit?: 'pounds' }
  /** 0 to 100, or `low / high`. */
  | { kind: 'score' }
  | { kind: 'day' }
  | { kind: 'year' }
  /** Once, every year, or spread by shares. */
  | { kind: 'when' }
  /** Names with factors. */
  | { kind: 'factors' }
  /** One of few; `set` names its words in the catalogue, `texts` has them where they are reference data. */
  | { kind: 'choice'; set: string; of: readonly string[]; texts?: Readonly<Record<string, string>> }
  | { kind: 'yes-no' }
  | { kind: 'ref'; to: RefTarget }
  | { kind: 'refs'; to: RefTarget }
  /** Every option, or some. */
  | { kind: 'options' }
  | { kind: 'pair'; to: RefTarget }
  /** A delivery model for each component. */
  | { kind: 'models' };

/** One thing that is asked. */
export type CaseField = FieldKind & {
  /** Where in the part, or in the item of a list: `scope.serviceLevel`. */
  path: string;
  /** Whether it must be given. */
  isNeeded?: boolean;
  /** Whether it must be given as soon as anything of its group is. */
  isCore?: boolean;
  /** What a new item begins with: the default of the schema. */
  fallback?: unknown;
};

/**
 * Values that stand or fall together, such as what turning back would cost. Where nothing is given the group goes; with
 * `isWhole` it is written as one, because it is needed as soon as part of it is there.
 */
export type FieldGroup = { path: string; isWhole?: boolean };

/** What one page edits. */
export type CasePart = { id: string } & (
  | { kind: 'fields'; fields: readonly CaseField[]; groups?: readonly FieldGroup[] }
  | {
      kind: 'list';
      /** Where the list stands in the document. */
      path: string;
      fields: readonly CaseField[];
      groups?: readonly FieldGroup[];
      /** Fields that name an item, most telling first. */
      named: readonly string[];
      /** Fields that the list shows beside its name. */
      columns: readonly string[];
      /** The field from which a short name is proposed, where items have one. */
      idFrom?: string;
      /** What has to be said with the first item, in the document. */
      first?: readonly CaseField[];
      /** What goes with the last item. */
      goesWithLast?: string;
    }
  /** A page of its own, with the paths that it edits. */
  | { kind: 'own'; edits: readonly string[] }
);

/** A part that is a list. */
export type ListPart = Extract<CasePart, { kind: 'list' }>;

/** A part that is a form. */
export type FieldsPart = Extract<CasePart, { kind: 'fields' }>;
