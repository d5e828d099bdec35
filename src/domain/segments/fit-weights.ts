import type { Feature } from './features-of.ts';
import { descend } from './descend.ts';
import { digitalSegmentIds } from './segment.ts';

/** A labelled notice as the fit sees it. */
export type Example = {
  features: readonly Pick<Feature, 'key' | 'value'>[];
  /** Degree to which it is digital by its labels, 0 to 1. */
  digital: number;
  /** Share of each digital segment by its labels, together 1; all 0 where it isn't digital. */
  segments: readonly number[];
  /** How sure the labels are, 0 to 1. */
  weight: number;
};

/** Weights by feature, and the bias: `digital` first, then the digital segments. */
export type Weights = { weights: ReadonlyMap<string, readonly number[]>; bias: readonly number[] };

/** How strongly weights are held at what was authored: the penalty on the square of a change. */
export type Ridge = { digital: number; segments: number; bias: number };

const steps = 250;

/**
 * Corrects authored weights by labelled notices: logistic regression for digital or not, multinomial logistic regression
 * among the digital segments, both with a penalty on every departure from what was authored. With few labels most
 * weights stay where the author put them; a feature that no labelled notice has stays there exactly.
 *
 * @returns weights of every authored feature
 * @example fitWeights(examples, authored, { digital: 2, segments: 2, bias: 0.1 }).bias[0]
 */
export function fitWeights(examples: readonly Example[], authored: Weights, ridge: Ridge): Weights {
  const keys = [...new Set(examples.flatMap(({ features }) => features.map(({ key }) => key)))]
    .filter((key) => authored.weights.has(key))
    .toSorted();
  const place = new Map(keys.map((key, index) => [key, index]));
  const rows = examples.map((example) => rowOf(example, place));
  const digital = fitColumn(examples, rows, authored, ridge);
  const segments = fitSegments(examples, rows, authored, ridge);
  const count = digitalSegmentIds.length;
  const changed = (key: string, old: readonly number[]): readonly number[] => {
    const at = place.get(key);
    if (at === undefined) return old;
    return old.map((weight, column) =>
      column === 0 ? weight + (digital[at] ?? 0) : weight + (segments[at * count + column - 1] ?? 0),
    );
  };
  return {
    weights: new Map([...authored.weights].map(([key, old]) => [key, changed(key, old)])),
    bias: authored.bias.map((weight, column) =>
      column === 0
        ? weight + (digital[keys.length] ?? 0)
        : weight + (segments[keys.length * count + column - 1] ?? 0),
    ),
  };
}

/** Places and values of an example's features; the last place is the bias. */
type Row = { places: Int32Array; values: Float64Array };

function rowOf({ features }: Example, place: ReadonlyMap<string, number>): Row {
  const known = features.flatMap(({ key, value }) => {
    const at = place.get(key);
    return at === undefined ? [] : [{ at, value }];
  });
  return {
    places: Int32Array.from([...known.map(({ at }) => at), place.size]),
    values: Float64Array.from([...known.map(({ value }) => value), 1]),
  };
}

function authoredScores(example: Example, authored: Weights): number[] {
  const scores = [...authored.bias];
  for (const { key, value } of example.features) {
    const weights = authored.weights.get(key);
    if (weights === undefined) continue;
    for (let column = 0; column < scores.length; column += 1)
      scores[column] = (scores[column] ?? 0) + value * (weights[column] ?? 0);
  }
  return scores;
}

/** Adds a row's features times `columns` parameters each to its scores. */
function addScores({ places, values }: Row, point: Float64Array, scores: number[]): void {
  const columns = scores.length;
  for (let k = 0; k < places.length; k += 1) {
    const start = (places[k] ?? 0) * columns;
    const value = values[k] ?? 0;
    for (let c = 0; c < columns; c += 1) scores[c] = (scores[c] ?? 0) + value * (point[start + c] ?? 0);
  }
}

/** Adds what a row's errors say of the parameters to the gradient. */
function addErrors({ places, values }: Row, errors: readonly number[], gradient: Float64Array): void {
  const columns = errors.length;
  for (let k = 0; k < places.length; k += 1) {
    const start = (places[k] ?? 0) * columns;
    const value = values[k] ?? 0;
    for (let c = 0; c < columns; c += 1)
      gradient[start + c] = (gradient[start + c] ?? 0) + value * (errors[c] ?? 0);
  }
}

/** Changes of the weights for digital or not. */
function fitColumn(
  examples: readonly Example[],
  rows: readonly Row[],
  authored: Weights,
  ridge: Ridge,
): Float64Array {
  const offsets = examples.map((example) => authoredScores(example, authored)[0] ?? 0);
  const size = sizeOf(rows) + 1;
  return descend(size, { curvature: 0.25, rows, steps }, (point, gradient) => {
    for (let at = 0; at < size; at += 1)
      gradient[at] = (at === size - 1 ? ridge.bias : ridge.digital) * (point[at] ?? 0);
    for (const [index, row] of rows.entries()) {
      const { weight, digital } = examples[index] ?? { weight: 0, digital: 0 };
      const scores = [offsets[index] ?? 0];
      addScores(row, point, scores);
      addErrors(row, [weight * (1 / (1 + Math.exp(-(scores[0] ?? 0))) - digital)], gradient);
    }
  });
}

/** Changes of the weights among the digital segments, feature by feature. */
function fitSegments(
  examples: readonly Example[],
  rows: readonly Row[],
  authored: Weights,
  ridge: Ridge,
): Float64Array {
  const count = digitalSegmentIds.length;
  const features = sizeOf(rows) + 1;
  const used = rows.flatMap((row, index) => {
    const example = examples[index];
    if (example === undefined || example.digital === 0) return [];
    return [{ row, example, offsets: authoredScores(example, authored).slice(1) }];
  });
  return descend(features * count, { curvature: 0.5, rows, steps }, (point, gradient) => {
    for (let at = 0; at < gradient.length; at += 1)
      gradient[at] = (at >= (features - 1) * count ? ridge.bias : ridge.segments) * (point[at] ?? 0);
    for (const { row, example, offsets } of used) {
      const scores = [...offsets];
      addScores(row, point, scores);
      const importance = example.weight * example.digital;
      const errors = softmax(scores).map((share, c) => importance * (share - (example.segments[c] ?? 0)));
      addErrors(row, errors, gradient);
    }
  });
}

function sizeOf(rows: readonly Row[]): number {
  return rows[0]?.places.at(-1) ?? 0;
}

/**
 * Shares in proportion to the exponentials of scores.
 *
 * @example softmax([0, Math.log(3)]) // [0.25, 0.75]
 */
export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - highest));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}
