import { compareDocuments } from '../../../domain/decisions/compare-documents.ts';
import type { CaseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import type { CaseField } from './case-field.ts';
import { editedElsewhere, findPart, placeOf } from './case-parts.ts';
import type { ChoiceFacts } from './choices.ts';
import { itemName, itemsOf } from './item-name.ts';
import { isRecord, valueAt } from './value-shapes.ts';
import { valueText } from './value-text.ts';

/** A difference of two documents in words. */
export type DescribedDifference = {
  /** Title of the page on which it is edited. */
  part: string;
  /** Where: the item and the field. */
  place: string;
  kind: 'added' | 'removed' | 'changed';
  before: string;
  after: string;
};

/**
 * What differs between two versions of a case, or between two cases, in the words of the pages on which it is edited.
 *
 * @param facts of the earlier and of the later document, so that each names its own options and groups
 */
export function describeDifferences(
  before: CaseDocument,
  after: CaseDocument,
  facts: { before: ChoiceFacts; after: ChoiceFacts },
): DescribedDifference[] {
  const { words } = facts.after;
  const found = compareDocuments(before, after).filter(({ path }) => editedElsewhere[path] === undefined);
  return found.map(({ path, kind, before: was, after: is }) => {
    const [document, own] = kind === 'removed' ? [before, facts.before] : [after, facts.after];
    const place = placeOf(path);
    const part = place === null ? undefined : findPart(place.part);
    const texts = place === null ? undefined : words.caseParts[place.part];
    const field = fieldOf(path, place?.field ?? null, part?.id ?? '');
    const item = itemText(path, document, own);
    const label =
      field === null ? labelOf(path, own) : (words.caseFields[part?.id ?? '']?.[field.path]?.[0] ?? '');
    const text = (value: unknown, from: ChoiceFacts): string =>
      field === null || isRest(path, field) ? plainText(value, path, from) : valueText(field, value, from);
    return {
      part: texts?.title ?? path,
      place: [item, isWholeItem(path) ? '' : label].filter((one) => one !== '').join(': '),
      kind,
      before: text(was, facts.before),
      after: text(is, facts.after),
    };
  });
}

/** Whether a path goes on behind the field: then a part of its value is told. */
function isRest(path: string, field: CaseField): boolean {
  return !path.endsWith(field.path);
}

function isWholeItem(path: string): boolean {
  return path.endsWith(']');
}

function fieldOf(path: string, field: string | null, partId: string): CaseField | null {
  const part = findPart(partId);
  if (field === null || part === undefined || part.kind === 'own') return null;
  const found = part.fields.find((one) => one.path === field);
  return found === undefined || isWholeItem(path) ? null : found;
}

/** The item of a list that a path leads into, by its name. */
function itemText(path: string, document: CaseDocument, facts: ChoiceFacts): string {
  const [, list = '', index = ''] = /^(.*?)\[(\d+)\]/u.exec(path) ?? [];
  if (list === '') return '';
  if (list === 'scores') return scoreText(valueAt(document, `scores[${index}]`), facts);
  const part = placeOf(`${list}[${index}]`);
  const known = part === null ? undefined : findPart(part.part);
  return known?.kind === 'list' ? itemName(known, itemsOf(known, document)[Number(index)], facts) : '';
}

function scoreText(score: unknown, { document }: ChoiceFacts): string {
  if (!isRecord(score)) return '';
  const { assessor, option, criterion } = score;
  return [
    document.assessors.find(({ id }) => id === assessor)?.post ?? assessor,
    document.options.find(({ id }) => id === option)?.name ?? option,
    document.criteria.find(({ id }) => id === criterion)?.name ?? criterion,
  ].join(', ');
}

/** What a place without a field of its own is called: a question of the triage or of the Public Interest Test, points. */
function labelOf(path: string, { words, reference }: ChoiceFacts): string {
  const [first = '', second = '', third = ''] = path.split('.');
  if (first === 'triage')
    return reference.decisions.triage.questions.find(({ id }) => id === second)?.text ?? second;
  if (first === 'publicInterestTest') {
    const { parts, exclusions } = reference.decisions.interestTest;
    const asked = [...parts.flatMap(({ questions }) => questions), ...exclusions];
    const question = asked.find(({ id }) => id === second)?.text ?? second;
    return third === 'because' ? `${question} ${words.caseOwn.because}` : question;
  }
  if (path.endsWith('.swing')) return words.cases.points;
  if (first === 'weights') return weightLabels(words)[second] ?? second;
  return path.split('.').at(-1) ?? path;
}

function weightLabels({ caseOwn: own }: ChoiceFacts['words']): Readonly<Record<string, string>> {
  return {
    method: own.method,
    rationale: own.rationale,
    pricePerPoint: own.pricePerPoint,
    lockedBy: own.lockedBy,
    lockedOn: own.lockedOn,
  };
}

/** A value without a field: texts and numbers as they are, a whole item by its fields. */
function plainText(value: unknown, path: string, facts: ChoiceFacts): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? facts.words.cases.yes : facts.words.cases.no;
  if (typeof value === 'string') {
    const answer = answerText(value, path, facts);
    if (answer !== null) return answer;
    return /^\d{4}-\d\d-\d\d$/u.test(value) ? facts.words.format.day(value) : value;
  }
  if (typeof value === 'number') return facts.words.format.number(value);
  if (Array.isArray(value)) return value.map((one) => plainText(one, path, facts)).join('; ');
  if (!isRecord(value)) return '';
  const place = placeOf(path);
  const part = place === null ? undefined : findPart(place.part);
  if (part !== undefined && part.kind === 'list' && isWholeItem(path)) {
    const labels = facts.words.caseFields[part.id] ?? {};
    return part.fields
      .filter((field) => field.path !== 'id' && !part.named.includes(field.path))
      .flatMap((field) => {
        const given = valueAt(value, field.path);
        const text =
          JSON.stringify(given) === JSON.stringify(field.fallback) ? '' : valueText(field, given, facts);
        return text === '' ? [] : [`${labels[field.path]?.[0] ?? field.path}: ${text}`];
      })
      .join('; ');
  }
  return Object.entries(value)
    .map(([key, one]) => `${key}: ${plainText(one, `${path}.${key}`, facts)}`)
    .join('; ');
}

/** An answer to the triage or the Public Interest Test in its words; null where it is none. */
function answerText(value: string, path: string, { words, reference }: ChoiceFacts): string | null {
  const [first = '', second = '', third = ''] = path.split('.');
  if (first === 'publicInterestTest' && third === 'answer')
    return words.caseChoices['answer']?.[value] ?? null;
  if (first !== 'triage') return null;
  const question = reference.decisions.triage.questions.find(({ id }) => id === second);
  return question?.choices?.find(({ id }) => id === value)?.text ?? null;
}
