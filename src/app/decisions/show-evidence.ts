import { stringify } from 'yaml';
import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { savedByField } from './case-views.ts';
import { evidenceOf } from './evidence-of-case.ts';
import { evidenceText } from './evidence-text.ts';
import { evidenceView } from './evidence-view.ts';
import { givenCaseInput, readGivenCase } from './given-case.ts';
import { keepEvidence } from './keep-evidence.ts';

/** What the register shows for a case. */
export const showEvidence = operation({
  id: 'decisions.evidence',
  summary:
    'Show what the register has for a sourcing case: suppliers, prices, times, growth, what ends; and keep it in the case.',
  kind: 'write',
  access: 'body',
  surfaces: ['cli'],
  positional: 'file',
  input: z.strictObject({
    ...givenCaseInput,
    keep: z.boolean().default(false).describe('Keep the figures in the case; only with --case.'),
    fill: z
      .boolean()
      .default(false)
      .describe('With --keep: also fill empty places about the present contract.'),
    yaml: z.boolean().default(false).describe('Print the figures as YAML to paste into a case.'),
    by: savedByField,
  }),
  output: evidenceView,
  present: (view, { yaml }) =>
    yaml
      ? stringify(
          { evidence: view.figures.map(({ sentence: _sentence, ...figure }) => figure) },
          { lineWidth: 110 },
        ).trimEnd()
      : evidenceText(view),
  run: async (context, { file, case: id, keep, fill, by }) => {
    if (keep && id === undefined)
      throw new AppError(
        'bad-request',
        'Figures are kept in a case that is kept here: name it with --case. For a file, --yaml prints what to paste.',
        { fields: { keep: 'Goes with --case.' } },
      );
    const { document, revision } = await readGivenCase(context, { file, case: id });
    const view = await evidenceOf(context, document);
    if (!keep || revision === null) return view;
    const kept = await keepEvidence(context, { document, revision, view, fill, by });
    return { ...view, revision: kept };
  },
});
