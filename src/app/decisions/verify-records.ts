import { z } from 'zod';
import { checkChain } from '../../domain/decisions/record/check-chain.ts';
import { decodeText } from '../../lib/decode-text.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { operation } from '../operation.ts';
import { readInputFile } from './case-file.ts';
import { caseField } from './case-views.ts';
import { getRecord, listRecords } from './record/record-store.ts';
import { isConfirmed, verdictSentences, type FoundFaults } from './record/verdict-text.ts';
import { recordVerdicts, verifyRecord } from './record/verify-record.ts';

/** A record to be verified: the text of its file, and what it is called. */
type Given = { name: string; text: string };

/** Verifies records of sourcing decisions. */
export const verifyRecords = operation({
  id: 'decisions.verify',
  summary: 'Verify records of sourcing decisions: hash and chain, and every figure worked out anew.',
  kind: 'job',
  access: 'body',
  surfaces: ['cli'],
  positional: 'file',
  input: z.strictObject({
    file: z
      .array(z.string())
      .default([])
      .describe('Records as files; "-" is standard input, which is read where neither file nor case is named.'),
    case: caseField.optional().describe('Verifies records of this case that are kept here.'),
    number: z.coerce.number().int().min(1).optional().describe('Number of the record; left out, all of the case.'),
    hash: z
      .string()
      .regex(/^[0-9a-f]{64}$/u, 'a SHA-256: 64 digits of 0 to 9 and a to f')
      .optional()
      .describe('The hash that was kept elsewhere, such as on a printed pack: the last record must have it.'),
  }),
  output: z.object({
    isConfirmed: z.boolean(),
    records: z.array(
      z.object({
        name: z.string(),
        case: z.string().nullable(),
        number: z.number().int().nullable(),
        hash: z.string().nullable(),
        verdict: z.enum(recordVerdicts),
        isConfirmed: z.boolean(),
        says: z.array(z.string()),
      }),
    ),
  }),
  present: ({ records }) =>
    records
      .map(({ name, case: id, number, hash, says }) =>
        [
          id === null ? name : `${name}: ${id}${number === null ? '' : `, record ${number}`}`,
          ...says,
          ...(hash === null ? [] : [`Hash: ${hash}`]),
        ].join('\n'),
      )
      .join('\n\n'),
  exitCode: (answer) => (answer.isConfirmed ? 0 : 1),
  run: async (context, { file, case: id, number, hash }) => {
    const given = id === undefined ? await readFiles(context, file) : await readKept(context, id, number);
    const verified = [];
    for (const { name, text } of given) verified.push({ name, found: await verifyRecord(context, text) });
    const whole = verified.flatMap(({ found: { record, faults } }) =>
      record === null || faults.length > 0 ? [] : [record],
    );
    const records = verified.map(({ name, found }, at) => {
      const { record, verdict } = found;
      const all: FoundFaults = {
        ...found,
        chain: checkChain(whole).filter((one) => record !== null && one.number === record.number && one.case === record.case),
        otherHash: hash !== undefined && at === verified.length - 1 && record?.hash !== hash ? hash : null,
      };
      return {
        name,
        case: record?.case ?? null,
        number: record?.number ?? null,
        hash: record?.hash ?? null,
        verdict,
        isConfirmed: isConfirmed(all),
        says: verdictSentences(all),
      };
    });
    return { isConfirmed: records.every((one) => one.isConfirmed), records };
  },
}); // prettier-ignore

async function readFiles(context: Context, files: readonly string[]): Promise<Given[]> {
  const given: Given[] = [];
  for (const name of files.length === 0 ? ['-'] : files) {
    const { text } = decodeText(await readInputFile(context, name));
    given.push({ name: name === '-' ? 'standard input' : name, text });
  }
  return given;
}

/** All records of a case; with a number those up to it, since each rests on the one before. */
async function readKept(context: Context, id: string, number: number | undefined): Promise<Given[]> {
  const numbers = (await listRecords(context, id)).map((row) => row.number);
  const wanted = numbers.filter((one) => one <= (number ?? one));
  if (wanted.length === 0 || (number !== undefined && !numbers.includes(number)))
    throw new AppError(
      'not-found',
      number === undefined
        ? `The case "${id}" has no record: one is made when somebody approves or refuses it.`
        : `The case "${id}" has no record ${number}. "sourcing decisions records ${id}" lists them.`,
    );
  const records = await Promise.all(wanted.map(async (one) => getRecord(context, id, one)));
  return records.map((record) => ({ name: `Record ${record.number}`, text: record.text }));
}
