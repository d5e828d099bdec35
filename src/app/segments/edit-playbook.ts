import { z } from 'zod';
import type { DigitalSegmentId } from '../../domain/segments/segment.ts';
import { decodeText } from '../../lib/decode-text.ts';
import { AppError } from '../../lib/errors.ts';
import type { Context } from '../context.ts';
import { numberText } from '../count-text.ts';
import { readInputFile } from '../decisions/case-file.ts';
import { operation } from '../operation.ts';
import { authoredPlaybooks } from './playbooks.ts';
import { refusedText, savePlaybook, type StoredPlaybook } from './playbook-store.ts';
import {
  editedByField,
  editNoteField,
  editSeenField,
  savedPlaybookText,
  savedPlaybookView,
} from './playbook-version-views.ts';
import { readPlaybook } from './read-playbook.ts';

/** Characters of a playbook at most: ten times the longest. */
const mostCharacters = 300_000;

/** Keeps a playbook from its file as the next version. */
export const editPlaybook = operation({
  id: 'segments.edit',
  summary: 'Keep a playbook from its file as the next version; a wrong one is refused with path and line.',
  kind: 'write',
  access: 'operator',
  surfaces: ['cli'],
  positional: 'file',
  input: z.strictObject({
    file: z
      .string()
      .default('-')
      .describe('A playbook as YAML; "-" is standard input.')
      .meta({ format: 'file' }),
    seen: editSeenField,
    by: editedByField,
    note: editNoteField,
  }),
  output: savedPlaybookView,
  present: savedPlaybookText,
  run: async (context, { file, ...saving }) => {
    const { text } = decodeText(await readInputFile(context, file));
    const segment = segmentOf(context, text);
    return savedView(await savePlaybook(context, segment, { ...saving, text }));
  },
});

/** A saved playbook as operations answer it. */
export function savedView({ playbook, version, saved }: StoredPlaybook): z.output<typeof savedPlaybookView> {
  if (saved === null) throw new Error('A version that was just saved says when.');
  const { segment } = playbook;
  return { segment, version, savedAt: saved.at, savedBy: saved.by, note: saved.note };
}

/**
 * Whose playbook a text is, by what it says itself.
 *
 * @throws AppError `bad-request` where it can’t be read as one
 */
function segmentOf(context: Context, text: string): DigitalSegmentId {
  if (text.length > mostCharacters)
    throw new AppError(
      'bad-request',
      `A playbook has ${numberText(mostCharacters)} characters at most, and this has ${numberText(text.length)}.`,
    );
  const { playbook, problems } = readPlaybook(text, authoredPlaybooks(context.reference).knowledge);
  if (playbook === null) throw refusedText(problems);
  return playbook.segment;
}
