import { z } from 'zod';
import { checkChain } from '../../domain/decisions/record/check-chain.ts';
import { decodeText } from '../../lib/decode-text.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { operation } from '../operation.ts';
import { readInputFile } from './case-file.ts';
import { caseField } from './case-views.ts';
import { recordVerdicts } from './record/record-views.ts';
import { verdictSentences } from './record/verdict-text.ts';
import { verifyRecord, type VerifiedRecord } from './record/verify-record.ts';

/** Verifies records of sourcing decisions. */
export const verifyRecords = operation({
  id: 'decisions.verify',
  summary: 'Verify records of sourcing decisions: hash and chain, and every figure worked out anew.',
  kind: 'job',
  access: 'public',
  surfaces: ['cli'],
  positional: 'file',
  input: z.strictObject({
    file: z
      .array(z.string())
      .default([])
      .describe('Records as files; "-" is standard input, which is also read where nothing is named.'),
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
        file: z.string(),
        case: z.string().nullable(),
        number: z.number().int().nullable(),
        hash: z.string().nullable(),
        verdict: z.enum(recordVerdicts),
        says: z.array(z.string()),
      }),
    ),
  }),
  present: ({ records }) =>
    records
      .map(({ file, case: id, number, hash, says }) =>
        [
          `${file}: ${id ?? 'no record'}${number === null ? '' : `, record ${number}`}${hash === null ? '' : `, ${hash}`}`,
          ...says.map((sentence) => `  ${sentence}`),
        ].join('\n'),
      )
      .join('\n\n'),
  exitCode: ({ isConfirmed }) => (isConfirmed ? 0 : 1),
  run: async (context, { file, hash }) => {
    const names = file.length === 0 ? ['-'] : file;
    const verified = [];
    for (const name of names) verified.push({ name, ...(await verifyFile(context, name)) });
    return judge(verified, hash);
  },
});
