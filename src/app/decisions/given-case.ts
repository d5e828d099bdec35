import { z } from 'zod';
import type { CaseDocument } from '../../domain/decisions/case-parts/case-document.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { readCaseFile } from './case-file.ts';
import { getCase } from './case-store.ts';
import { caseField } from './case-views.ts';

/** A case that is in a file, or kept here. */
export const givenCaseInput = {
  file: z
    .string()
    .optional()
    .describe('A case as YAML or JSON; "-" is standard input, which is also read where no case is named.'),
  case: caseField.optional().describe('Id of a case that is kept here, instead of a file.'),
};

/** The case that was meant; `revision` null where it comes from a file. */
export type GivenCase = { document: CaseDocument; revision: number | null };

/**
 * Reads the case that an operation was given.
 *
 * @throws AppError bad-request where a file and a case are named, input-unreadable where the file holds no case, not-found
 * @example (await readGivenCase(context, { file: 'examples/case-management.yaml' })).document.id // 'tideway-case-management'
 */
export async function readGivenCase(
  context: Context,
  given: { file?: string | undefined; case?: string | undefined },
): Promise<GivenCase> {
  if (given.case !== undefined) {
    if (given.file !== undefined)
      throw new AppError('bad-request', 'Name a file or a case that is kept here, not both.', {
        fields: { case: 'Leave one of them out.' },
      });
    const { document, revision } = await getCase(context, given.case);
    return { document, revision };
  }
  const { document, problems } = await readCaseFile(context, given.file ?? '-');
  if (document !== null) return { document, revision: null };
  throw new AppError(
    'input-unreadable',
    `This can’t be read as a case: ${problems[0]?.message ?? ''} "sourcing decisions validate" tells all.`,
  );
}
