import { z } from 'zod';
import type { Operation } from '../../src/app/operation.ts';
import { operation, streamOperation } from '../../src/app/operation.ts';
import { AppError } from '../../src/lib/errors.ts';

/** Operations of every kind that need nothing, for tests of what is derived from operations. */
export const listBoats = operation({
  id: 'boats.find',
  summary: 'Find boats.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'name',
  input: z.strictObject({
    name: z.string().max(20, 'A name has at most 20 letters.').optional().describe('Name of the boat'),
    harbour: z.array(z.string()).default([]).describe('Harbours'),
    sailType: z
      .array(z.enum(['gaff', 'lug']))
      .default([])
      .describe('Rigs'),
    limit: z.number().int().min(1).max(100).default(20).describe('Rows'),
    afloat: z.boolean().default(true).describe('Only those afloat'),
  }),
  output: z.object({
    asked: z.record(z.string(), z.unknown()),
    items: z.array(z.object({ name: z.string(), metres: z.number() })),
  }),
  run: async (_, input) => {
    if (input.name === 'missing')
      throw new AppError('not-found', 'No boat is called missing. Look for another.');
    if (input.name === 'bug') throw new TypeError('cannot read the hull');
    return {
      asked: input,
      items: [
        { name: 'Mari', metres: 7 },
        { name: 'Gwylan', metres: 12.5 },
      ],
    };
  },
});

/** Rows with columns; `fail` says after how many rows the source breaks. */
export const exportBoats = streamOperation({
  id: 'boats.export',
  summary: 'Export boats.',
  kind: 'stream',
  access: 'public',
  surfaces: ['api', 'cli'],
  columns: ['name', 'metres'],
  input: z.strictObject({
    count: z.number().int().default(2).describe('Rows'),
    fail: z.number().int().optional().describe('Break after'),
  }),
  run: async function* run(context, { count, fail }) {
    for (let i = 0; i < count; i += 1) {
      if (i === fail) throw new AppError('database-unavailable', 'The harbour has gone. Try again.');
      context.signal.throwIfAborted();
      yield await Promise.resolve({ name: `Boat ${i}`, metres: i });
    }
  },
});

/** Text lines, on the command line only. */
export const readLog = streamOperation({
  id: 'boats.log',
  summary: 'Print the log of files.',
  kind: 'stream',
  access: 'operator',
  surfaces: ['cli'],
  command: ['log'],
  positional: 'files',
  input: z.strictObject({ files: z.array(z.string()).default([]).describe('Files') }),
  run: async function* run(context, { files }) {
    for (const file of files) yield await Promise.resolve(`line of ${file}`);
    if (files.includes('torn')) context.reporter.skipped(1);
  },
});

/** A change. */
export const launchBoat = operation({
  id: 'boats.launch',
  summary: 'Launch a boat.',
  kind: 'write',
  access: 'operator',
  surfaces: ['api', 'cli'],
  positional: 'name',
  input: z.strictObject({ name: z.string().describe('Name') }),
  output: z.object({ name: z.string(), isAfloat: z.boolean() }),
  run: async (_, { name }) => ({ name, isAfloat: true }),
  present: ({ name }) => `${name} is afloat.`,
});

export const boatOperations: readonly Operation[] = [listBoats, exportBoats, readLog, launchBoat];
