/** A square matrix, row by row. */
export type Matrix = readonly (readonly number[])[];

/**
 * Throws unless a matrix has the form of a correlation matrix: square, symmetric, 1 on its diagonal, nothing beyond ±1.
 * Whether all of its correlations can hold at once is another question.
 *
 * @throws RangeError naming the place
 * @example checkCorrelations([[1, 0.5], [0.5, 1]]) // undefined
 */
export function checkCorrelations(matrix: Matrix): void {
  matrix.forEach((row, i) => {
    if (row.length !== matrix.length)
      throw new RangeError(`Row ${i + 1} of the correlations has ${row.length} of ${matrix.length} columns.`);
    row.forEach((value, j) => {
      const other = matrix[j]?.[i] ?? Number.NaN;
      if (!(Math.abs(value) <= 1)) throw new RangeError(`A correlation is from -1 to 1, not ${value}.`);
      if (!(Math.abs(value - other) <= 1e-9))
        throw new RangeError(`The correlations of ${i + 1} and ${j + 1} differ: ${value} and ${other}.`);
      if (i === j && value !== 1)
        throw new RangeError(`The correlation of ${i + 1} with itself is 1, not ${value}.`);
    });
  });
}

/**
 * The lower triangle whose product with its transpose is the matrix (Cholesky), or null where there is none because the
 * correlations can't hold at once. Columns that follow wholly from earlier ones are allowed and are nought.
 *
 * Costs n³ ÷ 6.
 *
 * @param matrix symmetric
 * @example choleskyOf([[1, 0.6], [0.6, 1]]) // [[1, 0], [0.6, 0.8]]
 * @example choleskyOf([[1, 0.9, -0.9], [0.9, 1, 0.9], [-0.9, 0.9, 1]]) // null
 */
export function choleskyOf(matrix: Matrix): number[][] | null {
  const lower = matrix.map((row) => row.map(() => 0));
  for (const [i, row] of lower.entries())
    for (let j = 0; j <= i; j += 1) {
      const other = lower[j] ?? [];
      let rest = matrix[i]?.[j] ?? 0;
      for (let k = 0; k < j; k += 1) rest -= (row[k] ?? 0) * (other[k] ?? 0);
      if (i === j) {
        if (rest < -nothing) return null;
        row[i] = rest <= nothing ? 0 : Math.sqrt(rest);
      } else if ((other[j] ?? 0) > 0) row[j] = rest / (other[j] ?? 1);
      else if (Math.abs(rest) > Math.sqrt(nothing)) return null;
    }
  return lower;
}

/** What is left of a one by rounding. */
const nothing = 1e-10;

/**
 * The eigenvalues of a symmetric matrix and their vectors as the columns of `vectors`, by Jacobi's rotations (Golub and Van
 * Loan, Matrix Computations, 8.5). In no order.
 *
 * Costs some ten n³.
 *
 * @example eigenOf([[2, 1], [1, 2]]).values // [1, 3]
 */
export function eigenOf(matrix: Matrix): { values: number[]; vectors: number[][] } {
  const size = matrix.length;
  const a = matrix.map((row) => Float64Array.from(row));
  const v = matrix.map((_, i) => Float64Array.from({ length: size }, (_unused, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 60; sweep += 1) {
    let off = 0;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) off += (a[p]?.[q] ?? 0) ** 2;
    if (off < 1e-26 * size) break;
    for (let p = 0; p < size; p += 1) for (let q = p + 1; q < size; q += 1) rotate(a, v, p, q);
  }
  return { values: a.map((row, i) => row[i] ?? 0), vectors: v.map((row) => [...row]) };
}

/** Turns the plane of two axes so that their element becomes nought. */
function rotate(a: Float64Array[], v: Float64Array[], p: number, q: number): void {
  const [rowP, rowQ] = [a[p], a[q]];
  const element = rowP?.[q] ?? 0;
  if (rowP === undefined || rowQ === undefined || Math.abs(element) < 1e-300) return;
  const theta = ((rowQ[q] ?? 0) - (rowP[p] ?? 0)) / (2 * element);
  const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  const turn = (row: Float64Array): void => {
    const [x, y] = [row[p] ?? 0, row[q] ?? 0];
    row[p] = c * x - s * y;
    row[q] = s * x + c * y;
  };
  a.forEach(turn);
  for (let k = 0; k < a.length; k += 1) {
    const [x, y] = [rowP[k] ?? 0, rowQ[k] ?? 0];
    rowP[k] = c * x - s * y;
    rowQ[k] = s * x + c * y;
  }
  v.forEach(turn);
}
