import {
  purchaseCategories,
  purchaseConfidences,
  purchaseStages,
  purchaseVatBases,
} from '../../../domain/pipeline/planned-purchase.ts';
import { segmentIds } from '../../../domain/segments/segment.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { PurchaseFaults, PurchaseTyped } from './read-form.ts';

type FieldName = keyof PurchaseTyped;
type Choice = { value: string; text: string; hint?: { text: string }; checked?: boolean };

/** A field as the components of GOV.UK Frontend take it. */
type FieldParams = {
  id?: string;
  idPrefix?: string;
  name: FieldName;
  value: string;
  label?: { text: string; classes: string };
  fieldset?: { legend: { text: string; classes: string } };
  hint?: { text: string };
  errorMessage?: { text: string };
  classes?: string;
  rows?: number;
  inputmode?: string;
  spellcheck?: boolean;
  items?: Choice[];
};

type Field = { kind: 'text' | 'area' | 'select' | 'radios'; params: FieldParams };
/** Fields that answer one question together, under its legend. */
type Group = { kind: 'group'; legend: string; fields: Field[] };
type Section = { heading: string; fields: (Field | Group)[] };

/** What the form of a purchase shows. */
export type PurchaseForm = {
  sections: Section[];
  errors: { text: string; href: string | null }[];
};

/**
 * The form of a purchase.
 *
 * @param faults what is wrong, by field
 * @param refusal what is wrong with the whole; null where nothing is
 * @param isNew whether buyer and reference are asked for too
 */
export function presentPurchaseForm(
  typed: PurchaseTyped,
  { faults, refusal, isNew }: { faults: PurchaseFaults; refusal: string | null; isNew: boolean },
  words: Catalogue,
): PurchaseForm {
  const fields = new FormFields(typed, faults, words);
  const sections = sectionsOf(fields, isNew, words);
  const order = sections.flatMap((section) =>
    section.fields
      .flatMap((field) => (field.kind === 'group' ? field.fields : [field]))
      .map(({ params }) => params.name),
  );
  const known: Readonly<Record<string, FieldName>> = Object.fromEntries(order.map((name) => [name, name]));
  const stray = Object.entries(faults).filter(([name]) => known[name] === undefined);
  return {
    sections,
    errors: [
      ...(refusal === null ? [] : [{ text: refusal, href: null }]),
      ...stray.map(([, text]) => ({ text, href: null })),
      ...order.flatMap((name) => {
        const text = faults[name];
        return text === undefined ? [] : [{ text, href: `#${name}` }];
      }),
    ],
  };
}

function sectionsOf(
  fields: FormFields,
  isNew: boolean,
  { purchases: text, pipeline, market }: Catalogue,
): Section[] {
  return [
    {
      heading: text.sections.what,
      fields: [
        ...(isNew
          ? [fields.text('buyer'), fields.text('reference', { classes: 'govuk-input--width-20' })]
          : []),
        fields.text('title', { spellcheck: true }),
        fields.area('description'),
        fields.select('segment', [
          { value: '', text: text.chooseSegment },
          ...segmentIds.map((value) => ({ value, text: market.segmentNames[value] })),
        ]),
        fields.radios('category', [
          ...purchaseCategories.map((value) => ({ value, text: text.categories[value] })),
          { value: '', text: text.notSaid },
        ]),
        fields.text('cpv'),
      ],
    },
    {
      heading: text.sections.value,
      fields: [
        {
          kind: 'group',
          legend: text.values,
          fields: [
            fields.part('valueLow', { inputmode: 'decimal' }),
            fields.part('valueHigh', { inputmode: 'decimal' }),
            fields.part('currency', { classes: 'govuk-input--width-4' }),
          ],
        },
        fields.radios(
          'vat',
          purchaseVatBases.map((value) => ({ value, text: text.vats[value].choice })),
        ),
        fields.radios('framework', [
          { value: 'no', text: text.no },
          { value: 'yes', text: text.yes },
        ]),
      ],
    },
    {
      heading: text.sections.when,
      fields: [
        {
          kind: 'group',
          legend: text.starts,
          fields: [fields.part('startFrom'), fields.part('startTo')],
        },
        fields.text('months', { classes: 'govuk-input--width-3', inputmode: 'numeric' }),
        fields.text('noticeOn', { classes: 'govuk-input--width-10' }),
      ],
    },
    {
      heading: text.sections.firmness,
      fields: [
        fields.radios(
          'stage',
          purchaseStages.map((value) => {
            const hint = text.stageHints[value];
            return {
              value,
              text: pipeline.stages[value],
              ...(hint !== undefined && { hint: { text: hint } }),
            };
          }),
        ),
        fields.radios(
          'confidence',
          purchaseConfidences.map((value) => ({ value, text: pipeline.confidences[value] })),
        ),
        fields.radios('shareable', [
          { value: 'yes', text: text.shared.yes },
          { value: 'no', text: text.shared.no },
        ]),
      ],
    },
    { heading: text.sections.follows, fields: [fields.text('replaces'), fields.text('process')] },
    { heading: text.sections.says, fields: [fields.text('by', { classes: 'govuk-input--width-20' })] },
  ];
}

/** Fields with their words, what was typed into them, and what is wrong with it. */
class FormFields {
  private readonly typed: PurchaseTyped;
  private readonly faults: PurchaseFaults;
  private readonly words: Catalogue;

  constructor(typed: PurchaseTyped, faults: PurchaseFaults, words: Catalogue) {
    this.typed = typed;
    this.faults = faults;
    this.words = words;
  }

  text(name: FieldName, more: Partial<FieldParams> = {}): Field {
    return { kind: 'text', params: { id: name, spellcheck: false, ...this.labelled(name), ...more } };
  }

  /** Part of a group, whose legend is the question: its own label stands back. */
  part(name: FieldName, more: Partial<FieldParams> = {}): Field {
    const label = { text: this.words.purchases.fields[name].label, classes: '' };
    return this.text(name, { classes: 'govuk-input--width-10', ...more, label });
  }

  area(name: FieldName): Field {
    return { kind: 'area', params: { id: name, rows: 4, spellcheck: true, ...this.labelled(name) } };
  }

  select(name: FieldName, items: Choice[]): Field {
    return { kind: 'select', params: { id: name, ...this.labelled(name), items } };
  }

  /** Its first radio has the name as its id, which is where the summary of errors leads. */
  radios(name: FieldName, items: Choice[]): Field {
    const legend = { text: this.words.purchases.fields[name].label, classes: 'govuk-fieldset__legend--s' };
    const chosen = this.typed[name];
    // The component takes an empty value for none at all, so what is chosen is said item by item.
    const marked = items.map((item) => ({ ...item, checked: item.value === chosen }));
    return {
      kind: 'radios',
      params: { idPrefix: name, ...this.common(name), fieldset: { legend }, items: marked },
    };
  }

  private labelled(name: FieldName) {
    const label = { text: this.words.purchases.fields[name].label, classes: 'govuk-label--s' };
    return { ...this.common(name), label };
  }

  private common(name: FieldName) {
    const { hint } = this.words.purchases.fields[name];
    const fault = this.faults[name];
    return {
      name,
      value: this.typed[name],
      ...(hint !== null && { hint: { text: hint } }),
      ...(fault !== undefined && { errorMessage: { text: fault } }),
    };
  }
}
