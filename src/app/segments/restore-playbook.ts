import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';
import { operation } from '../operation.ts';
import { savedView } from './edit-playbook.ts';
import { livePlaybook, playbookVersion, savePlaybook } from './playbook-store.ts';
import {
  editedByField,
  editNoteField,
  editSeenField,
  playbookField,
  savedPlaybookText,
  savedPlaybookView,
  versionField,
} from './playbook-version-views.ts';

/** Makes an earlier version the one that counts, as a new version: the history goes on, and nothing is lost. */
export const restorePlaybook = operation({
  id: 'segments.restore',
  summary: 'Save an earlier version of a playbook as the newest, so that it counts again.',
  kind: 'write',
  access: 'operator',
  surfaces: ['cli'],
  positional: 'segment',
  input: z.strictObject({
    segment: playbookField,
    revision: versionField,
    seen: editSeenField,
    by: editedByField,
    note: editNoteField,
  }),
  output: savedPlaybookView,
  present: savedPlaybookText,
  run: async (context, { segment, revision, note, ...saving }) => {
    const [live, earlier] = await Promise.all([
      livePlaybook(context, segment),
      playbookVersion(context, segment, revision),
    ]);
    if (earlier.text === live.text)
      throw new AppError(
        'bad-request',
        `Version ${revision} of the playbook of ${segment} says what counts now, so that there is nothing to restore.`,
      );
    const why = note ?? `Version ${revision} again.`;
    return savedView(await savePlaybook(context, segment, { ...saving, text: earlier.text, note: why }));
  },
});
