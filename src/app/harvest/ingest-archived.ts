import type { Archive } from '../../sources/archive.ts';
import type { Ledger, WindowEntry } from '../../sources/ledger.ts';
import type { Context } from '../context.ts';
import { ingestFiles } from '../notices/ingest-files.ts';

/** What reached the register. */
export type IngestedCounts = {
  read: number;
  new: number;
  changed: number;
  unchanged: number;
  skipped: number;
  repaired: number;
};

/** Pages per call: large enough to be quick, small enough that a kill repeats little. */
const pagesPerCall = 200;

/**
 * Puts every archived page of a source that hasn't reached the register into it. A kill repeats at most one call's
 * pages, which changes nothing the second time. A damaged page is left out with a sentence; the next harvest of its
 * window fetches it again.
 */
export async function ingestArchived(
  context: Context,
  sourceId: string,
  { ledger, archive }: { ledger: Ledger; archive: Archive },
): Promise<IngestedCounts> {
  const sum: IngestedCounts = { read: 0, new: 0, changed: 0, unchanged: 0, skipped: 0, repaired: 0 };
  const waiting = await ledger.notIngested(sourceId);
  for (let at = 0; at < waiting.length; at += pagesPerCall) {
    context.signal.throwIfAborted();
    const whole = await wholePages(context, archive, waiting.slice(at, at + pagesPerCall));
    if (whole.length === 0) continue;
    const counts = await ingestFiles(
      context,
      whole.map((page) => page.path),
    );
    sum.read += counts.read;
    sum.new += counts.new;
    sum.changed += counts.changed;
    sum.unchanged += counts.unchanged;
    sum.skipped += counts.skipped;
    sum.repaired += counts.repaired;
    await ledger.markIngested(
      sourceId,
      whole.map((page) => page.entry),
      context.clock.now(),
    );
  }
  return sum;
}

async function wholePages(
  context: Context,
  archive: Archive,
  entries: readonly WindowEntry[],
): Promise<{ entry: WindowEntry; path: string }[]> {
  const whole: { entry: WindowEntry; path: string }[] = [];
  for (const entry of entries) {
    if (entry.archived === null) continue;
    const state = await archive.check(entry.archived);
    if (state === 'whole') whole.push({ entry, path: archive.pathOf(entry.archived) });
    else {
      context.reporter.warn(
        `The archived page ${entry.archived.path} is ${state} and was left out. \`sourcing harvest --resume\` fetches it again.`,
      );
    }
  }
  return whole;
}
