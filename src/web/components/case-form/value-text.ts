import type { CaseField } from './case-field.ts';
import { choicesOf, nameOf, type ChoiceFacts } from './choices.ts';
import { writeField } from './field-text.ts';
import { numberText } from './typed-number.ts';
import { isRecord, plainText } from './value-shapes.ts';

/**
 * A value of a field in words, as lists and comparisons show it; empty where there is none.
 *
 * @example valueText({ path: 'on', kind: 'day' }, '2028-03-31', facts) // '31 March 2028'
 */
export function valueText(field: CaseField, value: unknown, facts: ChoiceFacts): string {
  const { words } = facts;
  if (value === undefined || value === null || value === '') return '';
  const texts = Array.isArray(value) ? value.map(String) : [];
  switch (field.kind) {
    case 'day':
      return words.format.day(plainText(value));
    case 'yes-no':
      return value === true ? words.cases.yes : words.cases.no;
    case 'choice':
      return (
        field.texts?.[plainText(value)] ??
        words.caseChoices[field.set]?.[plainText(value)] ??
        plainText(value)
      );
    case 'number':
      return unitText(numberText(Number(value)), field.unit);
    case 'uncertain': {
      const text = writeField(field, value)[field.path] ?? '';
      return unitText(text, field.unit);
    }
    case 'ref':
      return nameOf(field.to, plainText(value), facts);
    case 'refs':
      return words.format.list(texts.map((id) => nameOf(field.to, id, facts)));
    case 'pair':
      return texts.map((id) => nameOf(field.to, id, facts)).join(' – ');
    case 'options':
      return value === 'all'
        ? words.cases.allOptions
        : words.format.list(texts.map((id) => nameOf('option', id, facts)));
    case 'models':
      return Object.entries(isRecord(value) ? value : {})
        .map(
          ([component, model]) =>
            `${nameOf('component', component, facts)}: ${nameOf('model', String(model), facts)}`,
        )
        .join('; ');
    case 'texts':
      return texts.join('; ');
    case 'text':
    case 'area':
    case 'year':
    case 'names':
    case 'score':
    case 'when':
    case 'factors':
    default:
      return writeField(field, value)[field.path] ?? '';
  }
}

/** Pounds before a single figure; a spread stays as it is typed. */
function unitText(text: string, unit: 'pounds' | 'percent' | undefined): string {
  if (unit === 'percent') return `${text}%`;
  return unit === 'pounds' && /^[\d,.]+$/u.test(text) ? `£${text}` : text;
}

/** The choices of a field, with what stands in the document even where it can’t be chosen any more. */
export function shownChoices(
  field: CaseField,
  chosen: string,
  facts: ChoiceFacts,
): { value: string; text: string }[] {
  const choices =
    field.kind === 'choice'
      ? field.of.map((value) => ({
          value,
          text: field.texts?.[value] ?? facts.words.caseChoices[field.set]?.[value] ?? value,
        }))
      : field.kind === 'yes-no'
        ? [
            { value: 'yes', text: facts.words.cases.yes },
            { value: 'no', text: facts.words.cases.no },
          ]
        : 'to' in field
          ? choicesOf(field.to, facts)
          : [];
  return chosen === '' || choices.some(({ value }) => value === chosen)
    ? choices
    : [...choices, { value: chosen, text: chosen }];
}
