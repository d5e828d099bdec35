import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { createDatabaseLedger } from './database-ledger.ts';
import { knownSources } from './known-sources.ts';
import type { HarvestOutput } from './run-harvest.ts';
import { harvestOutput, presentHarvest, runHarvest } from './run-harvest.ts';

/**
 * `sourcing harvest --resume`: goes on with every source where it stopped. Windows that were planned, in flight, failed
 * or read before they were final are asked for; archived pages are checked, and damaged ones fetched again.
 */
export const harvestResume = operation({
  id: 'harvest.resume',
  command: ['harvest'],
  summary: 'Go on with the harvests that were stopped: sourcing harvest --resume.',
  kind: 'job',
  access: 'operator',
  surfaces: ['cli'],
  input: z.strictObject({
    resume: z.boolean().default(false).describe('Go on where the last harvest stopped.'),
    ingest: z.boolean().default(true).describe('Put what is archived into the register as well.'),
  }),
  output: z.object({ harvests: z.array(harvestOutput) }),
  async run(context, { resume, ingest }) {
    if (!resume) {
      const names = knownSources.map((source) => `"sourcing harvest ${source.id} --from DAY"`).join(', ');
      throw new AppError(
        'bad-request',
        `Say what to harvest: ${names}, or "sourcing harvest --resume" to go on.`,
      );
    }
    const ledger = createDatabaseLedger(await context.register());
    const started = new Set((await ledger.counts()).map((row) => row.source));
    const harvests: HarvestOutput[] = [];
    const failures: AppError[] = [];
    for (const source of knownSources.filter(({ id }) => started.has(id))) {
      try {
        harvests.push(
          await runHarvest(context, { source, range: null, isContinuing: true, isIngesting: ingest, ledger }),
        );
      } catch (error) {
        // One publisher that is down doesn't keep the others from being read.
        if (!(error instanceof AppError) || error.code !== 'publisher-unreachable') throw error;
        failures.push(error);
      }
    }
    if (failures[0] !== undefined) throw failures[0];
    return { harvests };
  },
  present: ({ harvests }) =>
    harvests.length === 0
      ? 'Nothing was harvested yet, so there is nothing to go on with.'
      : harvests.map(presentHarvest).join('\n'),
});
