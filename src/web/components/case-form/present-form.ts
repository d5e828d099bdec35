import type { PartFieldWords } from '../../catalogue/en/case-fields.ts';
import type { CaseField } from './case-field.ts';
import { choicesOf, type Choice, type ChoiceFacts } from './choices.ts';
import { everyOption, inputName, type FieldFault, type Typed } from './field-text.ts';
import { shownChoices } from './value-text.ts';

type Item = {
  value: string;
  text: string;
  name?: string;
  id?: string;
  checked?: boolean;
  selected?: boolean;
};

/** A field as the components of GOV.UK Frontend take it. */
export type FieldParams = {
  id?: string;
  idPrefix?: string;
  name: string;
  value?: string;
  label?: { text: string; classes: string };
  fieldset?: { legend: { text: string; classes: string } };
  hint?: { text: string };
  errorMessage?: { text: string };
  classes?: string;
  rows?: number;
  inputmode?: string;
  spellcheck?: boolean;
  autocomplete?: string;
  prefix?: { text: string };
  suffix?: { text: string };
  items?: Item[];
};

/** One question of a form. */
export type FormField =
  | { kind: 'text' | 'area' | 'select' | 'radios' | 'checkboxes'; params: FieldParams; note: string | null }
  | {
      kind: 'group';
      id: string;
      legend: string;
      hint: string | null;
      fault: string | null;
      fields: { kind: 'select'; params: FieldParams }[];
      note: string | null;
    };

/** A form as its page shows it. */
export type PresentedForm = { fields: FormField[]; errors: { text: string; href: string | null }[] };

/** What a form shows beside its fields. */
export type FormState = {
  typed: Typed;
  faults?: Readonly<Record<string, FieldFault>>;
  /** What has to be read beside a field: what somebody else wrote meanwhile, what a check found. */
  notes?: Readonly<Record<string, string>>;
};

/** The id of a field on its page, where the summary of errors leads. */
export function fieldId(path: string): string {
  return `f-${path.replaceAll(/[^A-Za-z0-9]+/gu, '-')}`;
}

/**
 * A form of a case, for its template.
 *
 * @param labels words of the fields by path
 */
export function presentForm(
  fields: readonly CaseField[],
  labels: PartFieldWords,
  { typed, faults = {}, notes = {} }: FormState,
  facts: ChoiceFacts,
): PresentedForm {
  const faultOf = (field: CaseField): string | null => {
    const fault = faults[field.path];
    return fault === undefined ? null : faultText(fault, field, labels, facts);
  };
  return {
    fields: fields.map((field) =>
      presentField(field, { labels, typed, fault: faultOf(field), note: notes[field.path] ?? null }, facts),
    ),
    errors: [
      ...fields.flatMap((field) => {
        const text = faultOf(field);
        return text === null ? [] : [{ text, href: `#${fieldId(field.path)}` }];
      }),
      ...Object.entries(faults).flatMap(([path, fault]) =>
        fields.some((field) => field.path === path) || typeof fault === 'string'
          ? []
          : [{ text: fault.says, href: null }],
      ),
    ],
  };
}

/** Why a text can’t be read, in words that say what to write. */
function faultText(
  fault: FieldFault,
  field: CaseField,
  labels: PartFieldWords,
  { words }: ChoiceFacts,
): string {
  if (typeof fault === 'object') return fault.says;
  const [label = field.path] = labels[field.path] ?? [];
  if (fault !== 'needed') return words.caseForm.faults[fault](label);
  const isChosen = ['choice', 'ref', 'refs', 'options', 'pair', 'yes-no'].includes(field.kind);
  return isChosen ? words.caseForm.faults.neededChoice(label) : words.caseForm.faults.needed(label);
}

type Shown = { labels: PartFieldWords; typed: Typed; fault: string | null; note: string | null };

/** Choices up to this many are radios; more are a list to pick from. */
const mostRadios = 6;

/** Radios up to this many stand side by side. */
const mostInline = 3;

function presentField(
  field: CaseField,
  { labels, typed, fault, note }: Shown,
  facts: ChoiceFacts,
): FormField {
  const { path } = field;
  const [label = path, hint] = labels[path] ?? [];
  const id = fieldId(path);
  const isOpen = field.isNeeded !== true && field.isCore !== true;
  const asked = isOpen ? `${label} ${facts.words.caseForm.optional}` : label;
  const text = typed[path] ?? '';
  const shared = {
    name: path,
    ...(hint !== undefined && { hint: { text: hint } }),
    ...(fault !== null && { errorMessage: { text: fault } }),
  };
  const labelled = { ...shared, id, label: { text: asked, classes: 'govuk-label--s' } };
  const legend = { legend: { text: asked, classes: 'govuk-fieldset__legend--s' } };
  const none: Choice[] = field.isNeeded === true ? [] : [{ value: '', text: facts.words.caseForm.notSaid }];
  switch (field.kind) {
    case 'area':
    case 'texts':
      return {
        kind: 'area',
        note,
        params: { ...labelled, value: text, rows: rowsFor(text), spellcheck: true },
      };
    case 'choice':
    case 'yes-no':
    case 'ref': {
      const choices = shownChoices(field, text, facts);
      if (field.kind !== 'ref' && choices.length <= mostRadios)
        return {
          kind: 'radios',
          note,
          params: {
            ...shared,
            idPrefix: id,
            classes:
              choices.length + none.length <= mostInline ? 'govuk-radios--inline' : 'govuk-radios--small',
            fieldset: legend,
            items: [...choices, ...none].map((item) => ({ ...item, checked: item.value === text })),
          },
        };
      const open = { value: '', text: facts.words.caseForm.choose };
      return {
        kind: 'select',
        note,
        params: {
          ...labelled,
          items: [
            field.isNeeded === true ? open : { value: '', text: facts.words.caseForm.notSaid },
            ...choices,
          ].map((item) => ({ ...item, selected: item.value === text })),
        },
      };
    }
    case 'refs':
    case 'options':
      return {
        kind: 'checkboxes',
        note,
        params: {
          ...shared,
          idPrefix: id,
          classes: 'govuk-checkboxes--small',
          fieldset: legend,
          items: boxItems(field, typed, id, facts),
        },
      };
    case 'pair':
    case 'models':
      return {
        kind: 'group',
        id,
        legend: asked,
        hint: hint ?? null,
        fault,
        note,
        fields: partFields(field, typed, id, facts),
      };
    case 'day':
    case 'factors':
    case 'names':
    case 'number':
    case 'score':
    case 'text':
    case 'uncertain':
    case 'when':
    case 'year':
    default:
      return { kind: 'text', note, params: { ...labelled, value: text, ...inputOf(field) } };
  }
}

function widthOf(characters: 10 | 20): { classes: string } {
  return { classes: `govuk-input--width-${characters}` };
}

/** How wide an input is, and what stands beside it. */
function inputOf(field: CaseField): Partial<FieldParams> {
  const plain = { spellcheck: false, autocomplete: 'off' };
  switch (field.kind) {
    case 'number':
      return {
        ...plain,
        ...widthOf(10),
        inputmode: 'decimal',
        ...(field.unit === 'pounds' && { prefix: { text: '£' } }),
        ...(field.unit === 'percent' && { suffix: { text: '%' } }),
      };
    case 'uncertain':
      return { ...plain, ...widthOf(20), ...(field.unit === 'pounds' && { prefix: { text: '£' } }) };
    case 'day':
    case 'year':
    case 'score':
      return { ...plain, ...widthOf(10) };
    case 'when':
    case 'names':
    case 'factors':
      return plain;
    case 'area':
    case 'choice':
    case 'models':
    case 'options':
    case 'pair':
    case 'ref':
    case 'refs':
    case 'text':
    case 'texts':
    case 'yes-no':
    default:
      return { spellcheck: true, autocomplete: 'off' };
  }
}

function boxItems(field: CaseField, typed: Typed, id: string, facts: ChoiceFacts): Item[] {
  const { path } = field;
  const prefix = `${path}:`;
  const known =
    field.kind === 'options'
      ? [{ value: everyOption, text: facts.words.cases.allOptions }, ...choicesOf('option', facts)]
      : 'to' in field
        ? choicesOf(field.to, facts)
        : [];
  const strays = Object.keys(typed)
    .filter((name) => name.startsWith(prefix))
    .map((name) => name.slice(prefix.length))
    .filter((part) => !known.some(({ value }) => value === part))
    .map((value) => ({ value, text: value }));
  return [...known, ...strays].map(({ value, text }, index) => ({
    // The first box has the id to which the summary of errors leads.
    ...(index === 0 && { id }),
    name: inputName(path, value),
    value: 'yes',
    text,
    checked: (typed[inputName(path, value)] ?? '') !== '',
  }));
}

/** The selects of a pair, or one for each component. */
function partFields(
  field: CaseField,
  typed: Typed,
  id: string,
  facts: ChoiceFacts,
): { kind: 'select'; params: FieldParams }[] {
  const { words } = facts;
  const parts =
    field.kind === 'pair'
      ? [
          { part: '0', text: words.caseForm.oneEnd },
          { part: '1', text: words.caseForm.otherEnd },
        ]
      : facts.document.components.map((component) => ({ part: component.id, text: component.name }));
  const choices = choicesOf(field.kind === 'pair' ? field.to : 'model', facts);
  return parts.map(({ part, text }, index) => {
    const name = inputName(field.path, part);
    const chosen = typed[name] ?? '';
    const items = [
      { value: '', text: words.caseForm.notSaid },
      ...choices,
      ...(chosen === '' || choices.some(({ value }) => value === chosen)
        ? []
        : [{ value: chosen, text: chosen }]),
    ];
    return {
      kind: 'select',
      params: {
        id: index === 0 ? id : `${id}-${index}`,
        name,
        label: { text, classes: '' },
        items: items.map((item) => ({ ...item, selected: item.value === chosen })),
      },
    };
  });
}

/** Room for what is written, between three and fourteen lines. */
function rowsFor(text: string): number {
  const lines = text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / 75)), 0);
  return Math.min(14, Math.max(3, lines + 1));
}
