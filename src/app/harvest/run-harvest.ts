import { join } from 'node:path';
import { z } from 'zod';
import { minimise } from '../../domain/notices/minimise.ts';
import { AppError } from '../../lib/errors.ts';
import { createHttpClient } from '../../lib/http-client.ts';
import { isProcessGone, processName } from '../../lib/process-name.ts';
import { systemSleep } from '../../lib/sleep.ts';
import type { Source, Window } from '../../sources/_source.ts';
import { createFileArchive } from '../../sources/archive.ts';
import { harvest } from '../../sources/harvester.ts';
import type { HarvestPorts } from '../../sources/harvester.ts';
import { withHarvestLease } from '../../sources/lease.ts';
import type { Ledger } from '../../sources/ledger.ts';
import { defaultPatience } from '../../sources/publisher.ts';
import type { Context } from '../context.ts';
import { countText } from '../count-text.ts';
import type { IngestedCounts } from './ingest-archived.ts';
import { ingestArchived } from './ingest-archived.ts';

const count = z.number().int();

/** What a harvest answers. */
export const harvestOutput = z.object({
  source: z.string(),
  from: z.string().nullable().describe('Beginning in London time; null when open windows were read.'),
  to: z.string().nullable(),
  windows: count.describe('Windows read and archived.'),
  requests: count,
  releases: count.describe(
    'Releases received and archived: a notice that lies in two windows, or is published twice, counts twice.',
  ),
  notices: count.describe('Different notices among them.'),
  splits: count.describe('Windows that came back full and were parted in two.'),
  absent: count.describe('Notice numbers that the publisher does not have.'),
  bytes: count.describe('Bytes received.'),
  repairedBytes: count.describe('Bytes that were not UTF-8 and were read as Latin-1.'),
  removedContacts: count.describe('Places from which personal contact data was removed.'),
  ingested: z
    .object({ read: count, new: count, changed: count, unchanged: count, skipped: count, repaired: count })
    .nullable()
    .describe('What reached the register; null with --no-ingest.'),
});

/** See {@link harvestOutput}. */
export type HarvestOutput = z.output<typeof harvestOutput>;

/** What to harvest; `range` null goes on with what is open. */
export type HarvestTask = {
  source: Source;
  range: Window | null;
  /** Also read what earlier harvests left open outside the range. */
  isContinuing: boolean;
  isIngesting: boolean;
  ledger: Ledger;
};

/**
 * Harvests one source into the archive, then the register, while no other process does.
 *
 * @throws AppError publisher-unreachable, machine-resource (another harvest runs), interrupted, bad-request
 */
export async function runHarvest(context: Context, task: HarvestTask): Promise<HarvestOutput> {
  const { source, range, isContinuing, ledger } = task;
  const archive = createFileArchive(join(context.dataDir, 'archive'));
  const holder = { name: processName(), isGone: isProcessGone };
  const ingest = async (): Promise<IngestedCounts | null> =>
    task.isIngesting ? ingestArchived(context, source.id, { ledger, archive }) : null;
  try {
    const summary = await withHarvestLease(
      source,
      { ledger, clock: context.clock, signal: context.signal, holder },
      (signal) =>
        harvest(
          {
            source,
            base: baseOf(context, source),
            range,
            isContinuing,
            patience: { ...defaultPatience, paceMs: paceOf(context, source) },
          },
          portsOf(context, source, { ledger, archive, signal }),
        ),
    );
    return {
      source: source.id,
      from: range?.from ?? null,
      to: range?.to ?? null,
      ...summary,
      ingested: await ingest(),
    };
  } catch (error) {
    if (context.signal.aborted) {
      throw new AppError(
        'interrupted',
        'Stopped. What was read is kept; go on with `sourcing harvest --resume`.',
        { cause: error },
      );
    }
    // What came before the publisher failed is worth having now.
    if (error instanceof AppError && error.code === 'publisher-unreachable') await ingest();
    throw error;
  }
}

function portsOf(
  context: Context,
  source: Source,
  { ledger, archive, signal }: Pick<HarvestPorts, 'ledger' | 'archive' | 'signal'>,
): HarvestPorts {
  return {
    http: createHttpClient('digital-sourcing harvester'),
    clock: context.clock,
    sleep: systemSleep,
    signal,
    say: (message) => context.reporter.warn(message),
    archive,
    ledger,
    minimise,
    progress: (done, total) =>
      context.reporter.progress({ label: source.title, done, total, unit: 'windows' }),
  };
}

function baseOf(context: Context, source: Source): string {
  const base = context.settings[source.urlSetting];
  if (base !== undefined && base !== '') return base;
  throw new AppError(
    'bad-request',
    `The setting ${source.urlSetting} is empty. Set it to the address of ${source.title}.`,
  );
}

function paceOf(context: Context, source: Source): number {
  const given = context.settings['HARVEST_PACE_MS'];
  return given === undefined || given === '' ? source.paceMs : Number(given);
}

/** A harvest in a sentence or two. */
export function presentHarvest(output: HarvestOutput): string {
  const { windows, requests, splits, absent, bytes, ingested } = output;
  const held = `${countText(output.notices, 'notice')} (${countText(output.releases, 'release')} received)`;
  const read = `${output.source}: ${held} in ${countText(windows, 'window')} (${countText(requests, 'request')}, ${megabytes(bytes)}; ${countText(splits, 'full window')} parted, ${countText(absent, 'number')} absent).`;
  if (ingested === null)
    return `${read}\nArchived only. \`sourcing ingest\` of the archive, or the next harvest, puts them into the register.`;
  return `${read}\nRegister: ${ingested.new} new, ${ingested.changed} changed what was held, ${ingested.unchanged} held already, ${ingested.skipped} skipped.`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
