import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { caseDocument } from '../../../domain/decisions/case-parts/case-document.ts';
import type { CaseField } from './case-field.ts';
import { caseParts } from './case-parts.ts';
import { readField, writeField } from './field-text.ts';
import { itemsOf } from './item-name.ts';
import { readDay } from './typed-day.ts';
import { numberText, readNumber } from './typed-number.ts';
import { readUncertain } from './typed-uncertain.ts';
import { readWhen } from './typed-when.ts';
import { valueAt } from './value-shapes.ts';

const root = new URL('../../../../', import.meta.url);
const documents = ['case-management', 'cloud-commitment', 'council-system'].map((name) =>
  caseDocument.parse(parse(readFileSync(new URL(`examples/${name}.yaml`, root), 'utf8'))),
);

describe('what a form shows reads back as what stands in the document', () => {
  const shown = documents.flatMap((document) =>
    caseParts.flatMap((part): { field: CaseField; value: unknown }[] => {
      if (part.kind === 'own') return [];
      const bases: unknown[] = part.kind === 'list' ? itemsOf(part, document) : [document];
      return bases.flatMap((base) =>
        part.fields.map((field) => ({ field, value: valueAt(base, field.path) })),
      );
    }),
  );
  const kinds = [...new Set(shown.map(({ field }) => field.kind))];

  test.each(kinds)('%s', (kind) => {
    const own = shown.filter(({ field, value }) => field.kind === kind && value !== undefined);
    expect(own.length).toBeGreaterThan(0);
    for (const { field, value } of own) {
      const empty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
      expect([field.path, readField({ ...field, isNeeded: false }, writeField(field, value))]).toEqual([
        field.path,
        { value: empty ? undefined : value },
      ]);
    }
  });

  test('figures and spreads of every form are among them', () => {
    const figures = shown.filter(({ field }) => field.kind === 'uncertain').map(({ value }) => value);
    expect(shown.length).toBeGreaterThan(2000);
    expect(figures.some((value) => typeof value === 'object' && value !== null && 'oneOf' in value)).toBe(
      true,
    );
  });
});

test.each([
  ['1,234.50', 1234.5],
  ['£1.2m', 1_200_000],
  ['450k', 450_000],
  ['2bn', 2_000_000_000],
  ['−5', -5],
  ['20%', 20],
  ['.5', 0.5],
  ['1,5', null],
  ['12,34', null],
  ['lots', null],
  ['', null],
  ['1e999', null],
])('the number "%s" is read as %s', (text, value) => {
  expect(readNumber(text)).toBe(value);
});

test('a number is shown with thousands apart and nothing rounded', () => {
  expect([0, -1234567.125, 1e-7, 1e21].map(numberText)).toEqual(['0', '-1,234,567.125', '1e-7', '1e+21']);
});

test.each([
  ['500', 500],
  ['400 / 520 / 900', { low: 400, likely: 520, high: 900 }],
  ['£400k/£520k/£900k', { low: 400_000, likely: 520_000, high: 900_000 }],
  ['400 to 900', { low: 400, high: 900 }],
  ['400 / 520 / 900 triangular', { low: 400, likely: 520, high: 900, shape: 'triangular' }],
  ['P10 5 / p90 9', { p10: 5, p90: 9 }],
  ['mean 5 / sd 1', { mean: 5, sd: 1 }],
  [
    '20% 0 / 80% of 100k',
    {
      oneOf: [
        { value: 0, probability: 0.2 },
        { value: 100_000, probability: 0.8 },
      ],
    },
  ],
  ['400 / likely', null],
  ['1 / 2 / 3 / 4', null],
  ['400 triangular', null],
])('"%s" is understood as a spread', (text, value) => {
  expect(readUncertain(text)).toEqual(value);
});

test('a spread the wrong way round is told in the words of the schema', () => {
  const field: CaseField = { path: 'cost', kind: 'uncertain' };
  expect(readField(field, { cost: '900 / 400' })).toEqual({
    fault: { says: 'Low (900) is above high (400): exchange them.' },
  });
  expect(readField(field, { cost: '20% 1 / 20% 2' })).toEqual({
    fault: { says: 'The probabilities sum to 0.4: make them sum to 1.' },
  });
});

test.each([
  ['2027/28', { once: '2027-28' }],
  ['27-28', { once: '2027-28' }],
  ['2028-29 to 2033/34', { from: '2028-29', to: '2033-34' }],
  ['2027-28 40%, 2028-29: 60 %', { shares: { '2027-28': 0.4, '2028-29': 0.6 } }],
  ['2027-28 40%, 2027-28 60%', null],
  ['soon', null],
])('"%s" says when', (text, value) => {
  expect(readWhen(text)).toEqual(value);
});

test.each([
  ['31/3/2028', '2028-03-31'],
  ['31.03.2028', '2028-03-31'],
  ['31 March 2028', '2028-03-31'],
  ['1st Sept 2028', '2028-09-01'],
  ['2028-3-31', '2028-03-31'],
  ['31/2/2028', null],
  ['29/2/2028', '2028-02-29'],
  ['March 2028', null],
  ['1 Ma 2028', null],
])('the day "%s" is read as %s', (text, day) => {
  expect(readDay(text)).toBe(day);
});

test('what is needed and isn’t there is asked for; what isn’t needed may be left out', () => {
  expect(readField({ path: 'on', kind: 'day', isNeeded: true }, { on: '  ' })).toEqual({ fault: 'needed' });
  expect(readField({ path: 'on', kind: 'day' }, {})).toEqual({ value: undefined });
});

test('an answer that can’t be chosen is refused, whoever sent it', () => {
  const field: CaseField = { path: 'result', kind: 'choice', set: 'testResult', of: ['pass', 'fail'] };
  expect(readField(field, { result: 'maybe' })).toEqual({ fault: 'choice' });
  expect(readField({ path: 'sunk', kind: 'yes-no' }, { sunk: 'true' })).toEqual({ fault: 'choice' });
});

test('all options win over single ones', () => {
  const field: CaseField = { path: 'options', kind: 'options' };
  expect(readField(field, { 'options:saas': 'yes', 'options:*': 'yes' })).toEqual({ value: 'all' });
  expect(readField(field, { 'options:saas': 'yes', 'options:mixed': 'yes' })).toEqual({
    value: ['saas', 'mixed'],
  });
});
