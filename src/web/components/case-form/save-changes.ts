import type { CaseChange } from '../../../app/decisions/change-yaml.ts';
import { changeCase, type StoredCase } from '../../../app/decisions/case-store.ts';
import type { Context } from '../../../app/context.ts';
import { AppError } from '../../../lib/errors.ts';
import type { CaseField } from './case-field.ts';
import type { FieldFault, Typed } from './field-text.ts';

/** Changes that were kept, or what is wrong with them by field; a path of no field is told as it is. */
export type SavedChanges =
  { kind: 'saved'; stored: StoredCase } | { kind: 'refused'; faults: Record<string, FieldFault> };

/**
 * Keeps changes of a case, with who and why where the form says so.
 *
 * @param at where the fields stand in the document: the list and the index of an item, nothing for the document itself
 * @throws AppError `changed-meanwhile` where somebody saved since the case was read
 */
export async function saveChanges(
  context: Context,
  { id, revision }: Pick<StoredCase, 'id' | 'revision'>,
  changes: readonly CaseChange[],
  { form, fields, at = '' }: { form: Typed; fields: readonly CaseField[]; at?: string },
): Promise<SavedChanges> {
  const given = (name: string): string | undefined => {
    const text = (form[name] ?? '').trim();
    return text === '' ? undefined : text;
  };
  try {
    const stored = await changeCase(context, {
      id,
      seen: revision,
      changes,
      by: given('saving-by'),
      note: given('saving-note'),
    });
    return { kind: 'saved', stored };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'bad-request') throw error;
    return { kind: 'refused', faults: faultsByField(error, fields, at) };
  }
}

function faultsByField(
  error: AppError,
  fields: readonly CaseField[],
  at: string,
): Record<string, FieldFault> {
  const faults: Record<string, FieldFault> = {};
  const prefix = at === '' ? '' : `${at}.`;
  for (const [path, says] of Object.entries(error.fields)) {
    const inside = path.startsWith(prefix) ? path.slice(prefix.length) : path;
    const field = fields.find(
      (one) =>
        inside === one.path ||
        inside.startsWith(`${one.path}.`) ||
        inside.startsWith(`${one.path}[`) ||
        one.path.startsWith(`${inside}.`),
    );
    faults[field?.path ?? path] ??= { says: field === undefined && path !== '' ? `${path}: ${says}` : says };
  }
  if (Object.keys(faults).length === 0) faults[''] = { says: error.message };
  return faults;
}
