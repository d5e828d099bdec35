import { uncertain } from '../../../domain/decisions/case-parts/case-fields.ts';
import type { CaseField } from './case-field.ts';
import { readDay, shortDay } from './typed-day.ts';
import { numberText, readNumber } from './typed-number.ts';
import { readUncertain, uncertainText } from './typed-uncertain.ts';
import { readWhen, whenText, yearText } from './typed-when.ts';
import { isRecord, isTiming, isUncertain, plainText } from './value-shapes.ts';

/** What was typed: names of inputs → texts. */
export type Typed = Readonly<Record<string, string>>;

/** What a text stands for; undefined where nothing was given. */
export type ReadField = { value: unknown } | { fault: FieldFault };

/** Why a text can’t be read; the catalogue has the words. */
export type FieldFault =
  | 'needed'
  | 'number'
  | 'whole'
  | 'uncertain'
  | 'score'
  | 'day'
  | 'year'
  | 'when'
  | 'factors'
  | 'choice'
  | 'names'
  | { says: string };

/** The name of an input that is one of several of a field: a box, an end of a pair. */
export function inputName(path: string, part: string): string {
  return `${path}:${part}`;
}

/** What stands for “all” among the boxes of options. */
export const everyOption = '*';

/**
 * A value as the inputs of its field show it.
 *
 * @example writeField({ path: 'on', kind: 'day' }, '2028-03-31') // { on: '31/3/2028' }
 */
export function writeField(field: CaseField, value: unknown): Record<string, string> {
  const { path } = field;
  if (value === undefined || value === null) return {};
  switch (field.kind) {
    case 'number':
      return { [path]: typeof value === 'number' ? numberText(value) : plainText(value) };
    case 'uncertain':
      return isUncertain(value) ? { [path]: uncertainText(value) } : {};
    case 'score':
      return isUncertain(value) ? { [path]: uncertainText(value) } : {};
    case 'day':
      return { [path]: shortDay(plainText(value)) };
    case 'when':
      return isTiming(value) ? { [path]: whenText(value) } : {};
    case 'factors':
      return {
        [path]: Object.entries(isRecord(value) ? value : {})
          .map(([name, factor]) => `${name} ${String(factor)}`)
          .join(', '),
      };
    case 'yes-no':
      return { [path]: value === true || value === 'yes' || value === 'true' ? 'yes' : 'no' };
    case 'names':
      return { [path]: textsOf(value).join(', ') };
    case 'texts':
      return { [path]: linesText(textsOf(value)) };
    case 'refs':
      return boxes(path, textsOf(value));
    case 'options':
      return boxes(path, value === 'all' ? [everyOption] : textsOf(value));
    case 'pair':
      return Object.fromEntries(textsOf(value).map((id, index) => [inputName(path, String(index)), id]));
    case 'models':
      return Object.fromEntries(
        Object.entries(isRecord(value) ? value : {}).map(([component, model]) => [
          inputName(path, component),
          String(model),
        ]),
      );
    case 'text':
    case 'area':
    case 'year':
    case 'choice':
    case 'ref':
    default:
      return typeof value === 'string' ? { [path]: value } : {};
  }
}

/**
 * What was typed into a field. Lines end as elsewhere, and white space around a text counts for nothing.
 *
 * @example readField({ path: 'on', kind: 'day' }, { on: '31 March 2028' }) // { value: '2028-03-31' }
 */
export function readField(field: CaseField, typed: Typed): ReadField {
  const read = readGiven(field, typed);
  if ('value' in read && read.value === undefined && field.isNeeded === true) return { fault: 'needed' };
  return read;
}

function readGiven(field: CaseField, typed: Typed): ReadField {
  const { path } = field;
  const text = (typed[path] ?? '').replaceAll('\r\n', '\n').trim();
  if (field.kind === 'refs') return { value: filled(partsOf(path, typed).map(([part]) => part)) };
  if (field.kind === 'options') {
    const chosen = partsOf(path, typed).map(([part]) => part);
    return { value: chosen.includes(everyOption) ? 'all' : filled(chosen) };
  }
  if (field.kind === 'pair') {
    const ends = partsOf(path, typed).map(([, id]) => id);
    if (ends.length === 0) return { value: undefined };
    return ends.length === 2 ? { value: ends } : { fault: 'choice' };
  }
  if (field.kind === 'models') {
    const chosen = partsOf(path, typed);
    return { value: chosen.length === 0 ? undefined : Object.fromEntries(chosen) };
  }
  return text === '' ? { value: undefined } : readText(field, text);
}

function orFault(value: unknown, fault: FieldFault): ReadField {
  return value === null ? { fault } : { value };
}

function readText(field: CaseField, text: string): ReadField {
  switch (field.kind) {
    case 'number': {
      const value = readNumber(text);
      return field.isWhole === true && value !== null && !Number.isInteger(value)
        ? { fault: 'whole' }
        : orFault(value, field.isWhole === true ? 'whole' : 'number');
    }
    case 'uncertain': {
      const value = readUncertain(text);
      if (value === null) return { fault: 'uncertain' };
      const checked = uncertain.safeParse(value);
      return checked.success
        ? { value }
        : { fault: { says: sentence(checked.error.issues[0]?.message ?? '') } };
    }
    case 'score': {
      const value = readUncertain(text);
      const isRange = typeof value === 'object' && value?.low !== undefined && value.likely === undefined;
      return typeof value === 'number' || isRange ? { value } : { fault: 'score' };
    }
    case 'day':
      return orFault(readDay(text), 'day');
    case 'year': {
      const year = yearText(text);
      return /^20\d\d-\d\d$/u.test(year) ? { value: year } : { fault: 'year' };
    }
    case 'when':
      return orFault(readWhen(text), 'when');
    case 'factors':
      return orFault(readFactors(text), 'factors');
    case 'yes-no':
      return text === 'yes' || text === 'no' ? { value: text === 'yes' } : { fault: 'choice' };
    case 'choice':
      return field.of.includes(text) ? { value: text } : { fault: 'choice' };
    case 'names': {
      const names = text.split(/[,;\s]+/u).filter((name) => name !== '');
      return names.every((name) => /^[a-z0-9]+(-[a-z0-9]+)*$/u.test(name))
        ? { value: names }
        : { fault: 'names' };
    }
    case 'texts':
      return { value: filled(readLines(text)) };
    case 'text':
    case 'area':
    case 'ref':
    case 'refs':
    case 'options':
    case 'pair':
    case 'models':
    default:
      return { value: text };
  }
}

/** `day-rate 1.15, volume 0.8` as names with factors; null where a part is neither. */
function readFactors(text: string): Record<string, number> | null {
  const read = text
    .split(/[,;\n]/u)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => /^([a-z0-9]+(?:-[a-z0-9]+)*)\s*[:=× ]\s*(\d+(?:\.\d+)?)$/u.exec(part));
  return read.some((found) => found === null)
    ? null
    : Object.fromEntries(read.map((found) => [found?.[1] ?? '', Number(found?.[2])]));
}

/** One text a line; where a text has lines of its own, empty lines stand between. */
function linesText(texts: readonly string[]): string {
  return texts.some((text) => text.includes('\n'))
    ? texts.map((text) => text.trim()).join('\n\n')
    : texts.join('\n');
}

function readLines(text: string): string[] {
  const isApart = /\n\s*\n/u.test(text);
  return text
    .split(isApart ? /\n\s*\n/u : '\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function boxes(path: string, chosen: readonly string[]): Record<string, string> {
  return Object.fromEntries(chosen.map((id) => [inputName(path, id), 'yes']));
}

/** Inputs of a field that has several, those that say something. */
function partsOf(path: string, typed: Typed): [part: string, text: string][] {
  return Object.entries(typed).flatMap(([name, text]) =>
    name.startsWith(`${path}:`) && text.trim() !== '' ? [[name.slice(path.length + 1), text.trim()]] : [],
  );
}

function filled(texts: readonly string[]): readonly string[] | undefined {
  return texts.length === 0 ? undefined : texts;
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;
}
