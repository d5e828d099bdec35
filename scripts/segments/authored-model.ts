/** The lexicon as a model: the weights before any label was seen. */
import { digitalSegmentIds } from '../../src/domain/segments/segment.ts';
import { termIndex, type FeatureWeights } from '../../src/domain/segments/segment-model.ts';
import type { FeatureReader } from '../../src/domain/segments/features-of.ts';
import type { Weights } from '../../src/domain/segments/fit-weights.ts';
import { wordsOf } from '../../src/domain/segments/words-of.ts';
import type { Lexicon } from './read-lexicon.ts';

/** A notice that says nothing known is rather not digital; sector systems are the commonest digital purchase. */
const authoredBias: FeatureWeights = {
  digital: -1,
  'sector-systems': 0.6,
  'back-office-systems': 0.2,
  'networks-telecoms': 0.2,
  'devices-hardware': 0.2,
  'systems-integration': -0.6,
  'cloud-hosting': -0.4,
  'automation-integration': -0.4,
  'emerging-technology': -0.4,
};

/** Weights in order: `digital`, then the segments. */
export function inOrder(weights: FeatureWeights): number[] {
  return [weights.digital, ...digitalSegmentIds.map((id) => weights[id] ?? 0)];
}

/** What finds features. */
export function readerOf(lexicon: Lexicon): FeatureReader {
  const { spellings } = lexicon;
  return {
    spellings,
    passedOver: new Set(lexicon.passedOver),
    terms: termIndex([
      ...[...lexicon.terms].map(([key, { label }]) => ({ key: `term:${key}`, label, words: key.split(' ') })),
      ...lexicon.withoutMeaning.map((text) => ({ key: '', label: text, words: wordsOf(text, spellings) })),
    ]),
    suppliers: termIndex(
      [...lexicon.suppliers].map(([key, { label }]) => ({
        key: `supplier:${key}`,
        label,
        words: key.split(' '),
      })),
    ),
    cpvLabels: new Map([...lexicon.cpv].map(([prefix, { label }]) => [prefix, label])),
  };
}

/** The authored weights of every feature. */
export function authoredWeights(lexicon: Lexicon): Weights {
  const named = (kind: string, entries: Lexicon['terms']): [string, number[]][] =>
    [...entries].map(([key, { weights }]) => [`${kind}:${key}`, inOrder(weights)]);
  return {
    weights: new Map([
      ...named('term', lexicon.terms),
      ...named('cpv', lexicon.cpv),
      ...named('supplier', lexicon.suppliers),
      ...[...lexicon.others].map(([key, weights]): [string, number[]] => [key, inOrder(weights)]),
    ]),
    bias: inOrder(authoredBias),
  };
}
