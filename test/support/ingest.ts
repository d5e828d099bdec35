import { ingestReleases, type IngestSummary } from '../../src/app/notices/ingest-releases.ts';
import type { Register } from '../../src/db/register.ts';
import type { JsonObject } from '../../src/lib/json.ts';
import { readOf } from '../factories/release.ts';
import { testContext } from './context.ts';

/** Puts releases into a register as `ingest` does. */
export async function ingestAll(register: Register, releases: readonly JsonObject[]): Promise<IngestSummary> {
  return ingestReleases(testContext({ register }), {
    inputs: ['test.jsonl'],
    read: async function* read() {
      for (const [index, release] of releases.entries())
        yield await Promise.resolve(readOf(release, index + 1));
    },
    total: releases.length,
  });
}
