import { z } from 'zod';
import { criterionGroups } from '../../domain/decisions/case-parts/appraisal.ts';
import { criterionPacks } from '../../domain/decisions/library-criterion.ts';
import { operation } from '../operation.ts';
import { textBlock } from '../text-form.ts';
import { criterionEntries } from './method-entries.ts';

/** Ready criteria by the five groups, with anchors and what not to count twice. */
export const listCriteria = operation({
  id: 'decisions.criteria',
  summary: 'List ready criteria by group: what 0 and 100 look like, and which cost counts the same already.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'group',
  input: z.strictObject({
    group: z.enum(criterionGroups).optional().describe('One of the five groups; all where none is named'),
    pack: z
      .enum(criterionPacks)
      .optional()
      .describe(
        'A set for options of a kind: ai for those in which artificial intelligence does some of the work.',
      ),
  }),
  output: z.object({ items: criterionEntries }),
  present: ({ items }) =>
    items
      .map(
        (one) =>
          `${one.name} (${one.id}, ${one.group})\n${textBlock([
            ['is', one.description],
            ['0', one.worst],
            ['100', one.best],
            ['not twice', one.notTwice],
          ])}`,
      )
      .join('\n\n'),
  run: async ({ reference }, { group, pack }) =>
    Promise.resolve({
      items: reference.decisions.criteria.filter(
        (one) => (group === undefined || one.group === group) && (pack === undefined || one.pack === pack),
      ),
    }),
});
