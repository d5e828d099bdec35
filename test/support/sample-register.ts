import { ingestReleases } from '../../src/app/notices/ingest-releases.ts';
import type { Register } from '../../src/db/register.ts';
import { streamInput } from '../../src/ocds/input.ts';
import { readReleases } from '../../src/ocds/reader.ts';
import { generateReleases } from '../../src/sample/generate-releases.ts';
import { testContext, testInstant } from './context.ts';

/**
 * Fills a register with a small sample market as of the instant of tests; the planted stories are in it.
 *
 * @param processes how many besides the stories; 300 take about three seconds
 */
export async function fillWithSample(register: Register, processes = 300): Promise<void> {
  const input = streamInput('sample market', () => sampleBytes(processes));
  await ingestReleases(testContext({ register }), {
    inputs: [input.name],
    read: (onProblem) => readReleases([input], onProblem),
    total: null,
  });
}

async function* sampleBytes(processes: number): AsyncGenerator<Uint8Array> {
  for (const line of generateReleases({ processes, seed: 1, asOf: testInstant.slice(0, 10) })) {
    yield Buffer.from(`${line}\n`);
  }
}
