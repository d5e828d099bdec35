import type { CaseField } from './case-field.ts';
import { isSame, writeForm } from './form-changes.ts';
import type { Typed } from './field-text.ts';

/** What a form shows after somebody else saved: what was typed, and what the newer version says where both changed. */
export type MergedTyped = {
  typed: Record<string, string>;
  /** Paths of fields that both changed, each to something else. */
  clashes: string[];
  /** Whether anything that the form shows was changed by the other. */
  isTouched: boolean;
};

/**
 * Joins what was typed with what somebody else saved meanwhile: an answer that only one of them changed is theirs.
 *
 * @param before what stood when the form was shown
 * @param now what stands
 * @example mergeTyped([field], { on: 'mine' }, { before: { on: 'old' }, now: { on: 'theirs' } }).clashes // ['on']
 */
export function mergeTyped(
  fields: readonly CaseField[],
  typed: Typed,
  { before, now }: { before: unknown; now: unknown },
): MergedTyped {
  const merged: Record<string, string> = {};
  const clashes: string[] = [];
  const shown = writeForm({ fields }, before);
  const standing = writeForm({ fields }, now);
  let isTouched = false;
  for (const field of fields) {
    const isMine = !isSame(shown, typed, field);
    const isTheirs = !isSame(shown, standing, field);
    isTouched ||= isTheirs;
    if (isMine && isTheirs && !isSame(typed, standing, field)) clashes.push(field.path);
    Object.assign(merged, inputsOf(isMine ? typed : standing, field.path));
  }
  return { typed: merged, clashes, isTouched };
}

function inputsOf(typed: Typed, path: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(typed).filter(([name]) => name === path || name.startsWith(`${path}:`)),
  );
}
