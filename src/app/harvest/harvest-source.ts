import { z } from 'zod';
import type { Source } from '../../sources/_source.ts';
import type { ValueOperation } from '../operation.ts';
import { operation } from '../operation.ts';
import { createDatabaseLedger } from './database-ledger.ts';
import { readRange } from './read-range.ts';
import { harvestOutput, presentHarvest, runHarvest } from './run-harvest.ts';

const harvestInput = z.strictObject({
  from: z
    .string()
    .optional()
    .describe('Beginning: a day, a London time or an instant. Left out: where the last harvest ended.'),
  to: z.string().optional().describe('End, itself not included: a day means its midnight. Left out: now.'),
  ingest: z.boolean().default(true).describe('Put what is archived into the register as well.'),
});

/**
 * Declares the harvest of one source: `sourcing harvest <source> --from … --to …`.
 *
 * @example export const harvestFindATender = harvestOperation(findATender)
 */
export function harvestOperation(source: Source): ValueOperation<typeof harvestInput, typeof harvestOutput> {
  return operation({
    id: `harvest.${source.id}`,
    summary: `Read notices from ${source.title} into the archive and the register.`,
    kind: 'job',
    access: 'operator',
    surfaces: ['cli'],
    input: harvestInput,
    output: harvestOutput,
    async run(context, { from, to, ingest }) {
      const ledger = createDatabaseLedger(await context.register());
      const known = await ledger.windows(source.id, null);
      const range = readRange(source, { from, to }, known.at(-1)?.to ?? null, context.clock.now());
      return runHarvest(context, {
        source,
        range,
        isContinuing: from === undefined,
        isIngesting: ingest,
        ledger,
      });
    },
    present: presentHarvest,
    exitCode: (output) => (output.ingested !== null && output.ingested.skipped > 0 ? 1 : 0),
  });
}
