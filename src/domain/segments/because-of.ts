import type { Feature, FeatureKind } from './features-of.ts';
import { digitalSegmentIds, type SegmentId } from './segment.ts';

/** One thing that moved the answer. */
export type Reason = {
  kind: FeatureKind;
  /** The expression, code with its meaning, name or reference; empty where something is missing. */
  label: string;
  /** How much it moved the answer, in natural logarithms of odds: below 0 against it. */
  weight: number;
  /**
   * Whether it spoke for the answer; against it, or for the next best; did nothing; or is missing: nothing of
   * technology was found in such a place (of `not-digital`), or nothing known at all (of a digital segment).
   */
  role: Role;
};
type Role = 'for' | 'against' | 'idle' | 'missing';

/** What the answer is, and what else it might have been. */
export type Answered = { segment: SegmentId; second: SegmentId };

const reasonCount = 5;

/** Where something can be missing: every notice has a regime, and the last words of a title belong to the title. */
const places = ['title', 'cpv', 'description', 'supplier', 'framework'] as const;

/**
 * The five things that decided: the features that spoke most for the answer; where these are fewer, those that spoke
 * most against it or for the next best, then what is missing, then what was found and did nothing. What is missing
 * explains `not-digital`, so there it stands before what spoke against.
 *
 * A feature speaks for `not-digital` by its weight against technology, and for a digital segment by half its weight for
 * technology and by how far it prefers this segment to the average of all.
 *
 * @example becauseOf(features, model.weights, { segment: 'sector-systems', second: 'not-digital' })[0] // { kind: 'title', label: 'patient record', weight: 3.7, role: 'for' }
 */
export function becauseOf(
  features: readonly Feature[],
  weights: ReadonlyMap<string, readonly number[]>,
  { segment, second }: Answered,
): Reason[] {
  const weighed = features.map((feature) => {
    const own = weights.get(feature.key) ?? [];
    const weight = rounded(feature.value * strength(own, segment));
    return { feature, weight, towardsSecond: rounded(feature.value * strength(own, second)) };
  });
  const reason = ({ feature, weight }: (typeof weighed)[number], role: Role): Reason => ({
    kind: feature.kind,
    label: feature.label,
    weight,
    role,
  });
  const speaking = weighed
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight || inOrder(a.feature, b.feature))
    .map((each) => reason(each, 'for'));
  const rest = weighed.filter(({ weight }) => weight <= 0);
  const opposing = rest
    .filter(({ weight, towardsSecond }) => weight < 0 || towardsSecond > 0)
    .toSorted((a, b) => gap(b) - gap(a) || inOrder(a.feature, b.feature))
    .map((each) => reason(each, 'against'));
  const idle = rest
    .filter(({ weight, towardsSecond }) => weight === 0 && towardsSecond <= 0)
    .map((each) => reason(each, 'idle'));
  const missing = missingOf(segment === 'not-digital' ? opposing : features);
  const chosen = new Set(
    // What is missing is the only explanation where nothing spoke for the answer.
    [speaking, ...(speaking.length === 0 ? [missing, opposing] : [opposing, missing]), idle]
      .flat()
      .slice(0, reasonCount),
  );
  const inTurn = segment === 'not-digital' ? [speaking, missing, opposing] : [speaking, opposing, missing];
  return [...inTurn, idle].flat().filter((each) => chosen.has(each));
}

function gap({ weight, towardsSecond }: { weight: number; towardsSecond: number }): number {
  return towardsSecond - weight;
}

function inOrder(a: Feature, b: Feature): number {
  return a.label < b.label ? -1 : 1;
}

function missingOf(found: readonly Pick<Feature, 'kind'>[]): Reason[] {
  const kinds = new Set(found.map(({ kind }) => (kind === 'lot' || kind === 'head' ? 'title' : kind)));
  return places
    .filter((place) => !kinds.has(place))
    .map((kind) => ({ kind, label: '', weight: 0, role: 'missing' }));
}

function strength(weights: readonly number[], segment: SegmentId): number {
  const [digital = 0, ...segments] = weights;
  if (segment === 'not-digital') return -digital;
  const place = digitalSegmentIds.indexOf(segment);
  const average = segments.reduce((sum, weight) => sum + weight, 0) / digitalSegmentIds.length;
  return digital / 2 + (segments[place] ?? 0) - average;
}

function rounded(weight: number): number {
  return Math.round(weight * 100) / 100 || 0;
}
