import type { CaseBeginning } from '../../../../app/decisions/begin-case.ts';
import type { CaseField } from '../../../components/case-form/case-field.ts';
import { readField, type FieldFault, type Typed } from '../../../components/case-form/field-text.ts';
import { plainText } from '../../../components/case-form/value-shapes.ts';

/** What a case can’t begin without. */
export const beginningFields: readonly CaseField[] = [
  { path: 'title', kind: 'text', isNeeded: true },
  { path: 'id', kind: 'text', isCore: true },
  { path: 'buyer', kind: 'text', isNeeded: true },
  { path: 'buyerType', kind: 'ref', to: 'body-type', isNeeded: true },
  { path: 'statement', kind: 'area', isNeeded: true },
  { path: 'outcome', kind: 'text', isNeeded: true },
  { path: 'neededBy', kind: 'day', isNeeded: true },
  { path: 'ifNothing', kind: 'area', isNeeded: true },
  { path: 'firstYear', kind: 'year', isNeeded: true },
  { path: 'years', kind: 'number', isWhole: true, isNeeded: true },
  { path: 'priceBase', kind: 'year', isNeeded: true },
];

/**
 * The beginning of a case as it was typed; null where something is missing or can’t be read.
 *
 * @example readBeginning({}).faults['title'] // 'needed'
 */
export function readBeginning(typed: Typed): {
  beginning: CaseBeginning | null;
  faults: Record<string, FieldFault>;
} {
  const faults: Record<string, FieldFault> = {};
  const values: Record<string, string> = {};
  for (const field of beginningFields) {
    const read = readField(field, typed);
    if ('fault' in read) faults[field.path] = read.fault;
    else if (read.value !== undefined) values[field.path] = plainText(read.value);
  }
  if (Object.keys(faults).length > 0) return { beginning: null, faults };
  const text = (name: string): string => values[name] ?? '';
  return {
    faults,
    beginning: {
      title: text('title'),
      id: values['id'] ?? null,
      buyer: { name: text('buyer'), type: text('buyerType') },
      need: {
        statement: text('statement'),
        outcome: text('outcome'),
        neededBy: text('neededBy'),
        ifNothing: text('ifNothing'),
      },
      appraisal: {
        firstYear: text('firstYear'),
        years: Number(text('years')),
        priceBase: text('priceBase'),
      },
    },
  };
}
