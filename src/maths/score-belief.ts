import type { Rng } from '../lib/rng.ts';
import { columnsOf, type DecisionMatrix } from './decision-matrix.ts';

/**
 * What is known about the values of options on criteria, one row for each option, more being better. `uniform`, `triangular`
 * and `normal` draw each value by itself; `assessors` draws one assessor at a time and takes all that assessor's values.
 */
export type ScoreBelief =
  | { kind: 'fixed'; values: DecisionMatrix }
  | { kind: 'uniform'; low: DecisionMatrix; high: DecisionMatrix }
  | { kind: 'triangular'; low: DecisionMatrix; mode: DecisionMatrix; high: DecisionMatrix }
  | { kind: 'normal'; mean: DecisionMatrix; sd: DecisionMatrix }
  | { kind: 'assessors'; values: readonly DecisionMatrix[] };

/** Options, criteria, and a way to write one set of values into an array, row after row. */
export type ScoreDrawer = { options: number; criteria: number; draw: (into: Float64Array) => void };

/**
 * A way to draw values. Values that are known are written once; only those that vary are drawn.
 *
 * @throws RangeError where matrices differ in shape, ends are the wrong way round, a spread is below nought, or there is nobody
 * @example scoreDrawer({ kind: 'fixed', values: [[1, 2]] }, rng).criteria // 2
 */
export function scoreDrawer(belief: ScoreBelief, rng: Rng): ScoreDrawer {
  if (belief.kind === 'fixed') return assessorDrawer([belief.values], rng);
  if (belief.kind === 'assessors') return assessorDrawer(belief.values, rng);
  if (belief.kind === 'uniform') {
    const { low, high } = belief;
    refuse(low, high, (one, other) => one > other, 'The lowest value is above the highest');
    return cellDrawer(low, high, (from, to) => from + rng.next() * (to - from));
  }
  if (belief.kind === 'triangular') return triangularDrawer(belief, rng);
  const { mean, sd } = belief;
  refuse(mean, sd, (_, spread) => spread < 0, 'A standard deviation is below nought');
  const ends = mean.map((row, option) => row.map((one, criterion) => one + (sd[option]?.[criterion] ?? 0)));
  return cellDrawer(mean, ends, (centre, end) => centre + (end - centre) * drawNormal(rng));
}

function triangularDrawer(
  { low, mode, high }: Extract<ScoreBelief, { kind: 'triangular' }>,
  rng: Rng,
): ScoreDrawer {
  refuse(low, mode, (one, other) => one > other, 'The lowest value is above the most likely');
  refuse(mode, high, (one, other) => one > other, 'The most likely value is above the highest');
  const modes = mode.flat();
  return cellDrawer(low, high, (from, to, cell) => {
    const turn = (modes[cell] ?? 0) - from;
    const share = rng.next();
    const width = to - from;
    return share * width < turn
      ? from + Math.sqrt(share * width * turn)
      : to - Math.sqrt((1 - share) * width * (width - turn));
  });
}

function assessorDrawer(matrices: readonly DecisionMatrix[], rng: Rng): ScoreDrawer {
  const [first] = matrices;
  if (first === undefined) throw new RangeError('There are no assessors whose values could be drawn.');
  for (const matrix of matrices) refuse(first, matrix, () => false, '');
  const flat = matrices.map((matrix) => Float64Array.from(matrix.flat()));
  return {
    options: first.length,
    criteria: first[0]?.length ?? 0,
    draw: (into) => {
      const chosen = flat[flat.length === 1 ? 0 : Math.floor(rng.next() * flat.length)];
      if (chosen !== undefined) into.set(chosen);
    },
  };
}

/** Draws each cell whose two ends differ; the others hold what is known. */
function cellDrawer(
  low: DecisionMatrix,
  high: DecisionMatrix,
  drawCell: (low: number, high: number, cell: number) => number,
): ScoreDrawer {
  const [from, to] = [Float64Array.from(low.flat()), Float64Array.from(high.flat())];
  const varying = Int32Array.from([...from.keys()].filter((cell) => from[cell] !== to[cell]));
  return {
    options: low.length,
    criteria: low[0]?.length ?? 0,
    draw: (into) => {
      into.set(from);
      for (const cell of varying) into[cell] = drawCell(from[cell] ?? 0, to[cell] ?? 0, cell);
    },
  };
}

function refuse(
  one: DecisionMatrix,
  other: DecisionMatrix,
  isBad: (one: number, other: number) => boolean,
  sentence: string,
): void {
  const [columns, others] = [columnsOf(one), columnsOf(other)];
  if (columns.length !== others.length || one.length !== other.length)
    throw new RangeError('The matrices differ in the number of options or criteria.');
  one.forEach((row, option) => {
    row.forEach((value, criterion) => {
      if (isBad(value, other[option]?.[criterion] ?? Number.NaN))
        throw new RangeError(`${sentence} for option ${option + 1}, criterion ${criterion + 1}.`);
    });
  });
}

/** Marsaglia's polar method; the second number of each pair is let go, so that a drawer keeps no state. */
function drawNormal(rng: Rng): number {
  for (;;) {
    const x = 2 * rng.next() - 1;
    const y = 2 * rng.next() - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}
