import type { CaseChange } from '../../../../app/decisions/change-yaml.ts';
import { getCase, type StoredCase } from '../../../../app/decisions/case-store.ts';
import { shortName } from '../../../../app/decisions/begin-case.ts';
import { AppError } from '../../../../lib/errors.ts';
import { casePage, crumbOf } from '../../../components/case/case-page.ts';
import type { CaseField, ListPart } from '../../../components/case-form/case-field.ts';
import { writeField } from '../../../components/case-form/field-text.ts';
import { readForm, readItem, writeForm, type FormShape } from '../../../components/case-form/form-changes.ts';
import { itemName, itemsOf, placeNow } from '../../../components/case-form/item-name.ts';
import { mergeTyped } from '../../../components/case-form/merge-typed.ts';
import { presentForm, type FormState } from '../../../components/case-form/present-form.ts';
import { saveChanges } from '../../../components/case-form/save-changes.ts';
import { keysOf, plainText, valueAt } from '../../../components/case-form/value-shapes.ts';
import { valueText } from '../../../components/case-form/value-text.ts';
import { paths } from '../../../paths.ts';
import type { PageAnswer, PageRequest } from '../../_page.ts';
import { factsOf, fieldsOf, savedBy, savingOf } from '../edit/edit-fields.ts';
import { showList } from '../edit/edit-list.ts';
import { presentProblems } from '../edit/present-problems.ts';

/** The form of a new item: what the schema begins with, like another item, or as a proposal fills it in. */
export function showNewItem(request: PageRequest, stored: StoredCase, part: ListPart): PageAnswer {
  const { query } = request;
  const like = itemsOf(part, stored.document)[Number(query['like']?.[0] ?? '0') - 1];
  const shape = newShape(stored, part);
  const begun: Record<string, string> = Object.assign(
    {},
    ...shape.fields.map((field) =>
      writeField(field, like === undefined ? field.fallback : valueAt(like, field.path)),
    ),
  );
  // Two items can't have the same short name.
  const typed = { ...begun, id: '', ...filledIn(shape.fields, query) };
  return answerItem(request, stored, part, { item: null, shape, typed, seen: stored.revision });
}

/** What the address fills in: the inputs of the form by their names. */
function filledIn(fields: readonly CaseField[], query: PageRequest['query']): Record<string, string> {
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, [text]]) =>
      text !== undefined && fields.some(({ path }) => name === path || name.startsWith(`${path}:`))
        ? [[name, text]]
        : [],
    ),
  );
}

/** Adds an item to a list. */
export async function addItem(request: PageRequest, stored: StoredCase, part: ListPart): Promise<PageAnswer> {
  const { context, form } = request;
  const typed = fieldsOf(form);
  const shape = newShape(stored, part);
  const { faults, value } = readItem(shape, typed);
  const again = (more: Pick<FormState, 'faults'>): PageAnswer =>
    answerItem(request, stored, part, { item: null, shape, typed, seen: stored.revision, ...more });
  if (Object.keys(faults).length > 0) return again({ faults });
  const { own, first } = splitFirst(part, value);
  const items = itemsOf(part, stored.document);
  const named = part.idFrom === undefined ? own : withId(own, plainText(valueAt(own, part.idFrom)), items);
  const changes: CaseChange[] = [
    ...first,
    items.length === 0
      ? { path: keysOf(part.path), value: [named] }
      : { path: [...keysOf(part.path), items.length], value: named },
  ];
  const at = `${part.path}[${items.length}]`;
  const saved = await saveChanges(context, stored, changes, { form, fields: shape.fields, at });
  if (saved.kind === 'refused') return again({ faults: saved.faults });
  return { kind: 'redirect', to: paths.caseEdit(stored.id, part.id, { done: 'saved' }), status: 303 };
}

/** What a new item asks: with the first one also what the document needs beside it. */
function newShape({ document }: StoredCase, part: ListPart): FormShape {
  const isFirst = part.goesWithLast !== undefined && valueAt(document, part.goesWithLast) === undefined;
  return { fields: [...(isFirst ? (part.first ?? []) : []), ...part.fields], groups: part.groups };
}

/** Parts what belongs to the item from what goes into the document with the first one. */
function splitFirst(
  part: ListPart,
  value: Record<string, unknown>,
): { own: Record<string, unknown>; first: CaseChange[] } {
  const first = (part.first ?? []).flatMap(({ path }): CaseChange[] => {
    const given = valueAt(value, path);
    return given === undefined ? [] : [{ path: keysOf(path), value: given }];
  });
  const beside = new Set((part.first ?? []).map(({ path }) => String(keysOf(path)[0])));
  const isOwn = (key: string): boolean => !beside.has(key) || part.fields.some(({ path }) => path === key);
  return { own: Object.fromEntries(Object.entries(value).filter(([key]) => isOwn(key))), first };
}

/** The short name that was typed, or one made from what the item is called; free among the items. */
function withId(
  item: Record<string, unknown>,
  called: string,
  items: readonly Record<string, unknown>[],
): Record<string, unknown> {
  if (typeof item['id'] === 'string') return item;
  const taken = new Set(items.map(({ id }) => id));
  const wanted = shortName(called);
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  return { id, ...item };
}

/** The form of an item as it stands. */
export function showItem(
  request: PageRequest,
  stored: StoredCase,
  part: ListPart,
  number: string,
): PageAnswer {
  const index = indexOf(request, stored, part, number);
  const shape = standingShape(part);
  const typed = writeForm(shape, itemsOf(part, stored.document)[index]);
  return answerItem(request, stored, part, { item: index, shape, typed, seen: stored.revision });
}

/** Saves an item, wherever it stands by now. */
export async function changeItem(
  request: PageRequest,
  stored: StoredCase,
  part: ListPart,
  number: string,
): Promise<PageAnswer> {
  const { context, form, words } = request;
  const seen = Number(form['seen'] ?? '0');
  const shape = standingShape(part);
  let typed = fieldsOf(form);
  let index: number | null = Number(number) - 1;
  if (seen !== stored.revision) {
    const before = (await getCase(context, stored.id, seen > 0 ? seen : undefined)).document;
    index = placeNow(part, index, { before, now: stored.document });
    if (index === null)
      return showList(request, stored, part, [words.caseForm.itemGone(savedBy(stored, request))]);
    const now = itemsOf(part, stored.document)[index];
    const merged = mergeTyped(shape.fields, typed, {
      before: itemsOf(part, before)[Number(number) - 1],
      now,
    });
    typed = merged.typed;
    if (merged.isTouched) {
      const facts = factsOf(request, stored);
      const notes = Object.fromEntries(
        shape.fields
          .filter(({ path }) => merged.clashes.includes(path))
          .map((field) => [
            field.path,
            words.caseForm.theirs(valueText(field, valueAt(now, field.path), facts)),
          ]),
      );
      const conflict = words.caseForm.conflict(stored.revision, savedBy(stored, request));
      return answerItem(request, stored, part, {
        item: index,
        shape,
        typed,
        seen: stored.revision,
        notes,
        conflict,
      });
    }
  } else index = indexOf(request, stored, part, number);
  const at = `${part.path}[${index}]`;
  const base = itemsOf(part, stored.document)[index];
  const { faults, changes } = readForm(shape, typed, { base, at: keysOf(at) });
  const again = (wrong: NonNullable<FormState['faults']>): PageAnswer =>
    answerItem(request, stored, part, { item: index, shape, typed, seen: stored.revision, faults: wrong });
  if (Object.keys(faults).length > 0) return again(faults);
  const back = paths.caseEdit(stored.id, part.id, { done: changes.length === 0 ? 'unchanged' : 'saved' });
  if (changes.length > 0) {
    const saved = await saveChanges(context, stored, changes, { form, fields: shape.fields, at });
    if (saved.kind === 'refused') return again(saved.faults);
  }
  return { kind: 'redirect', to: back, status: 303 };
}

/** What is asked of an item that stands: its short name stays, because other parts refer to it. */
function standingShape({ fields, groups }: ListPart): FormShape {
  return { fields: fields.filter(({ path }) => path !== 'id'), groups };
}

function indexOf({ words }: PageRequest, stored: StoredCase, part: ListPart, number: string): number {
  const index = /^\d{1,5}$/u.test(number) ? Number(number) - 1 : -1;
  if (itemsOf(part, stored.document)[index] === undefined)
    throw new AppError('not-found', words.errors.notFoundLead);
  return index;
}

type Answering = FormState & { item: number | null; shape: FormShape; seen: number; conflict?: string };

function answerItem(
  request: PageRequest,
  stored: StoredCase,
  part: ListPart,
  { item, shape, seen, conflict, ...state }: Answering,
): PageAnswer {
  const { words } = request;
  const facts = factsOf(request, stored);
  const texts = words.caseParts[part.id] ?? { title: part.id, lead: '' };
  const one = texts.one ?? texts.title;
  const form = presentForm(shape.fields, words.caseFields[part.id] ?? {}, state, facts);
  const name = item === null ? '' : itemName(part, itemsOf(part, stored.document)[item], facts);
  const title = item === null ? words.caseForm.addTitle(one) : words.caseForm.itemTitle(one, name);
  return casePage(
    {
      template: 'pages/decisions/edit/fields.njk',
      view: {
        title,
        lead: item === null ? texts.lead : '',
        form,
        problems: item === null ? [] : presentProblems(stored, part.id, words, item),
        conflict: conflict ?? null,
        seen,
        action: paths.caseItem(stored.id, part.id, item === null ? 'new' : String(item + 1)),
        saving: savingOf(request),
        tasksHref: paths.caseTasks(stored.id),
      },
      title,
      document: stored.document,
      crumbs: [crumbOf(stored), { text: texts.title, href: paths.caseEdit(stored.id, part.id) }],
      hasError: form.errors.length > 0 || conflict !== undefined,
      ...(conflict !== undefined && { status: 409 }),
    },
    words,
  );
}
