import { z } from 'zod';
import { londonDayOf } from '../../lib/days.ts';
import { generateSample, leastProcesses } from '../../sample/generate-releases.ts';
import { streamOperation } from '../operation.ts';
import { openTruthFile } from './truth-file.ts';

/** How many processes the sample has unless told otherwise: enough for every page, quick to fill. */
export const defaultProcesses = 4_000;

/** Writes the sample market: releases as they could be published, and the truth about them in a second file. */
export const generateSampleMarket = streamOperation({
  id: 'sample.generate',
  command: ['sample'],
  summary: 'Write an invented market as OCDS releases, one per line.',
  kind: 'stream',
  access: 'operator',
  surfaces: ['cli'],
  input: z.strictObject({
    processes: z
      .int()
      .min(leastProcesses)
      .max(10_000_000)
      .default(defaultProcesses)
      .describe(`How many processes, at least ${leastProcesses}.`),
    seed: z.int().min(0).default(1).describe('The same seed, number and day give the same bytes.'),
    asOf: z.iso
      .date()
      .refine((day) => day >= '2026-01-01' && day < '2100-01-01', 'a day from 2026 to 2099')
      .optional()
      .describe('The day that the market is seen on; today where left out.'),
    truth: z
      .string()
      .refine((path) => path !== '-', 'Name a file; standard output carries the releases.')
      .optional()
      .meta({
        description: 'File for the truth: segment, supplier and outcome, one JSON line each.',
        format: 'file',
      }),
    portals: z
      .boolean()
      .optional()
      .describe('Publish a part of the processes on a second portal too; the truth says which.'),
    spread: z.boolean().default(false).describe('Put the releases of one process far apart.'),
  }),
  run: async function* run(context, { processes, seed, asOf, truth, spread, portals }) {
    const day = asOf ?? londonDayOf(context.clock.now());
    const file = truth === undefined ? null : await openTruthFile(truth);
    let done = 0;
    try {
      for (const { line, plan, isFirst } of generateSample({
        processes,
        seed,
        asOf: day,
        spread,
        portals: portals ?? false,
      })) {
        if (isFirst) {
          if (file !== null) await file.write(plan);
          done += 1;
          if (done % 1_000 === 0) {
            context.signal.throwIfAborted();
            context.reporter.progress({
              label: 'Writing the sample market',
              done,
              total: processes,
              unit: 'processes',
            });
          }
        }
        yield line;
      }
      await file?.finish();
    } finally {
      await file?.close();
    }
  },
});
