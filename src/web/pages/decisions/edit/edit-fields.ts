import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import { getCase } from '../../../../app/decisions/case-store.ts';
import type { PartFieldWords } from '../../../catalogue/en/case-fields.ts';
import { casePage, crumbOf } from '../../../components/case/case-page.ts';
import type { FieldsPart } from '../../../components/case-form/case-field.ts';
import type { ChoiceFacts } from '../../../components/case-form/choices.ts';
import { readForm, writeForm } from '../../../components/case-form/form-changes.ts';
import { mergeTyped } from '../../../components/case-form/merge-typed.ts';
import { presentForm, type FormState } from '../../../components/case-form/present-form.ts';
import { saveChanges } from '../../../components/case-form/save-changes.ts';
import { valueText } from '../../../components/case-form/value-text.ts';
import { valueAt } from '../../../components/case-form/value-shapes.ts';
import { paths } from '../../../paths.ts';
import type { PageAnswer, PageRequest } from '../../_page.ts';
import { presentProblems } from './present-problems.ts';

/** A form of a case with its words, and what stands above it. */
export type PartForm = {
  part: FieldsPart;
  labels: PartFieldWords;
  /** What is shown above the form: `facts` of the triage, proposals. */
  above?: object;
  /** Headings between fields, by the path of the field that they stand before. */
  headings?: Readonly<Record<string, string>>;
};

/** The form of a part as it stands. */
export function showFields(request: PageRequest, stored: StoredCase, form: PartForm): PageAnswer {
  return answerForm(request, stored, form, {
    typed: writeForm(form.part, stored.document),
    seen: stored.revision,
  });
}

/** Saves the form of a part, or shows it again with everything that has to be put right. */
export async function saveFields(
  request: PageRequest,
  stored: StoredCase,
  form: PartForm,
): Promise<PageAnswer> {
  const { part } = form;
  const { context, form: sent, words } = request;
  const seen = Number(sent['seen'] ?? '0');
  const typed = fieldsOf(sent);
  if (seen !== stored.revision) {
    const before = await getCase(context, stored.id, seen > 0 ? seen : undefined);
    const merged = mergeTyped(part.fields, typed, { before: before.document, now: stored.document });
    if (merged.isTouched) {
      const facts = factsOf(request, stored);
      const notes = Object.fromEntries(
        merged.clashes.map((path) => {
          const field = part.fields.find((one) => one.path === path);
          const theirs = field === undefined ? '' : valueText(field, valueAt(stored.document, path), facts);
          return [path, words.caseForm.theirs(theirs)];
        }),
      );
      return answerForm(request, stored, form, {
        typed: merged.typed,
        notes,
        seen: stored.revision,
        conflict: words.caseForm.conflict(stored.revision, savedBy(stored, request)),
      });
    }
  }
  const { faults, changes } = readForm(part, typed, { base: stored.document });
  if (Object.keys(faults).length > 0)
    return answerForm(request, stored, form, { typed, faults, seen: stored.revision });
  const back = paths.caseTasks(stored.id, { done: changes.length === 0 ? 'unchanged' : 'saved' });
  if (changes.length === 0) return { kind: 'redirect', to: back, status: 303 };
  const saved = await saveChanges(context, stored, changes, { form: sent, fields: part.fields });
  if (saved.kind === 'refused')
    return answerForm(request, stored, form, { typed, faults: saved.faults, seen: stored.revision });
  return { kind: 'redirect', to: back, status: 303 };
}

type Answering = FormState & { seen: number; conflict?: string };

function answerForm(
  request: PageRequest,
  stored: StoredCase,
  { part, labels, above = {}, headings = {} }: PartForm,
  { seen, conflict, ...state }: Answering,
): PageAnswer {
  const { words } = request;
  const texts = words.caseParts[part.id] ?? { title: part.id, lead: '' };
  const form = presentForm(part.fields, labels, state, factsOf(request, stored));
  const hasError = form.errors.length > 0 || conflict !== undefined;
  return casePage(
    {
      template: 'pages/decisions/edit/fields.njk',
      view: {
        ...above,
        title: texts.title,
        lead: texts.lead,
        form: {
          ...form,
          fields: form.fields.map((field, index) => ({
            ...field,
            heading: headings[part.fields[index]?.path ?? ''] ?? null,
          })),
        },
        problems: presentProblems(stored, part.id, words),
        conflict: conflict ?? null,
        seen,
        action: paths.caseEdit(stored.id, part.id),
        saving: savingOf(request),
        tasksHref: paths.caseTasks(stored.id),
      },
      title: texts.title,
      document: stored.document,
      crumbs: [crumbOf(stored)],
      hasError,
      ...(conflict !== undefined && { status: 409 }),
    },
    words,
  );
}

/** Who saves and why, as typed. */
export function savingOf({ form }: PageRequest): { by: string; note: string } {
  return { by: form['saving-by'] ?? '', note: form['saving-note'] ?? '' };
}

/** Who saved the newest version, in words. */
export function savedBy(
  { savedBy: by }: Pick<StoredCase, 'savedBy'>,
  { words, context }: PageRequest,
): string {
  return by === context.actor.personId ? words.cases.local : by;
}

/** What the choices of the forms of a case are made from. */
export function factsOf(
  { context, words }: PageRequest,
  { document }: Pick<StoredCase, 'document'>,
): ChoiceFacts {
  return { document, reference: context.reference, words };
}

/** Fields of the document among what was sent. */
export function fieldsOf(sent: PageRequest['form']): Record<string, string> {
  const others = new Set(['seen', 'saving-by', 'saving-note', 'action', 'like']);
  return Object.fromEntries(Object.entries(sent).filter(([name]) => !others.has(name)));
}
