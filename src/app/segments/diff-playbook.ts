import { z } from 'zod';
import { digitalSegmentIds } from '../../domain/segments/segment.ts';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { playbookChanges, type PlaybookChange } from './playbook-changes.ts';
import { livePlaybook, playbookVersion } from './playbook-store.ts';
import { playbookChangeView, playbookField, versionField } from './playbook-version-views.ts';

/** Shows what changed between two versions of a playbook. */
export const diffPlaybook = operation({
  id: 'segments.diff',
  summary: 'Show what changed between two versions of a playbook, word by word.',
  kind: 'read',
  access: 'public',
  surfaces: ['api', 'cli'],
  positional: 'segment',
  input: z.strictObject({
    segment: playbookField,
    from: versionField.optional().describe('The earlier version; left out, the one before “to”.'),
    to: versionField.optional().describe('The later version; left out, the one that counts now.'),
  }),
  output: z.object({
    segment: z.enum(digitalSegmentIds),
    from: z.number().int(),
    to: z.number().int(),
    changes: z.array(playbookChangeView),
  }),
  present: ({ from, to, changes }) =>
    changes.length === 0
      ? `Versions ${from} and ${to} say the same.`
      : [`From version ${from} to version ${to}:`, ...changes.map(changeText)].join('\n\n'),
  run: async (context, { segment, from, to }) => {
    const later = to === undefined ? await livePlaybook(context, segment) : await at(to);
    const first = from ?? later.version - 1;
    if (first < 1)
      throw new AppError(
        'bad-request',
        `Version 1 of the playbook of ${segment} has none before it: nobody has edited it, or name another with --to.`,
      );
    const earlier = await at(first);
    async function at(version: number) {
      return playbookVersion(context, segment, version);
    }
    return {
      segment,
      from: earlier.version,
      to: later.version,
      changes: playbookChanges(earlier.playbook, later.playbook),
    };
  },
});

const marks = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const;

/** As `git diff --word-diff` writes it. */
function changeText({ place, parts }: PlaybookChange): string {
  const text = parts.map(({ kind, text: part }) => `${marks[kind][0]}${part}${marks[kind][1]}`).join('');
  return `${place}\n  ${text.replaceAll('\n', '\n  ')}`;
}
