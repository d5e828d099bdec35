import type { CaseChange } from '../../../app/decisions/change-yaml.ts';
import type { CaseField, FieldGroup } from './case-field.ts';
import { readField, writeField, type FieldFault, type Typed } from './field-text.ts';
import { keysOf, valueAt } from './value-shapes.ts';

/** Fields with the group of values that stand or fall together. */
export type FormShape = { fields: readonly CaseField[]; groups?: readonly FieldGroup[] | undefined };

/** What was typed, as changes; or what is wrong with it, by field. */
export type ReadForm = { faults: Record<string, FieldFault>; changes: CaseChange[] };

/**
 * The texts of a form that shows an object of the document.
 *
 * @param base the document, or an item of one of its lists
 */
export function writeForm({ fields }: FormShape, base: unknown): Record<string, string> {
  return Object.assign({}, ...fields.map((field) => writeField(field, valueAt(base, field.path))));
}

/**
 * What a form changes. A text that is as the document shows it changes nothing, so that what is written in the document
 * stays as it was written.
 *
 * @param base the document, or the item that is changed
 * @param at where the base stands in the document, as keys
 */
export function readForm(
  shape: FormShape,
  typed: Typed,
  { base, at = [] }: { base: unknown; at?: readonly (string | number)[] },
): ReadForm {
  const faults: Record<string, FieldFault> = {};
  const values = new Map<string, unknown>();
  const changed = new Set<string>();
  for (const field of shape.fields) {
    const stands = valueAt(base, field.path);
    if (isSame(writeField(field, stands), typed, field)) {
      values.set(field.path, stands);
      if (stands === undefined && field.isNeeded === true) faults[field.path] = 'needed';
      continue;
    }
    const read = readField(field, typed);
    if ('fault' in read) faults[field.path] = read.fault;
    else {
      values.set(field.path, read.value);
      changed.add(field.path);
    }
  }
  for (const path of missingCore(shape, values, faults)) faults[path] = 'needed';
  const grouped = new Set<string>();
  const changes: CaseChange[] = [];
  for (const { path, isWhole = false } of shape.groups ?? []) {
    const inside = shape.fields
      .filter((field) => field.path.startsWith(`${path}.`))
      .map((field) => field.path);
    if (!inside.some((one) => changed.has(one))) continue;
    const isThere = valueAt(base, path) !== undefined;
    const isEmpty = inside.every((one) => values.get(one) === undefined);
    if (!isEmpty && isThere && !isWhole) continue;
    for (const one of inside) grouped.add(one);
    if (isEmpty && !isThere) continue;
    changes.push({
      path: [...at, ...keysOf(path)],
      value: isEmpty ? undefined : nest(inside.map((one) => [one.slice(path.length + 1), values.get(one)])),
    });
  }
  for (const path of changed)
    if (!grouped.has(path)) changes.push({ path: [...at, ...keysOf(path)], value: values.get(path) });
  return { faults, changes };
}

/**
 * An item of a list made from what was typed.
 *
 * @example readItem({ fields: [{ path: 'name', kind: 'text' }] }, { name: 'Forms' }).value // { name: 'Forms' }
 */
export function readItem(
  shape: FormShape,
  typed: Typed,
): { faults: Record<string, FieldFault>; value: Record<string, unknown> } {
  const faults: Record<string, FieldFault> = {};
  const values: [string, unknown][] = [];
  for (const field of shape.fields) {
    const read = readField(field, typed);
    if ('fault' in read) faults[field.path] = read.fault;
    else values.push([field.path, read.value]);
  }
  for (const path of missingCore(shape, new Map(values), faults)) faults[path] = 'needed';
  return { faults, value: nest(values) };
}

/** What must be given because something else of its group is. */
function missingCore(
  { fields, groups = [] }: FormShape,
  values: ReadonlyMap<string, unknown>,
  faults: Readonly<Record<string, FieldFault>>,
): string[] {
  return groups.flatMap(({ path }) => {
    const inside = fields.filter((field) => field.path.startsWith(`${path}.`));
    const isBegun = inside.some((field) => values.get(field.path) !== undefined);
    return isBegun
      ? inside
          .filter(
            (field) =>
              field.isCore === true &&
              values.get(field.path) === undefined &&
              faults[field.path] === undefined,
          )
          .map((field) => field.path)
      : [];
  });
}

/** Whether the inputs of a field say what they said when they were shown. */
export function isSame(shown: Typed, typed: Typed, { path }: Pick<CaseField, 'path'>): boolean {
  return JSON.stringify(inputsOf(shown, path)) === JSON.stringify(inputsOf(typed, path));
}

function inputsOf(typed: Typed, path: string): [string, string][] {
  return Object.entries(typed)
    .filter(([name]) => name === path || name.startsWith(`${path}:`))
    .map(([name, text]): [string, string] => [name, text.replaceAll('\r\n', '\n').trim()])
    .filter(([, text]) => text !== '')
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/** Paths with values as an object; what isn’t there is left out. */
function nest(values: readonly (readonly [path: string, value: unknown])[]): Record<string, unknown> {
  const whole: Record<string, unknown> = {};
  for (const [path, value] of values) {
    if (value === undefined) continue;
    const [first = '', ...rest] = path.split('.');
    const inner = whole[first];
    whole[first] =
      rest.length === 0
        ? value
        : nest([
            ...Object.entries(typeof inner === 'object' && inner !== null ? inner : {}),
            [rest.join('.'), value],
          ]);
  }
  return whole;
}
