import { expect, test } from 'vitest';
import type { CaseField } from './case-field.ts';
import { readForm, readItem, writeForm } from './form-changes.ts';
import { mergeTyped } from './merge-typed.ts';

const fields: CaseField[] = [
  { path: 'name', kind: 'text', isNeeded: true },
  { path: 'vat.treatment', kind: 'text' },
  { path: 'vat.ratePercent', kind: 'number' },
  { path: 'present.description', kind: 'area', isCore: true },
  { path: 'present.endsOn', kind: 'day' },
];
const shape = { fields, groups: [{ path: 'vat', isWhole: true }, { path: 'present' }] };
const base = { name: 'One', vat: { treatment: 'unknown', ratePercent: 20 } };
const read = (changes: Record<string, string>, from: object = base) =>
  readForm(shape, { ...writeForm(shape, from), ...changes }, { base: from, at: ['list', 2] });

test('what wasn’t touched changes nothing', () => {
  expect(read({})).toEqual({ faults: {}, changes: [] });
});

test('a single answer is changed at its own place, a group that is whole as one', () => {
  expect(read({ name: 'Two', 'vat.ratePercent': '5' }).changes).toEqual([
    { path: ['list', 2, 'vat'], value: { treatment: 'unknown', ratePercent: 5 } },
    { path: ['list', 2, 'name'], value: 'Two' },
  ]);
});

test('a group begins with all it has, changes by parts, and goes when it is emptied', () => {
  expect(read({ 'present.description': 'Paper' }).changes).toEqual([
    { path: ['list', 2, 'present'], value: { description: 'Paper' } },
  ]);
  const there = { ...base, present: { description: 'Paper', endsOn: '2028-03-31' } };
  expect(read({ 'present.endsOn': '' }, there).changes).toEqual([
    { path: ['list', 2, 'present', 'endsOn'], value: undefined },
  ]);
  expect(read({ 'present.description': '', 'present.endsOn': '' }, there).changes).toEqual([
    { path: ['list', 2, 'present'], value: undefined },
  ]);
});

test('what a group can’t be without is asked for as soon as anything of it is there', () => {
  expect(read({ 'present.endsOn': '31/3/2028' }).faults).toEqual({ 'present.description': 'needed' });
  expect(readItem(shape, { name: 'x', 'present.endsOn': '31/3/2028' }).faults).toEqual({
    'present.description': 'needed',
  });
});

test('lines that end as a browser sends them are the same lines', () => {
  const there = { ...base, present: { description: 'One\nTwo' } };
  expect(read({ 'present.description': 'One\r\nTwo' }, there).changes).toEqual([]);
});

test('of two who changed a form, each keeps what only they changed, and both are told where they met', () => {
  const before = { name: 'Old', vat: { treatment: 'a', ratePercent: 20 } };
  const now = { name: 'Theirs', vat: { treatment: 'b', ratePercent: 20 } };
  const typed = { ...writeForm(shape, before), name: 'Mine', 'vat.ratePercent': '5' };
  expect(mergeTyped(fields, typed, { before, now })).toEqual({
    typed: { name: 'Mine', 'vat.treatment': 'b', 'vat.ratePercent': '5' },
    clashes: ['name'],
    isTouched: true,
  });
  expect(mergeTyped(fields, typed, { before, now: before }).isTouched).toBe(false);
  expect(mergeTyped(fields, { ...typed, name: 'Theirs' }, { before, now }).clashes).toEqual([]);
});
