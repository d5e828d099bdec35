import { minimise } from '../../domain/notices/minimise.ts';
import type { ProcessFacts } from '../../domain/notices/process-facts.ts';
import { canonicalJson } from '../../lib/canonical-json.ts';
import { sha256Hex } from '../../lib/hash.ts';
import type { JsonObject } from '../../lib/json.ts';
import type { Input } from '../../ocds/input.ts';
import { plainText } from '../../ocds/plain-text.ts';
import { ReleaseStore, type Notices } from '../../ocds/release-store.ts';
import { processFactsOf } from '../notices/process-facts-of.ts';
import { instantOf } from '../notices/read-batch.ts';
import type { Reference } from '../reference.ts';

/**
 * The facts of every process in the inputs, as ingestion would compute them from the same releases: in order of first
 * appearance, wherever the releases of a process lie. Memory holds places and one process at a time.
 *
 * @throws AppError input-unreadable, machine-resource
 * @example for await (const facts of readProcesses([fileInput('page.json')], reference, notices, signal)) …
 */
export async function* readProcesses(
  inputs: readonly Input[],
  reference: Reference,
  notices: Notices,
  signal: AbortSignal,
): AsyncGenerator<ProcessFacts> {
  const store = new ReleaseStore(notices);
  try {
    for (const input of inputs) await store.add(input, signal, () => undefined);
    for (let process = 0; process < store.index.processCount; process += 1) {
      signal.throwIfAborted();
      const releases = store.read(process).map(({ release }) => release);
      for (const [ocid, own] of Map.groupBy(releases, (release) => plainText(release['ocid']))) {
        if (ocid !== '') yield processFactsOf(inOrder(own), reference);
      }
    }
  } finally {
    store.close();
  }
}

/** As ingestion merges them: by instant, then id, then content; without personal data; each content once. */
function inOrder(releases: readonly JsonObject[]): JsonObject[] {
  const keyed = new Map(
    releases.map((original) => {
      const { release } = minimise(original);
      const hash = sha256Hex(canonicalJson(release));
      const id = plainText(release['id']);
      return [`${instantOf(release['date']) ?? ''}\u001f${id}\u001f${hash}`, release];
    }),
  );
  return [...keyed].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, release]) => release);
}
