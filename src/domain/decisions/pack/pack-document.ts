/** What a piece of a pack would disclose. */
export type Told = {
  /** Each set names the cost lines whose sum a figure states: one line alone is its price, those of an option its total. */
  rests?: readonly (readonly string[])[] | undefined;
  /** Sections that it tells something of: it is withheld where they are. */
  tellsOf?: readonly PackSectionId[] | undefined;
};

/** Words with what they would disclose. */
export type Passage = Told & { text: string };

/** A named fact. */
export type PackFact = Passage & { name: string };

/** A row of a table; its first cell heads it. */
export type PackRow = Told & {
  cells: readonly string[];
  /** What single cells tell beside that, by their place. */
  cellTold?: readonly (Told | null)[];
};

/** A table with its caption. `numeric` are the columns of figures, from 0. */
export type PackTable = {
  kind: 'table';
  caption: string;
  head: readonly string[];
  rows: readonly PackRow[];
  numeric: readonly number[];
  /** A row could be told from the others and a total beside them: if one is withheld, all are. */
  isWhole?: boolean;
  /** What the ids of its rows begin with, where other parts point to them by the text of their first cell. */
  anchor?: string;
  note?: string;
};

/** A drawing, with the same in words and in figures. */
export type PackFigure = Told & {
  kind: 'figure';
  caption: string;
  /** Markup of an SVG element that carries its name and words itself. */
  svg: string;
  alt: string;
};

/** What stands where something was withheld. `entry` is its number in the schedule. */
export type PackGap = { kind: 'gap'; entry: number; what: string };

/** A piece of a section. `by` of a quotation is the post that speaks. */
export type PackBlock =
  | ({ kind: 'paragraph' } & Passage)
  | { kind: 'heading'; text: string }
  | ({ kind: 'quote'; by: string } & Passage)
  | ({ kind: 'notice' } & Passage)
  | { kind: 'list'; items: readonly Passage[]; isOrdered?: boolean }
  | { kind: 'facts'; rows: readonly PackFact[] }
  | PackTable
  | PackFigure
  | PackGap;

/** Ids of the sections that a pack can have. Each is released or withheld by itself. */
export const packSectionIds = [
  'decision-summary', 'need', 'present', 'longlist', 'appraisal', 'indicative-result', 'recommendation', 'switching',
  'stress', 'enquiries', 'composition', 'market', 'reuse', 'route', 'interim', 'risk-allocation', 'exit', 'money-economic',
  'money-financial', 'funding', 'benefits', 'roles', 'delivery', 'pilot', 'approvals', 'review', 'assumptions', 'tests',
  'scores', 'dissent', 'conflicts', 'model-quality', 'assessments', 'interest-test', 'changes', 'versions', 'legal',
  'equality', 'quality', 'clinical-safety', 'background-papers', 'schedule',
] as const; // prettier-ignore

/** Id of a section. */
export type PackSectionId = (typeof packSectionIds)[number];

/** A section of a chapter. */
export type PackSection = { id: PackSectionId; title: string; blocks: readonly PackBlock[] };

/** A chapter with its sections. */
export type PackChapter = { id: string; title: string; sections: readonly PackSection[] };

/** An evidence pack before it is laid out: everything that a reader is told, in order. */
export type PackDocument = {
  title: string;
  /** Who asks, at which stage, on which facts. */
  subtitle: string;
  /** What kind of document it is, such as “Outline business case”. */
  form: string;
  /** Carried at the top and foot of every page, and in the name of the file. */
  marking: string;
  body: string;
  /** The day on which the facts hold. */
  asOf: string;
  chapters: readonly PackChapter[];
};

/**
 * A paragraph.
 *
 * @example paragraph('Nobody has been asked.') // { kind: 'paragraph', text: 'Nobody has been asked.' }
 */
export function paragraph(text: string, told: Told = {}): PackBlock {
  return { kind: 'paragraph', text, ...told };
}

/**
 * Sentences as a list where there are several, as a paragraph where there is one; nothing where there is none.
 *
 * @example bullets([{ text: 'One.' }]) // [{ kind: 'paragraph', text: 'One.' }]
 */
export function bullets(items: readonly Passage[]): PackBlock[] {
  const [only] = items;
  if (only === undefined) return [];
  return items.length === 1 ? [{ kind: 'paragraph', ...only }] : [{ kind: 'list', items }];
}

/**
 * Every passage of a block that a reader sees, headings and captions among them.
 *
 * @example textsOf({ kind: 'quote', by: 'Head of Legal', text: 'I differ.' }) // ['Head of Legal', 'I differ.']
 */
export function textsOf(block: PackBlock): string[] {
  if (block.kind === 'list') return block.items.map(({ text }) => text);
  if (block.kind === 'facts') return block.rows.flatMap(({ name, text }) => [name, text]);
  if (block.kind === 'table')
    return [block.caption, ...block.head, ...block.rows.flatMap(({ cells }) => cells), block.note ?? ''];
  if (block.kind === 'figure') return [block.caption, block.alt, block.svg];
  if (block.kind === 'gap') return [block.what];
  return block.kind === 'quote' ? [block.by, block.text] : [block.text];
}
