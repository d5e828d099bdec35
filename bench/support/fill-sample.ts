import { sql } from 'kysely';
import { ingestReleases } from '../../src/app/notices/ingest-releases.ts';
import { refreshSummaries } from '../../src/app/notices/refresh-summaries.ts';
import { matchProcesses } from '../../src/app/processes/match-processes.ts';
import type { Register } from '../../src/db/register.ts';
import { streamInput } from '../../src/ocds/input.ts';
import { readReleases } from '../../src/ocds/reader.ts';
import { generateReleases } from '../../src/sample/generate-releases.ts';
import { testContext } from '../../test/support/context.ts';

/** Processes of the sample market that bring a hundred contracts. */
const processesPerHundred = 116;

/**
 * Fills a register with one sample market until it holds that many contracts, unless it does, and does what a service that
 * runs for a while has done: compared portals, added everything up, analysed.
 *
 * @returns contracts held
 * @example await fillSample(register, 200_000) // 204618
 */
export async function fillSample(register: Register, wanted: number): Promise<number> {
  const context = testContext({ register, now: new Date().toISOString() });
  if ((await contractCount(register)) < wanted) {
    // One market: a second seed would give other firms the names of the first one's.
    const input = streamInput('the sample market', () =>
      sampleBytes(Math.ceil((wanted * processesPerHundred) / 100)),
    );
    await ingestReleases(context, {
      inputs: ['sample'],
      read: (onProblem) => readReleases([input], onProblem),
      total: null,
    });
  }
  await matchProcesses(context, register);
  await refreshSummaries(context, register);
  await register.write(async (transaction) => {
    await sql`analyze`.execute(transaction);
  });
  return contractCount(register);
}

async function contractCount(register: Register): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from contract`.execute(
    register.latest,
  );
  return rows[0]?.count ?? 0;
}

async function* sampleBytes(processes: number): AsyncGenerator<Uint8Array> {
  for (const line of generateReleases({ processes, seed: 100, asOf: '2026-11-01' }))
    yield Buffer.from(`${line}\n`);
}
