import type { DigitalSegmentId } from './segment.ts';
import type { Spellings } from './words-of.ts';

/** What one feature says: for (above 0) or against technology, and for which segment, as natural logarithms of odds. */
export type FeatureWeights = { digital: number } & Partial<Record<DigitalSegmentId, number>>;

/** A known expression of one or more words, compared word by word. */
export type KnownTerm = {
  /** Words after the first. */
  rest: readonly string[];
  key: string;
  /** As a reader knows it. */
  label: string;
};

/** Known expressions by their first word, the longest first. */
export type TermIndex = ReadonlyMap<string, readonly KnownTerm[]>;

/** What turns scores into probabilities that come true as often as they say. */
export type Calibration = {
  digitalSlope: number;
  digitalShift: number;
  segmentSlope: number;
  /** From the log odds of the answer to those of its being right, where either of two labels may be. */
  answerSlope: number;
  answerShift: number;
};

/**
 * A linear model in two steps: whether technology is bought, and if so of which segment. Plain data, so that a thread
 * can be given it.
 */
export type SegmentModel = {
  /** Changes with any weight. */
  version: string;
  spellings: Spellings;
  /** Expressions in titles, lots and descriptions; those without weights are passed over. */
  terms: TermIndex;
  /** Words at the end of a part of a title that don't say what it names. */
  passedOver: ReadonlySet<string>;
  /** Beginnings of suppliers' names. */
  suppliers: TermIndex;
  /** CPV prefix → what it stands for. */
  cpvLabels: ReadonlyMap<string, string>;
  /** Feature → weights: `digital` first, then the digital segments in order. */
  weights: ReadonlyMap<string, readonly number[]>;
  /** Before any feature, in the same order. */
  bias: readonly number[];
  calibration: Calibration;
};

/**
 * Known expressions ordered for looking up.
 *
 * @example termIndex([{ key: 'term:a', label: 'patient record', words: ['patient', 'record'] }]).get('patient')
 */
export function termIndex(
  terms: readonly { key: string; label: string; words: readonly string[] }[],
): TermIndex {
  const index = new Map<string, KnownTerm[]>();
  for (const { key, label, words } of terms) {
    const [first, ...rest] = words;
    if (first === undefined) continue;
    const list = index.get(first);
    const term = { rest, key, label };
    if (list === undefined) index.set(first, [term]);
    else list.push(term);
  }
  for (const list of index.values()) list.sort((a, b) => b.rest.length - a.rest.length);
  return index;
}

/**
 * The longest known expression that begins at a place, or undefined.
 *
 * @example longestTermAt(index, ['electronic', 'patient', 'record'], 1)?.key // 'term:patient record'
 */
export function longestTermAt(index: TermIndex, words: readonly string[], at: number): KnownTerm | undefined {
  const terms = index.get(words[at] ?? '');
  if (terms === undefined) return undefined;
  for (const term of terms) if (follows(term.rest, words, at + 1)) return term;
  return undefined;
}

function follows(rest: readonly string[], words: readonly string[], from: number): boolean {
  for (let offset = 0; offset < rest.length; offset += 1)
    if (words[from + offset] !== rest[offset]) return false;
  return true;
}
