import { startRun, updateRun, type RunCounts, type RunProblem } from '../../db/queries/ingest-runs.ts';
import type { Register } from '../../db/register.ts';
import { AppError } from '../../lib/errors.ts';
import { takeTurns } from '../../lib/take-turns.ts';
import { plainText } from '../../ocds/plain-text.ts';
import type { ReadRelease } from '../../ocds/reader.ts';
import { describeRepair } from '../../ocds/repair.ts';
import type { Context } from '../context.ts';
import { evidenceMemory } from './evidence-memory.ts';
import { isRefusal, type ReceivedRelease } from './read-batch.ts';
import { openReceiver, type Receiver } from './receive-releases.ts';
import { planBatch, type RunTools, type Plan } from './plan-batch.ts';
import { refreshSummaries } from './refresh-summaries.ts';
import { storeBatch, type BatchResult } from './store-batch.ts';

/** What one run did. Counts are of releases, but `newProcesses` and `changedProcesses`. */
export type IngestSummary = RunCounts & {
  problems: RunProblem[];
  /** What was mended, release by release; the first hundred. */
  repairs: RunProblem[];
  /** Which notices came with other content than is held; the first hundred. */
  changes: RunProblem[];
  newProcesses: number;
  changedProcesses: number;
};

/** Releases per transaction: measured, half as many cost a twentieth more, twice as many a fiftieth less and make other writers wait. */
const batchSize = 800;
/** Batches that are computed before the one that is being written is done: with one, the thread that computes has to wait. */
const batchesAhead = 2;
/** Characters per transaction: releases of half a megabyte each would take memory by the hundred, and several batches are under way. */
const batchCharacters = 8 * 1024 * 1024;
/** Problems kept with a run; all are reported as they come. */
const problemsKept = 100;
type Report = (problem: RunProblem) => void;

/** Where releases come from: a stream that reports what it can't read. */
export type ReleaseStream = {
  inputs: readonly string[];
  read(onProblem: Report): AsyncIterable<ReadRelease>;
  /** Number of releases, where it is known beforehand; for progress only. */
  total: number | null;
};

/**
 * Reads, repairs, merges and stores releases. May be stopped and run again at any moment: what was stored stays, what
 * is held already is recognised, and the result doesn't depend on the order or on how the input was cut up.
 *
 * @throws AppError of the database, after closing the run with what was stored until then
 */
export async function ingestReleases(context: Context, stream: ReleaseStream): Promise<IngestSummary> {
  const register = await context.register();
  const summary: IngestSummary = {
    read: 0, new: 0, changed: 0, unchanged: 0, repaired: 0, skipped: 0, problems: [], repairs: [], changes: [], newProcesses: 0, changedProcesses: 0,
  }; // prettier-ignore
  const runId = await startRun(register, context.clock.now().toISOString(), stream.inputs.slice(0, 50));
  const report: Report = (found) => {
    const problem = withoutPlace(found);
    summary.skipped += 1;
    if (summary.problems.length < problemsKept) summary.problems.push(problem);
    context.reporter.warn(`${problem.input}, line ${problem.line}: ${problem.message}`);
  };
  const close = async (finishedAt: string | null): Promise<void> => {
    await register.write(async (transaction) => {
      await updateRun(transaction, runId, { counts: summary, problems: summary.problems, finishedAt });
    });
  };
  const receiver = openReceiver(context.reference);
  const tools: RunTools = {
    reference: context.reference,
    compute: async (processes) => receiver.compute(processes),
    memory: evidenceMemory(),
  };
  // What was begun: batches are stored one after the other, and a failure keeps those after it from being stored.
  let stored: Promise<void> = Promise.resolve();
  try {
    const begun: Promise<void>[] = [];
    for await (const batch of receivedOf(batchesOf(stream, summary, report), receiver, report)) {
      if (batch.length === 0) continue;
      // This batch is read and computed while those before are written. What they change is noticed in the transaction.
      const first = planBatch(register, tools, batch);
      first.catch(() => undefined);
      stored = after(stored, async () => {
        context.signal.throwIfAborted();
        await storeHalving(context, register, { batch, first, tools }, { summary, report });
      });
      // A failure is thrown when its turn comes to be waited for.
      stored.catch(() => undefined);
      begun.push(stored);
      if (begun.length > batchesAhead) await begun.shift();
      context.reporter.progress({
        label: 'Storing notices',
        done: summary.read,
        total: stream.total,
        unit: 'notices',
      });
    }
    await stored;
    await refreshSummaries(context, register);
  } catch (error) {
    await stored.catch(() => undefined);
    await close(null).catch(() => undefined);
    if (context.signal.aborted) {
      throw new AppError(
        'interrupted',
        'Stopped. What was stored stays; run the same command again to go on.',
        { cause: error },
      );
    }
    throw error;
  } finally {
    await receiver.close();
  }
  await close(context.clock.now().toISOString());
  return summary;
}

/** The reader names the place in its sentence; here it stands beside it, so that a page can leave the folder out. */
function withoutPlace({ input, line, message }: RunProblem): RunProblem {
  const place = [`${input} line ${line} `, `${input} `].find((start) => message.startsWith(start));
  return { input, line, message: place === undefined ? message : `It ${message.slice(place.length)}` };
}

/** Releases as read, a batch at a time. */
async function* batchesOf(
  stream: ReleaseStream,
  summary: IngestSummary,
  report: Report,
): AsyncGenerator<ReadRelease[]> {
  let batch: ReadRelease[] = [];
  let characters = 0;
  const yieldTurn = takeTurns();
  for await (const read of stream.read(report)) {
    summary.read += 1;
    if (read.repairs.length > 0) noteRepairs(summary, read);
    // Neighbouring notices of one process stay together, so that it is computed once.
    const isNextProcess = batch.at(-1)?.release['ocid'] !== read.release['ocid'];
    const isFull = batch.length >= batchSize || characters >= batchCharacters;
    if (isFull && (isNextProcess || batch.length >= 4 * batchSize || characters >= 4 * batchCharacters)) {
      yield batch;
      batch = [];
      characters = 0;
    }
    batch.push(read);
    characters += read.text.length;
    await yieldTurn();
  }
  if (batch.length > 0) yield batch;
}

function noteRepairs(summary: IngestSummary, { release, repairs, origin }: ReadRelease): void {
  summary.repaired += 1;
  if (summary.repairs.length >= problemsKept) return;
  const what = repairs.map(describeRepair).join(', ');
  summary.repairs.push({
    ...origin,
    message: `${plainText(release['id']) || 'a release without an id'}, ${what}`,
  });
}

type Answer = ReturnType<Receiver['receive']>;

/** The same, prepared for storing: one batch is prepared while the one before it goes on. */
async function* receivedOf(
  batches: AsyncIterable<ReadRelease[]>,
  receiver: Receiver,
  report: Report,
): AsyncGenerator<ReceivedRelease[]> {
  const accept = async (answer: Answer): Promise<ReceivedRelease[]> => {
    const accepted: ReceivedRelease[] = [];
    for (const each of await answer) {
      if (isRefusal(each)) report(each);
      else accepted.push(each);
    }
    return accepted;
  };
  let before: Answer | null = null;
  for await (const batch of batches) {
    const received = receiver.receive(batch);
    // A failure is thrown when its turn comes.
    received.catch(() => undefined);
    if (before !== null) yield await accept(before);
    before = received;
  }
  if (before !== null) yield await accept(before);
}

/**
 * Stores a batch; where the database refuses a value, halves it until the faulty release stands alone, and reports that one.
 * What the database refuses as a whole (gone, full) is thrown.
 */
async function storeHalving(
  context: Context,
  register: Register,
  work: { batch: readonly ReceivedRelease[]; first?: Promise<Plan>; tools: RunTools },
  run: { summary: IngestSummary; report: Report },
): Promise<void> {
  const { batch, first, tools } = work;
  try {
    const receivedAt = context.clock.now().toISOString();
    const options = first === undefined ? { receivedAt } : { receivedAt, first };
    addResult(run.summary, await storeBatch(register, tools, batch, options));
  } catch (error) {
    if (error instanceof AppError) throw error;
    const [only] = batch;
    if (batch.length === 1 && only !== undefined) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `The release ${only.packed.releaseId} could not be stored (${reason}); it was left out. Correct it and give it again.`;
      run.report({ ...placeOf(only.packed.origin), message });
      return;
    }
    const middle = Math.ceil(batch.length / 2);
    await storeHalving(context, register, { batch: batch.slice(0, middle), tools }, run);
    await storeHalving(context, register, { batch: batch.slice(middle), tools }, run);
  }
}

async function after(before: Promise<void>, run: () => Promise<void>): Promise<void> {
  await before;
  await run();
}

/** Input and line of an origin as it is stored: `notices.jsonl:12`. */
function placeOf(origin: string): { input: string; line: number } {
  const colon = origin.lastIndexOf(':');
  return { input: origin.slice(0, colon), line: Number(origin.slice(colon + 1)) };
}

function addResult(summary: IngestSummary, result: BatchResult): void {
  summary.new += result.newReleases - result.changedReleases.length;
  summary.changed += result.changedReleases.length;
  for (const { packed } of result.changedReleases.slice(0, problemsKept - summary.changes.length)) {
    const message = `${packed.releaseId} of ${packed.ocid} is held with other content; both are kept.`;
    summary.changes.push({ ...placeOf(packed.origin), message });
  }
  summary.unchanged += result.heldReleases;
  summary.newProcesses += result.newProcesses;
  summary.changedProcesses += result.changedProcesses;
}
