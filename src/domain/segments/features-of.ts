import type { ProcessFacts } from '../notices/process-facts.ts';
import { longestTermAt, type SegmentModel, type TermIndex } from './segment-model.ts';
import { wordsOf } from './words-of.ts';

/** Where a feature was found. */
export const featureKinds = [
  'title',
  'head',
  'lot',
  'description',
  'cpv',
  'supplier',
  'framework',
  'regime',
  'category',
] as const;
export type FeatureKind = (typeof featureKinds)[number];

/** One thing that a notice says and the model knows. */
export type Feature = {
  /** `term:patient record`, `head:system`, `cpv:48`, `supplier:Softcat`, `framework:RM1557`, `regime:light-touch`, `category:works`. */
  key: string;
  kind: FeatureKind;
  /** The expression, code, name or reference itself. */
  label: string;
  /** How much it counts, about 0 to 1.5. */
  value: number;
};

/** What is known before weights: enough to find features. */
export type FeatureReader = Pick<
  SegmentModel,
  'spellings' | 'terms' | 'suppliers' | 'cpvLabels' | 'passedOver'
>;

/** Stands before words that say what a firm sells wherever they stand in its name: among known suppliers, no name begins so. */
export const calledMark = 'called';

/** How much an expression counts by where it stands. */
const titleValue = 1;
const lotTitleValue = 0.6;
const openingValue = 0.6;
const restValue = 0.3;
/** Words of a description that say what is bought; after them come details. */
const openingWords = 60;
/** Characters of one text that are read. */
const readCharacters = 6000;
/** Lots that are read; a large framework has hundreds that repeat each other. */
const readLots = 30;
/** Expressions in descriptions beyond this number count less each, so that a long text doesn't outweigh a title. */
const fullExpressions = 10;

/**
 * Everything in the facts of a process that the model knows, each feature once at its strongest place.
 *
 * @example featuresOf(facts, model).map(({ key }) => key) // ['term:patient record', 'cpv:48', …]
 */
export function featuresOf(facts: ProcessFacts, reader: FeatureReader): Feature[] {
  const features = [
    ...expressionsOf(facts, reader),
    ...headFeatures(facts.title, reader),
    ...cpvFeatures(facts.cpvCodes, reader.cpvLabels),
    ...supplierFeatures(facts, reader),
    ...frameworkFeatures(facts),
    { key: `regime:${facts.regime}`, kind: 'regime', label: facts.regime, value: 1 } as const,
  ];
  const category = facts.contracts.find((contract) => contract.mainCategory !== null)?.mainCategory;
  if (category) features.push({ key: `category:${category}`, kind: 'category', label: category, value: 1 });
  return features;
}

type Text = { text: string; kind: 'title' | 'lot' | 'description'; value: number };

function textsOf(facts: ProcessFacts): Text[] {
  const lots = facts.lots.slice(0, readLots);
  const texts: (Omit<Text, 'text'> & { text: string | null })[] = [
    { text: facts.title, kind: 'title', value: titleValue },
    ...lots.map(({ title }) => ({ text: title, kind: 'lot', value: lotTitleValue }) as const),
    ...facts.contracts
      .slice(0, readLots)
      .map(({ title }) => ({ text: title, kind: 'lot', value: lotTitleValue }) as const),
    { text: facts.description, kind: 'description', value: openingValue },
    ...lots.map(
      ({ description }) => ({ text: description, kind: 'description', value: openingValue }) as const,
    ),
    ...facts.contracts
      .slice(0, readLots)
      .map(({ description }) => ({ text: description, kind: 'description', value: openingValue }) as const),
  ];
  const seen = new Set<string>();
  return texts.flatMap(({ text, ...rest }) => {
    if (text === null || seen.has(text)) return [];
    seen.add(text);
    return [{ ...rest, text: text.slice(0, readCharacters) }];
  });
}

/** Known expressions in the texts; where two overlap the first and longest counts. */
function expressionsOf(facts: ProcessFacts, reader: FeatureReader): Feature[] {
  const found = new Map<string, Feature & { times: number }>();
  for (const { text, kind, value } of textsOf(facts)) {
    const words = wordsOf(text, reader.spellings);
    for (let at = 0; at < words.length; at += 1) {
      const term = longestTermAt(reader.terms, words, at);
      if (term === undefined) continue;
      const here = kind === 'description' && at >= openingWords ? restValue : value;
      const known = found.get(term.key);
      if (known === undefined)
        found.set(term.key, { key: term.key, kind, label: term.label, value: here, times: 1 });
      else {
        known.times += 1;
        if (here > known.value) Object.assign(known, { kind, value: here });
      }
      at += term.rest.length;
    }
  }
  const described = [...found.values()].filter(({ kind }) => kind === 'description').length;
  const share = Math.min(1, Math.sqrt(fullExpressions / Math.max(1, described)));
  return [...found.values()].map(({ times, ...feature }) => {
    const repeated = 1 + Math.min(0.6, 0.2 * Math.log2(times));
    const ofText = feature.kind === 'description' ? share : 1;
    return { ...feature, value: feature.value * repeated * ofText };
  });
}

/** Where one part of a title ends: dashes between words, brackets, commas, and what the thing is for. */
const partEnds = /\s[-–—|]+\s|[:(),;/]|\s(?:for|to|at|in|on|by|with|from|across|including|using)\s/iu;

/** What the parts of a title name in the end: "Back office system for parking" names a system. */
function headFeatures(title: string, { spellings, passedOver }: FeatureReader): Feature[] {
  const heads = new Set<string>();
  for (const part of title.slice(0, readCharacters).split(partEnds)) {
    const head = wordsOf(part, spellings).findLast((word) => !passedOver.has(word) && !/\d/u.test(word));
    if (head !== undefined) heads.add(head);
  }
  return [...heads].map((label) => ({
    key: `head:${label}`,
    kind: 'head',
    label,
    value: 1 / Math.sqrt(heads.size),
  }));
}

/** The longest known prefix of each code; several codes share what one would count. */
function cpvFeatures(codes: readonly string[], labels: ReadonlyMap<string, string>): Feature[] {
  const prefixes = new Set<string>();
  for (const code of codes) {
    for (let length = 8; length >= 2; length -= 1) {
      const prefix = code.slice(0, length);
      if (!labels.has(prefix)) continue;
      prefixes.add(prefix);
      break;
    }
  }
  const value = 1 / Math.sqrt(Math.max(1, prefixes.size));
  return [...prefixes].map((prefix) => ({
    key: `cpv:${prefix}`,
    kind: 'cpv',
    label: `${prefix} ${labels.get(prefix) ?? ''}`,
    value,
  }));
}

function supplierFeatures(facts: ProcessFacts, reader: FeatureReader): Feature[] {
  const found = new Map<string, Feature>();
  const suppliers = facts.mentions.filter(({ roles }) => roles.includes('supplier'));
  for (const { name } of suppliers) {
    const words = wordsOf(name, reader.spellings);
    const term = beginningOf(reader.suppliers, words) ?? calledOf(reader.suppliers, words);
    if (term !== undefined)
      found.set(term.key, { key: term.key, kind: 'supplier', label: term.label, value: 1 });
  }
  const value = 1 / Math.sqrt(Math.max(1, suppliers.length));
  return [...found.values()].map((feature) => ({ ...feature, value }));
}

function beginningOf(index: TermIndex, words: readonly string[]): ReturnType<typeof longestTermAt> {
  return longestTermAt(index, words, words[0] === 'the' ? 1 : 0);
}

/** Of a firm that nobody knows, the last word of its name that says what it sells: "Care Software Limited" sells software. */
function calledOf(index: TermIndex, words: readonly string[]): ReturnType<typeof longestTermAt> {
  for (const word of words.toReversed()) {
    const term = longestTermAt(index, [calledMark, word], 0);
    if (term !== undefined) return term;
  }
  return undefined;
}

/** The framework drawn on and its lots; `RM1557.14` is known as `RM1557`. */
function frameworkFeatures({ framework }: ProcessFacts): Feature[] {
  if (framework === null || framework.reference === null) return [];
  const reference = framework.reference.replace(/\.\d+$/u, '');
  const ofLot = framework.lotIds.flatMap((lotId) => {
    const number = /(\d+)[a-z]?$/u.exec(lotId.toLowerCase())?.[1]?.replace(/^0+(?=\d)/u, '');
    return number === undefined
      ? []
      : [{ label: `${framework.reference} lot ${number}`, key: `framework:${reference} lot ${number}` }];
  });
  return [{ key: `framework:${reference}`, label: framework.reference }, ...ofLot].map((feature) => ({
    ...feature,
    kind: 'framework',
    value: 1,
  }));
}
