import { countNotGreater } from '../correlation/rank-correlation.ts';
import { normalQuantile } from '../normal.ts';
import { rankClasses, type RankClasses } from './rank-classes.ts';

/** An input as regressions see it: by classes, and by Hermite polynomials of its normal score. */
export type Regressor = {
  classes: RankClasses;
  /** `basis[k][draw]`: the polynomial of degree k, from 0. */
  basis: readonly Float64Array[];
  /** Sums of products of two polynomials over every second draw, from the first and from the second. */
  products: readonly (readonly (readonly number[])[])[];
};

/** Degrees that are tried; a greater one only follows noise where draws are few. */
const degrees = [1, 2, 3, 5] as const;
const highest = 5;

/**
 * Prepares an input for {@link conditionalMean}. Its normal score is that of its rank, the middle one where values are equal.
 *
 * @param input draws, without NaN
 * @param classes how many classes; the cube root of the draws unless said otherwise
 * @example regressorOf(Float64Array.of(3, 1, 2)).basis[1]?.[2] // 0
 */
export function regressorOf(input: Float64Array, classes?: number): Regressor {
  const draws = input.length;
  const sorted = Float64Array.from(input).sort();
  const score = new Float64Array(draws);
  for (let from = 0; from < draws;) {
    const value = sorted[from] ?? 0;
    let to = from + 1;
    while (to < draws && sorted[to] === value) to += 1;
    score.fill(normalQuantile((from + to) / (2 * draws)), from, to);
    from = to;
  }
  // In the order of the draws again; a number is looked for among the sorted ones, which is quicker than sorting with places.
  const ranked = score.slice();
  for (let draw = 0; draw < draws; draw += 1)
    score[draw] = ranked[countNotGreater(sorted, input[draw] ?? 0) - 1] ?? 0;
  const basis = [new Float64Array(draws).fill(1), score];
  for (let degree = 2; degree <= highest; degree += 1) {
    const [before, last] = [basis[degree - 2], basis[degree - 1]];
    // Normalised Hermite polynomials: h(k) = (z h(k−1) − √(k−1) h(k−2)) / √k.
    basis.push(
      score.map(
        (z, draw) =>
          (z * (last?.[draw] ?? 0) - Math.sqrt(degree - 1) * (before?.[draw] ?? 0)) / Math.sqrt(degree),
      ),
    );
  }
  return {
    classes: rankClasses(input, classes),
    basis,
    products: [0, 1].map((half) => basis.map((one) => basis.map((other) => productSum(one, other, half)))),
  };
}

/**
 * The mean of a quantity given an input, at every draw: the regression that foretells draws best which it hasn't seen. Tried are
 * the mean of the input's class and polynomials of its normal score; each is fitted to one half of the draws and judged by the other.
 *
 * @param values draws of the quantity, in the order of the input
 * @returns what the quantity comes to on average where the input is as in that draw
 * @example conditionalMean(regressorOf(Float64Array.of(0, 0, 1, 1), 2), Float64Array.of(1, 3, 5, 7)) // Float64Array [2, 2, 6, 6]
 */
export function conditionalMean(regressor: Regressor, values: Float64Array): Float64Array {
  const halves = [0, 1].map((half) => normalEquations(regressor, values, half));
  const [even, odd] = halves;
  if (even === undefined || odd === undefined) return values;
  // Bayes' information criterion: a parameter more has to foretell so much better that it isn't the chance of these draws.
  const cost = (miss: number, parameters: number): number =>
    values.length * Math.log(Math.max(miss, 1e-12 * (even.square + odd.square))) +
    parameters * Math.log(values.length);
  let best = { degree: 0, cost: cost(classMiss(regressor.classes, values), regressor.classes.classes) };
  for (const degree of degrees) {
    const miss = missed(odd, solve(even, degree), degree) + missed(even, solve(odd, degree), degree);
    const own = cost(miss, degree + 1);
    if (own < best.cost) best = { degree, cost: own };
  }
  if (best.degree === 0) return classMeans(regressor.classes, values);
  const whole = solve(added(even, odd), best.degree);
  const means = new Float64Array(values.length);
  whole.forEach((weight, degree) => {
    const polynomial = regressor.basis[degree];
    for (let draw = 0; draw < means.length; draw += 1)
      means[draw] = (means[draw] ?? 0) + weight * (polynomial?.[draw] ?? 0);
  });
  return means;
}

/** Sums from which every fit and its misses follow. */
type Equations = {
  products: readonly (readonly number[])[];
  moments: readonly number[];
  square: number;
};

function normalEquations({ basis, products }: Regressor, values: Float64Array, half: number): Equations {
  return {
    products: products[half] ?? [],
    moments: basis.map((polynomial) => productSum(polynomial, values, half)),
    square: productSum(values, values, half),
  };
}

/** Over every second draw, from the first or the second on. */
function productSum(one: Float64Array, other: Float64Array, half: number): number {
  let sum = 0;
  for (let draw = half; draw < one.length; draw += 2) sum += (one[draw] ?? 0) * (other[draw] ?? 0);
  return sum;
}

function added(one: Equations, other: Equations): Equations {
  return {
    products: one.products.map((line, row) =>
      line.map((value, column) => value + (other.products[row]?.[column] ?? 0)),
    ),
    moments: one.moments.map((value, row) => value + (other.moments[row] ?? 0)),
    square: one.square + other.square,
  };
}

/** Least squares up to a degree; what the draws can't tell apart gets nothing. */
function solve({ products, moments }: Equations, degree: number): number[] {
  const size = degree + 1;
  const lines = products.slice(0, size).map((line, row) => [...line.slice(0, size), moments[row] ?? 0]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const line = lines[pivot];
    const head = line?.[pivot] ?? 0;
    if (line === undefined || head <= 1e-9 * (products[pivot]?.[pivot] ?? 0) || head === 0) continue;
    for (let row = 0; row < size; row += 1) {
      const other = lines[row];
      if (row === pivot || other === undefined) continue;
      const factor = (other[pivot] ?? 0) / head;
      for (let column = pivot; column <= size; column += 1)
        other[column] = (other[column] ?? 0) - factor * (line[column] ?? 0);
    }
  }
  return lines.map((line, pivot) => {
    const head = line[pivot] ?? 0;
    return head <= 1e-9 * (products[pivot]?.[pivot] ?? 0) || head === 0 ? 0 : (line[size] ?? 0) / head;
  });
}

/** Squares by which a fit misses the draws of these equations. */
function missed(
  { products, moments, square }: Equations,
  weights: readonly number[],
  degree: number,
): number {
  let sum = square;
  for (let one = 0; one <= degree; one += 1) {
    const weight = weights[one] ?? 0;
    sum -= 2 * weight * (moments[one] ?? 0);
    for (let other = 0; other <= degree; other += 1)
      sum += weight * (weights[other] ?? 0) * (products[one]?.[other] ?? 0);
  }
  return sum;
}

function classMeans({ classOf, classes }: RankClasses, values: Float64Array): Float64Array {
  const sums = new Float64Array(classes);
  const counts = new Float64Array(classes);
  values.forEach((value, draw) => {
    const group = classOf[draw] ?? 0;
    sums[group] = (sums[group] ?? 0) + value;
    counts[group] = (counts[group] ?? 0) + 1;
  });
  return values.map((_, draw) => {
    const group = classOf[draw] ?? 0;
    return (sums[group] ?? 0) / (counts[group] ?? 1);
  });
}

/** As {@link missed}, for means of classes: each half foretold by the other's; a class that it lacks by the mean of all. */
function classMiss({ classOf, classes }: RankClasses, values: Float64Array): number {
  const sums = [new Float64Array(classes), new Float64Array(classes)];
  const counts = [new Float64Array(classes), new Float64Array(classes)];
  const totals = [0, 0];
  values.forEach((value, draw) => {
    const [half, group] = [draw % 2, classOf[draw] ?? 0];
    const [sum, count] = [sums[half], counts[half]];
    if (sum === undefined || count === undefined) return;
    sum[group] = (sum[group] ?? 0) + value;
    count[group] = (count[group] ?? 0) + 1;
    totals[half] = (totals[half] ?? 0) + value;
  });
  const half = values.length / 2;
  let miss = 0;
  values.forEach((value, draw) => {
    const [other, group] = [1 - (draw % 2), classOf[draw] ?? 0];
    const count = counts[other]?.[group] ?? 0;
    const foretold = count === 0 ? (totals[other] ?? 0) / half : (sums[other]?.[group] ?? 0) / count;
    miss += (value - foretold) ** 2;
  });
  return miss;
}
