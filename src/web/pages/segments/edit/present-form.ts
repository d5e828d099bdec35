import type { PlaybookKnowledge } from '../../../../app/segments/read-playbook.ts';
import { isSection, type PartItem, type PlaybookPart } from '../../../../app/segments/playbook-parts.ts';
import { facts } from '../../../../domain/segments/checks/facts.ts';
import { leverHolders, outcomes, type Playbook } from '../../../../domain/segments/playbook/playbook.ts';
import { sectionIds, sectionNeeds } from '../../../../domain/segments/playbook/sections.ts';
import type { Catalogue } from '../../../catalogue/catalogue.ts';
import type { TypedItem } from './read-form.ts';

/** A fault at a field of an item, or of the whole form. */
export type FieldFault = { item: number | null; field: string; message: string };

/** What the form of a part is made of. */
export type FormParts = {
  part: PlaybookPart;
  playbook: Playbook;
  items: readonly TypedItem[];
  faults: readonly FieldFault[];
  models: readonly { id: string; name: string }[];
};

type Choice = { value: string; text: string; selected?: boolean };

/** Long texts, each with its rows. */
const areaRows: Readonly<Record<string, number>> = { text: 5, because: 3, act: 3, when: 4, summary: 4 };

/** The fields of a part as GOV.UK macros take them, one group for each paragraph or check. */
export function presentItems(parts: FormParts, words: Catalogue) {
  const { part, items } = parts;
  const { form: text } = words.playbookEditing;
  const shown = shownFields(parts);
  return items.map((item, at) => {
    const isNew = part !== 'about' && at === items.length - 1;
    const title = item.fields['title'] ?? '';
    const legend =
      part === 'checks'
        ? isNew
          ? text.newCheck
          : text.checkItem(at + 1, title)
        : isNew
          ? text.newItem
          : text.item(at + 1);
    return {
      legend: part === 'about' ? null : legend,
      isNew,
      isOpen: part !== 'checks' || parts.faults.some(({ item: faulty }) => faulty === item.index),
      fields: shown.map((name) => presentField(parts, item, name, words)),
      place:
        isNew || part === 'about'
          ? null
          : {
              id: `i${item.index}-place`,
              value: item.place || String(at + 1),
              hint: at === 0 ? text.placeHint : null,
            },
      remove: isNew || part === 'about' ? null : { id: `i${item.index}-remove`, isChecked: item.isRemoved },
    };
  });
}

/** Fields that the part needs, or that something in it has. */
function shownFields({ part, items }: FormParts): string[] {
  if (!isSection(part)) return Object.keys(items[0]?.fields ?? {});
  const needs: readonly string[] = sectionNeeds[part] ?? [];
  const isUsed = (name: string): boolean => items.some(({ fields }) => (fields[name] ?? '') !== '');
  return ['name', 'by', 'model', 'text', 'formula', 'from', 'id'].filter(
    (name) => ['text', 'from', 'id', 'name'].includes(name) || needs.includes(name) || isUsed(name),
  );
}

function presentField(parts: FormParts, item: TypedItem, name: string, words: Catalogue) {
  const { form: text } = words.playbookEditing;
  const id = `i${item.index}-${name}`;
  const value = item.fields[name] ?? '';
  const fault = parts.faults.find((one) => one.item === item.index && one.field === name);
  const own = wordsOf(name, text.fields);
  const params = {
    id,
    name: id,
    value,
    label: { text: own.label, classes: 'govuk-label--s' },
    // Said once: below every paragraph it would bury the texts.
    ...(own.hint !== '' && item.index === 0 && { hint: { text: own.hint } }),
    ...(fault !== undefined && { errorMessage: { text: fault.message } }),
  };
  const choices = choicesOf(name, parts, item.fields, words);
  if (choices !== null)
    return {
      kind: 'select' as const,
      params: { ...params, items: choices.map((one) => ({ ...one, selected: one.value === value })) },
    };
  const rows = areaRows[name];
  if (rows !== undefined)
    return {
      kind: 'area' as const,
      params: { ...params, rows, ...(name === 'when' && { classes: 'ds-code', spellcheck: false }) },
    };
  return { kind: 'text' as const, params: { ...params, spellcheck: !['id', 'from'].includes(name) } };
}

function wordsOf(
  name: string,
  fields: Readonly<Record<string, { label: string; hint: string }>>,
): { label: string; hint: string } {
  return fields[name] ?? { label: name, hint: '' };
}

/** What a field can be chosen from; null where it is typed. */
function choicesOf(
  name: string,
  { playbook, models }: FormParts,
  fields: PartItem,
  words: Catalogue,
): Choice[] | null {
  const { playbooks } = words;
  const { form: text, parts: headings } = words.playbookEditing;
  const none = { value: '', text: text.none };
  if (name === 'outcome') return outcomes.map((value) => ({ value, text: text.outcomes[value] }));
  if (name === 'status')
    return (['unreviewed', 'reviewed'] as const).map((value) => ({ value, text: text.statuses[value] }));
  if (name === 'by') return [none, ...leverHolders.map((value) => ({ value, text: text.holders[value] }))];
  if (name === 'model') return [none, ...models.map(({ id, name: own }) => ({ value: id, text: own }))];
  if (name !== 'passage') return null;
  const passages = sectionIds.flatMap((section) => [
    { value: section, text: headings[section] },
    ...playbook.sections[section].flatMap(({ id, name: own }) =>
      id === null
        ? []
        : [{ value: `${section}.${id}`, text: `${playbooks.sections[section]}: ${own ?? id}` }],
    ),
  ]);
  const typed = fields['passage'] ?? '';
  const isKnown = typed === '' || passages.some(({ value }) => value === typed);
  return isKnown ? passages : [{ value: typed, text: typed }, ...passages];
}

/** What the form may name: sources, and for conditions the facts with what they mean. */
export function presentKnown(part: PlaybookPart, knowledge: PlaybookKnowledge) {
  return {
    sources:
      part === 'about'
        ? []
        : [...knowledge.sources.values()].map(({ id, title, publisher }) => ({
            id,
            text: `${title}, ${publisher}`,
          })),
    facts:
      part === 'checks'
        ? Object.entries(facts).map(([id, { label, meaning }]) => ({ id, text: `${label}. ${meaning}` }))
        : [],
  };
}
