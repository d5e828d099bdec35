import { z } from 'zod';
import { operation } from '../operation.ts';
import { getCase } from './case-store.ts';
import { caseField } from './case-views.ts';
import { chainFaults, getRecord } from './record/record-store.ts';
import { recordFileName } from './record/record-views.ts';
import { isConfirmed, verdictSentences } from './record/verdict-text.ts';
import { recordVerdicts, verifyRecord } from './record/verify-record.ts';

/** Shows a record of a case, and confirms it where that is asked. */
export const showRecord = operation({
  id: 'decisions.record',
  summary: 'Print a record of a sourcing case as its file holds it, or verify it.',
  kind: 'read',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'case',
  input: z.strictObject({
    case: caseField,
    number: z.coerce.number().int().min(1).optional().describe('Number of the record; left out, the newest.'),
    verify: z
      .stringbool()
      .or(z.boolean())
      .default(false)
      .describe('Checks hash and chain and works every figure out anew; takes some seconds.'),
  }),
  output: z.object({
    number: z.number().int(),
    file: z.string().describe('Name of its file, with the marking.'),
    text: z.string().describe('The file: JSON, byte for byte what its hash was made of.'),
    verified: z
      .object({ verdict: z.enum(recordVerdicts), isConfirmed: z.boolean(), says: z.array(z.string()) })
      .nullable(),
  }),
  present: ({ text, verified }) =>
    verified === null ? text.replace(/\n$/u, '') : verified.says.join('\n'),
  exitCode: ({ verified }) => (verified?.isConfirmed === false ? 1 : 0),
  run: async (context, { case: id, number, verify }) => {
    const stored = await getRecord(context, id, number);
    const { record, text } = stored;
    const { marking } = record ?? (await getCase(context, id)).document;
    const file = recordFileName({ case: id, number: stored.number, marking });
    return { number: stored.number, file, text, verified: verify ? await verified() : null };

    async function verified(): Promise<{ verdict: (typeof recordVerdicts)[number]; isConfirmed: boolean; says: string[] }> {
      const chain = await chainFaults(context, id, stored.number);
      const found = { ...(await verifyRecord(context, text)), chain, otherHash: null };
      return { verdict: found.verdict, isConfirmed: isConfirmed(found), says: verdictSentences(found) };
    }
  },
}); // prettier-ignore
