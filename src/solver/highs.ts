import loadHighs, { type Highs, type Model } from 'highs';
import type { MixedIntegerModel, MixedIntegerResult, MixedIntegerSolver, Row } from './mixed-integer.ts';

/** Largest coefficient of the objective as the solver sees it: its absolute tolerances are made for such sizes. */
const largestWorth = 1000;

/** Tighter than the solver's own (1e-6), since a whole pound of a million is a difference. */
const tolerance = 1e-9;

const withoutHeuristics = {
  mip_heuristic_effort: 0,
  mip_heuristic_run_feasibility_jump: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_root_reduced_cost: false,
};

/**
 * The HiGHS solver (University of Edinburgh), compiled to WebAssembly. It computes in the calling thread.
 *
 * @example const solver = await openHighs(); const session = solver.open(model, { withHeuristics: true }); try { session.run(2000); } finally { session.dispose(); }
 */
export async function openHighs(): Promise<MixedIntegerSolver> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the package's types describe its CommonJS form only
  const load = loadHighs as unknown as typeof loadHighs.default;
  const highs = await load();
  return {
    open(model, { withHeuristics }) {
      const scale = scaleOf(model);
      const native = highs.createModel(modelData(highs, model, scale));
      try {
        native.options.set({
          output_flag: false,
          mip_rel_gap: 0,
          mip_abs_gap: 1e-6,
          mip_feasibility_tolerance: tolerance,
          primal_feasibility_tolerance: tolerance,
          // Starting again after fixing columns at the root doubled the time of large compositions (bench/composition.ts).
          mip_allow_restart: false,
          ...(!withHeuristics && withoutHeuristics),
        });
      } catch (error) {
        native.dispose();
        throw error;
      }
      return {
        run: (timeLimitMs) => run(highs, native, { timeLimitMs, scale }),
        addRow: (row) => void native.addRow(row.lower, row.upper, entriesOf(row)),
        suggest: (values) =>
          void native.raw.setSparseSolution({
            indices: values.map(([column]) => column),
            values: values.map(([, value]) => value),
          }),
        dispose: () => native.dispose(),
      };
    },
  };
}

function scaleOf({ columns }: MixedIntegerModel): number {
  const largest = Math.max(0, ...columns.map(({ worth }) => Math.abs(worth)));
  return largest === 0 ? 1 : largest / largestWorth;
}

function modelData(highs: Highs, { constant, columns, rows }: MixedIntegerModel, scale: number) {
  const { maximize } = highs.constants.objectiveSense;
  const entries = rows.map(entriesOf);
  const starts = [0];
  for (const { indices } of entries) starts.push((starts.at(-1) ?? 0) + indices.length);
  const { continuous, integer } = highs.constants.variableType;
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: maximize,
    offset: constant / scale,
    colCost: columns.map(({ worth }) => worth / scale),
    colLower: columns.map(({ lower }) => lower),
    colUpper: columns.map(({ upper }) => upper),
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map(({ upper }) => upper),
    integrality: columns.map(({ isWhole }) => (isWhole ? integer : continuous)),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: entries.flatMap(({ indices }) => indices),
      values: entries.flatMap(({ values }) => values),
    },
  };
}

function entriesOf({ terms }: Row): { indices: number[]; values: number[] } {
  return { indices: terms.map(([column]) => column), values: terms.map(([, factor]) => factor) };
}

function run(
  highs: Highs,
  native: Model,
  { timeLimitMs, scale }: { timeLimitMs: number; scale: number },
): MixedIntegerResult {
  // The limit is of all runs of a model together.
  native.zeroAllClocks();
  native.options.set('time_limit', Math.max(0, timeLimitMs) / 1000);
  native.run();
  const { modelStatus } = highs.constants;
  const status = native.getModelStatus();
  if (status === modelStatus.infeasible) return { kind: 'infeasible' };
  const bound = Number(native.info.get('mip_dual_bound')) * scale;
  const values = Float64Array.from(native.getSolution().colValue);
  if (status === modelStatus.optimal) {
    const objective = native.getObjectiveValue() * scale;
    return { kind: 'optimal', values, objective, bound: Math.max(bound, objective) };
  }
  if (status !== modelStatus.timeLimit) throw new Error(`The solver ended with status ${status}.`);
  const { feasible } = highs.constants.solutionStatus;
  return {
    kind: 'out-of-time',
    values: native.info.get('primal_solution_status') === feasible ? values : null,
    bound: Number.isFinite(bound) ? bound : null,
  };
}
