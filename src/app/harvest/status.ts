import { z } from 'zod';
import type { Source } from '../../sources/_source.ts';
import type { Ledger, LedgerCounts } from '../../sources/ledger.ts';
import { operation } from '../operation.ts';
import { createDatabaseLedger } from './database-ledger.ts';
import { knownSources } from './known-sources.ts';

const count = z.number().int();

const sourceStatus = z.object({
  source: z.string(),
  title: z.string(),
  from: z.string().nullable().describe('Beginning of the first window known, in London time.'),
  to: z.string().nullable().describe('End of the last window known.'),
  lastFetchedAt: z.string().nullable(),
  windows: z.object({ done: count, planned: count, fetching: count, failed: count }),
  notIngested: count.describe('Archived windows whose releases are not in the register yet.'),
  archivedBytes: count,
  running: z
    .object({ holder: z.string(), until: z.string() })
    .nullable()
    .describe('The process that harvests it now, and when it is given up unless it renews.'),
  years: z.array(
    z.object({
      year: count,
      issued: count
        .nullable()
        .describe('Highest notice number seen; null where the publisher does not number.'),
      held: count,
      absent: count.describe('Numbers that the publisher does not have.'),
      unaccounted: count.nullable().describe('Numbers neither held nor known to be absent.'),
    }),
  ),
});

type SourceStatus = z.output<typeof sourceStatus>;

/** `sourcing harvest status`: what is held and what is missing, by source and year. */
export const harvestStatus = operation({
  id: 'harvest.status',
  summary:
    'Show what was harvested, what is open, and how many of the numbers issued each year are held or absent.',
  kind: 'read',
  access: 'operator',
  surfaces: ['cli'],
  input: z.strictObject({}),
  output: z.object({ sources: z.array(sourceStatus) }),
  async run(context) {
    const ledger = createDatabaseLedger(await context.register());
    const counts = await ledger.counts();
    const sources: SourceStatus[] = [];
    for (const source of knownSources) {
      const own = counts.filter((row) => row.source === source.id);
      sources.push(await describeSource(source, own, { ledger, now: context.clock.now() }));
    }
    return { sources };
  },
  present: ({ sources }) => sources.map(presentSource).join('\n\n'),
});

async function describeSource(
  source: Source,
  counts: readonly LedgerCounts[],
  { ledger, now }: { ledger: Ledger; now: Date },
): Promise<SourceStatus> {
  const windowsIn = (state: LedgerCounts['state']): number =>
    counts.find((row) => row.state === state)?.windows ?? 0;
  const lease = await ledger.leaseOf(source.id);
  const fetched = counts.flatMap((row) =>
    row.lastFetchedAt === null ? [] : [row.lastFetchedAt.toISOString()],
  );
  return {
    source: source.id,
    title: source.title,
    from: counts.map((row) => row.from).sort()[0] ?? null,
    to:
      counts
        .map((row) => row.to)
        .sort()
        .at(-1) ?? null,
    lastFetchedAt: fetched.sort().at(-1) ?? null,
    windows: {
      done: windowsIn('done'),
      planned: windowsIn('planned'),
      fetching: windowsIn('fetching'),
      failed: windowsIn('failed'),
    },
    notIngested: (await ledger.notIngested(source.id)).length,
    archivedBytes: counts.reduce((sum, row) => sum + row.archivedBytes, 0),
    running:
      lease !== null && lease.until > now ? { holder: lease.holder, until: lease.until.toISOString() } : null,
    years: (await ledger.completeness(source.id)).map((year) => ({
      ...year,
      unaccounted: year.issued === null ? null : Math.max(0, year.issued - year.held - year.absent),
    })),
  };
}

function presentSource(status: SourceStatus): string {
  if (status.from === null)
    return `${status.title}: nothing harvested yet. Begin with "sourcing harvest ${status.source} --from DAY".`;
  const { done, planned, fetching, failed } = status.windows;
  const lines = [
    `${status.title}: ${status.from} to ${status.to ?? ''} (London), last read ${status.lastFetchedAt ?? 'never'}`,
    `  windows: ${done} done, ${planned + fetching} open, ${failed} failed; ${status.notIngested} not yet in the register; archive ${(status.archivedBytes / 1_000_000).toFixed(1)} MB`,
  ];
  if (status.running !== null) lines.push(`  being harvested by ${status.running.holder}`);
  else if (planned + fetching + failed > 0) lines.push('  go on with "sourcing harvest --resume"');
  if (status.years.length > 0) lines.push('  year    issued      held    absent  unaccounted');
  for (const { year, issued, held, absent, unaccounted } of status.years) {
    lines.push(`  ${year}  ${cell(issued)}  ${cell(held)}  ${cell(absent)}  ${cell(unaccounted, 11)}`);
  }
  return lines.join('\n');
}

function cell(value: number | null, width = 8): string {
  return (value === null ? '–' : String(value)).padStart(width);
}
