import { sql } from 'kysely';
import type { Executor, Register } from '../register.ts';

/** Counters of one run of ingestion. */
export type RunCounts = {
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  repaired: number;
  skipped: number;
};

/** What could not be read, at most a hundred per run. */
export type RunProblem = { input: string; line: number; message: string };

/** Opens a run. */
export async function startRun(
  register: Register,
  startedAt: string,
  inputs: readonly string[],
): Promise<number> {
  return register.write(async (transaction) => {
    const { rows } = await sql<{ run_id: number }>`
      insert into ingest_run (started_at, inputs) values (${startedAt}::timestamptz, ${inputs}::text[]) returning run_id`.execute(
      transaction,
    );
    return rows[0]?.run_id ?? 0;
  });
}

/** Writes a run's counters; with `finishedAt` closes it. */
export async function updateRun(
  executor: Executor,
  runId: number,
  state: { counts: RunCounts; problems: readonly RunProblem[]; finishedAt: string | null },
): Promise<void> {
  const { counts } = state;
  await sql`
    update ingest_run set read_count = ${counts.read}, new_count = ${counts.new}, changed_count = ${counts.changed},
      unchanged_count = ${counts.unchanged}, repaired_count = ${counts.repaired}, skipped_count = ${counts.skipped},
      problems = ${JSON.stringify(state.problems)}::json, finished_at = ${state.finishedAt}::timestamptz
    where run_id = ${runId}`.execute(executor);
}

/** A run as stored. */
export type RunRow = RunCounts & {
  started_at: string;
  finished_at: string | null;
  inputs: string[];
  problems: RunProblem[];
};

/** The newest runs first. */
export async function listRuns(register: Register, limit: number): Promise<RunRow[]> {
  const { rows } = await sql<RunRow>`
    select started_at, finished_at, inputs, problems, read_count as read, new_count as new, changed_count as changed,
      unchanged_count as unchanged, repaired_count as repaired, skipped_count as skipped
    from ingest_run order by run_id desc limit ${limit}`.execute(register.read);
  return rows;
}
