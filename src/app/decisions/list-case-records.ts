import { z } from 'zod';
import { operation } from '../operation.ts';
import { textTable } from '../text-form.ts';
import { getCase } from './case-store.ts';
import { caseField } from './case-views.ts';
import { listRecords } from './record/record-store.ts';
import { presentRecordRow, recordView } from './record/record-views.ts';

/** Lists the records of a case. */
export const listCaseRecords = operation({
  id: 'decisions.records',
  summary: 'List the records of a sourcing case: what was approved or refused, at which stage, with which hash.',
  kind: 'read',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'case',
  input: z.strictObject({ case: caseField }),
  output: z.object({ records: z.array(recordView) }),
  present: ({ records }) =>
    records.length === 0
      ? 'There is no record: one is made when somebody approves or refuses the case.'
      : textTable([
          ['record', 'stage', 'outcome', 'version', 'made', 'hash'],
          ...records.map(({ number, stage, outcome, revision, madeAt, hash }) => [
            String(number), stage, outcome.replaceAll('-', ' '), String(revision), madeAt.slice(0, 10), hash,
          ]),
        ]),
  run: async (context, { case: id }) => {
    await getCase(context, id);
    return { records: (await listRecords(context, id)).map(presentRecordRow) };
  },
}); // prettier-ignore
