import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { textSection, textTable } from '../text-form.ts';
import { operation } from '../operation.ts';
import { findRun } from './case-runs.ts';
import { caseField, revisionField } from './case-views.ts';
import { drawCase } from './figures/draw-case.ts';

const cell = z.object({ text: z.string(), value: z.union([z.number(), z.string()]).nullable() });

const output = z.object({
  workedOutAt: z.string(),
  figures: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      /** What is to be seen. */
      description: z.string(),
      /** What is counted. */
      note: z.string(),
      /** Page of docs/methods. */
      method: z.string(),
      table: z.object({
        heads: z.array(z.string()).readonly(),
        rows: z.array(z.object({ name: z.string(), cells: z.array(cell).readonly() })).readonly(),
      }),
      svg: z.string(),
    }),
  ),
});

/** The figures of a case that was worked out: drawn, in words, and as tables. */
export const drawFigures = operation({
  id: 'decisions.figures',
  summary: 'Draw the figures of a case that was worked out, each with its words and its table.',
  kind: 'read',
  access: 'body',
  surfaces: ['api', 'cli'],
  positional: 'case',
  input: z.strictObject({ case: caseField, revision: revisionField }),
  output,
  present: ({ figures }) =>
    figures
      .map(({ title, description, table }) =>
        textSection(
          title,
          `${description}\n${textTable([table.heads, ...table.rows.map(({ name, cells }) => [name, ...cells.map(({ text }) => text)])])}`,
        ),
      )
      .join('\n\n'),
  run: async (context, { case: id, revision }) => {
    const kept = await findRun(context, id, revision);
    if (kept === null)
      throw new AppError(
        'not-found',
        `This version of "${id}" hasn’t been worked out yet. "sourcing decisions work-out ${id}" does it.`,
      );
    return { workedOutAt: kept.workedOutAt, figures: drawCase(kept.run) };
  },
});
