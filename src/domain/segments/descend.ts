/** What bounds the curvature of a loss over sparse rows. */
type Bounds = {
  /** Largest second derivative of the loss of one row by its score: 1/4 for logistic, 1/2 for multinomial. */
  curvature: number;
  rows: readonly { places: Int32Array; values: Float64Array }[];
  steps: number;
};

/**
 * The point where a smooth, strongly convex function is least, by accelerated gradient descent from zero (Nesterov 1983,
 * restarted where the gradient points back, O'Donoghue and Candès 2015). No chance, no clock: the same on every run.
 *
 * @param gradientAt writes the gradient at a point
 * @example descend(1, bounds, (point, gradient) => { gradient[0] = point[0] - 3 })[0] // 3
 */
export function descend(
  size: number,
  bounds: Bounds,
  gradientAt: (point: Float64Array, gradient: Float64Array) => void,
): Float64Array {
  const step = 1 / (bounds.curvature * largestEigenvalue(bounds) + 1);
  let here = new Float64Array(size);
  const ahead = new Float64Array(size);
  const gradient = new Float64Array(size);
  let momentum = 1;
  for (let count = 0; count < bounds.steps; count += 1) {
    gradientAt(ahead, gradient);
    const next = new Float64Array(size);
    let back = 0;
    for (let at = 0; at < size; at += 1) {
      const slope = gradient[at] ?? 0;
      next[at] = (ahead[at] ?? 0) - step * slope;
      back += slope * ((next[at] ?? 0) - (here[at] ?? 0));
    }
    const later = back > 0 ? 1 : (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
    const carry = back > 0 ? 0 : (momentum - 1) / later;
    for (let at = 0; at < size; at += 1)
      ahead[at] = (next[at] ?? 0) + carry * ((next[at] ?? 0) - (here[at] ?? 0));
    here = next;
    momentum = later;
  }
  return here;
}

/** Of the matrix of the rows times itself, by power iteration; the start has no zero, so that it can't be missed. */
function largestEigenvalue({ rows }: Bounds): number {
  const size = 1 + rows.reduce((most, { places }) => Math.max(most, ...places), 0);
  let vector = new Float64Array(size).fill(1);
  let value = 0;
  for (let count = 0; count < 60; count += 1) {
    const next = new Float64Array(size);
    for (const { places, values } of rows) {
      let product = 0;
      for (let k = 0; k < places.length; k += 1) product += (vector[places[k] ?? 0] ?? 0) * (values[k] ?? 0);
      for (let k = 0; k < places.length; k += 1) {
        const at = places[k] ?? 0;
        next[at] = (next[at] ?? 0) + product * (values[k] ?? 0);
      }
    }
    value = Math.hypot(...next);
    if (value === 0) return 0;
    vector = next.map((entry) => entry / value);
  }
  // Power iteration comes from below.
  return value * 1.05;
}
