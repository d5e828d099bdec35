/** A linear problem with whole and fractional columns. Infinity is no bound. */
export type MixedIntegerModel = {
  /** Maximised: constant plus the sum of `worth` times each column. */
  constant: number;
  columns: readonly Column[];
  rows: readonly Row[];
};

/** A quantity to be found. */
export type Column = { worth: number; lower: number; upper: number; isWhole: boolean };

/** A sum of columns that has to lie between two bounds. */
export type Row = {
  lower: number;
  upper: number;
  terms: readonly (readonly [column: number, factor: number])[];
};

/** What one run of a solver found. */
export type MixedIntegerResult =
  /** Proven best within the solver's tolerance; no values exceed `bound`. */
  | { kind: 'optimal'; values: Float64Array; objective: number; bound: number }
  | { kind: 'infeasible' }
  /** `values` null where none were found in time; `bound` null where none is known. */
  | { kind: 'out-of-time'; values: Float64Array | null; bound: number | null };

/** A model in the memory of a solver, which keeps it until it is disposed of. */
export type SolverSession = {
  /** Runs in the calling thread until it is settled or the time is over. */
  run(timeLimitMs: number): MixedIntegerResult;
  addRow(row: Row): void;
  /** A guess to begin the next run with: values of the whole columns. A good one shortens the proof. */
  suggest(values: readonly (readonly [column: number, value: number])[]): void;
  dispose(): void;
};

/** How a model is to be solved. */
export type SolverManner = {
  /** Whether to look for good values beside the proof. Where the proof alone takes the time, that only delays it. */
  withHeuristics: boolean;
};

/** What can solve such models: the port behind which a solver stands. */
export type MixedIntegerSolver = { open(model: MixedIntegerModel, manner: SolverManner): SolverSession };
