import { z } from 'zod';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { AppError } from '../../lib/errors.ts';
import { readInputFile } from '../decisions/case-file.ts';
import { operation } from '../operation.ts';
import { checkContract } from './check-contract.ts';
import { checkDraft } from './check-draft.ts';
import { checkReportText } from './check-text.ts';
import { checkReport } from './check-views.ts';
import { readDraft } from './read-draft.ts';

/** Runs the checks of a segment’s playbook on a contract of the register or on a draft tender. */
export const checkSegment = operation({
  id: 'segments.check',
  summary: 'Check a contract of the register, or a draft tender, against the playbook of its segment.',
  kind: 'read',
  access: 'public',
  surfaces: ['cli'],
  input: z.strictObject({
    contract: z.string().min(1).max(100).optional().describe('Id of a contract, from `contracts find`.'),
    draft: z
      .string()
      .optional()
      .describe('A draft tender: text, a .docx or .odt file, or an OCDS release; "-" is standard input.'),
    segment: z
      .enum(digitalSegmentIds)
      .optional()
      .describe('The playbook; left out, that of the contract, or the likeliest by what the draft says.'),
  }),
  output: checkReport,
  present: checkReportText,
  exitCode: ({ findings }) => (findings.some(({ outcome }) => outcome === 'stop') ? 1 : 0),
  run: async (context, { contract, draft, segment }) => {
    if ((contract === undefined) === (draft === undefined))
      throw new AppError('bad-request', 'Name a contract with --contract, or a draft with --draft.');
    if (contract !== undefined) return checkContract(context, contract, segment ?? null);
    return checkDraft(context, await readDraft(await readInputFile(context, draft ?? '-')), segment ?? null);
  },
});
