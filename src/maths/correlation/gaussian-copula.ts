import type { Matrix } from './matrix.ts';
import { checkCorrelations, choleskyOf } from './matrix.ts';
import { nearestCorrelation } from './nearest-correlation.ts';

/** What turns independent columns of normal draws into dependent ones. */
export type GaussianCopula = {
  /** Lower triangle, row by row. */
  lower: readonly Float64Array[];
  /** The rank correlations that the draws will have. */
  rankCorrelation: number[][];
  /** True where those asked for can't hold at once, and the nearest that can are taken. */
  isAdjusted: boolean;
  /** The greatest change of a rank correlation by that, 0 where none was needed. */
  largestChange: number;
};

/**
 * The Gaussian copula that has given rank correlations.
 *
 * Spearman's ρ of two normal variables is that of any two variables made of them by rising functions; their Pearson
 * correlation is `2 sin(π ρ ÷ 6)` (Pearson 1907; Kruskal, Journal of the American Statistical Association 53 (1958)). Where
 * the result can't be a correlation matrix, Higham's nearest one is taken and the answer says so. A Gaussian copula has no
 * dependence in the far tails beyond that of its correlation.
 *
 * Values that step (fixed, discrete) are tied, so that a sample's rank correlation with them comes out smaller.
 *
 * @param rankCorrelation symmetric, 1 on the diagonal, from -1 to 1
 * @throws RangeError where it isn't
 * @example gaussianCopula([[1, 0.5], [0.5, 1]]).lower[1] // Float64Array [0.5176, 0.8556], rounded
 */
export function gaussianCopula(rankCorrelation: Matrix): GaussianCopula {
  const key = rankCorrelation.map((row) => row.join(' ')).join(';');
  const found = known.get(key);
  if (found !== undefined) return found;
  const copula = copulaOf(rankCorrelation);
  if (known.size >= mostKnown) known.clear();
  known.set(key, copula);
  return copula;
}

/**
 * Copulas worked out already. One case is simulated dozens of times with the same correlations, and finding the nearest
 * possible ones of five hundred lines takes seconds; a memory that is full begins anew.
 */
const known = new Map<string, GaussianCopula>();
const mostKnown = 32;

function copulaOf(rankCorrelation: Matrix): GaussianCopula {
  checkCorrelations(rankCorrelation);
  const wanted = rankCorrelation.map((row, i) =>
    row.map((rho, j) => (i === j ? 1 : 2 * Math.sin((Math.PI * rho) / 6))),
  );
  const { matrix, isChanged } = nearestCorrelation(wanted);
  const lower = choleskyOf(matrix);
  if (lower === null) throw new Error('The nearest correlation matrix is none.');
  const ranks = isChanged
    ? matrix.map((row) => row.map((value) => (6 / Math.PI) * Math.asin(value / 2)))
    : rankCorrelation.map((row) => [...row]);
  const changes = ranks.map((row, i) =>
    row.map((value, j) => Math.abs(value - (rankCorrelation[i]?.[j] ?? 0))),
  );
  return {
    lower: lower.map((row) => Float64Array.from(row)),
    rankCorrelation: ranks,
    isAdjusted: isChanged,
    largestChange: isChanged ? Math.max(...changes.flat()) : 0,
  };
}

/**
 * One dependent column of independent ones: the sum of those up to its own, weighted by its row of the copula.
 *
 * Four columns at a time, because reading and writing the sum costs more than the products.
 *
 * @param row of {@link GaussianCopula.lower}
 * @param columns independent standard normal draws
 * @param into is overwritten
 * @param count how many places of the columns, from the first
 * @example correlateColumn(Float64Array.of(0.6, 0.8), [Float64Array.of(1), Float64Array.of(1)], new Float64Array(1)) // Float64Array [1.4]
 */
export function correlateColumn(
  row: Float64Array,
  columns: readonly Float64Array[],
  into: Float64Array,
  count = into.length,
): Float64Array {
  let last = row.length - 1;
  while (last >= 0 && row[last] === 0) last -= 1;
  into.fill(0, 0, count);
  // Where columns run out, the first stands in with no weight: reading beyond an array is slow.
  const column = (at: number): Float64Array => columns[at] ?? columns[0] ?? into;
  for (let at = 0; at <= last; at += 4)
    addFour(
      into,
      count,
      [column(at), column(at + 1), column(at + 2), column(at + 3)],
      row.subarray(at, at + 4),
    );
  return into;
}

function addFour(
  into: Float64Array,
  count: number,
  [one, two, three, four]: readonly [Float64Array, Float64Array, Float64Array, Float64Array],
  weights: Float64Array,
): void {
  const [a = 0, b = 0, c = 0, d = 0] = weights;
  for (let place = 0; place < count; place += 1)
    into[place] =
      (into[place] ?? 0) +
      a * (one[place] ?? 0) +
      b * (two[place] ?? 0) +
      c * (three[place] ?? 0) +
      d * (four[place] ?? 0);
}
