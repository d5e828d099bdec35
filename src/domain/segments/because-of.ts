import type { Feature, FeatureKind } from './features-of.ts';
import { digitalSegmentIds, type SegmentId } from './segment.ts';

/** One feature that spoke for the segment. */
export type Reason = {
  kind: FeatureKind;
  /** The expression, code with its meaning, name or reference. */
  label: string;
  /** How much it moved the answer, in natural logarithms of odds. */
  weight: number;
};

const mostReasons = 5;

/**
 * The features that spoke most for a segment, strongest first, at most five; only such that spoke for it.
 *
 * A feature speaks for `not-digital` by its weight against technology, and for a digital segment by half its weight for
 * technology and by how far it prefers this segment to the average of all.
 *
 * @example becauseOf(features, model.weights, 'sector-systems')[0] // { kind: 'title', label: 'patient record', weight: 3.7 }
 */
export function becauseOf(
  features: readonly Feature[],
  weights: ReadonlyMap<string, readonly number[]>,
  segment: SegmentId,
): Reason[] {
  const place = digitalSegmentIds.findIndex((id) => id === segment);
  return features
    .map(({ key, kind, label, value }) => ({
      kind,
      label,
      weight: round(value * strength(weights.get(key) ?? [], place)),
    }))
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || (a.label < b.label ? -1 : 1))
    .slice(0, mostReasons);
}

function strength(weights: readonly number[], place: number): number {
  const [digital = 0, ...segments] = weights;
  if (place === -1) return -digital;
  const average = segments.reduce((sum, weight) => sum + weight, 0) / digitalSegmentIds.length;
  return digital / 2 + (segments[place] ?? 0) - average;
}

function round(weight: number): number {
  return Math.round(weight * 100) / 100;
}

const sentences: Readonly<Record<FeatureKind, (label: string) => string>> = {
  title: (label) => `the title says “${label}”`,
  head: (label) => `the title names a “${label}”`,
  lot: (label) => `the title of a lot or contract says “${label}”`,
  description: (label) => `the description says “${label}”`,
  cpv: (label) => `CPV ${label}`,
  supplier: (label) => `the supplier is ${label}`,
  framework: (label) => `it draws on ${label}`,
  regime: (label) => `the law it runs under is ${label.replaceAll('-', ' ')}`,
  category: (label) => `it is published as ${label}`,
};

/**
 * A reason in plain words.
 *
 * @example describeReason({ kind: 'title', label: 'patient record', weight: 3.7 }) // 'the title says “patient record”'
 */
export function describeReason({ kind, label }: Reason): string {
  return sentences[kind](label);
}
