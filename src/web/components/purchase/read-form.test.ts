import { expect, test } from 'vitest';
import { purchaseCells } from '../../../../test/factories/purchase-cells.ts';
import { words } from '../../../../test/support/page.ts';
import { findFaults, isoDay, readTyped, typedCells } from './read-form.ts';

const typed = (changes: Record<string, string> = {}) =>
  readTyped({
    ...Object.fromEntries(Object.entries(purchaseCells).map(([name, text]) => [name, text ?? ''])),
    ...changes,
  });

test.each([
  ['1/4/2027', '2027-04-01'],
  ['01.04.2027', '2027-04-01'],
  ['1 4 2027', '2027-04-01'],
  ['2027-04-01', '2027-04-01'],
  ['1/4/27', '1/4/27'],
  ['April 2027', 'April 2027'],
  ['', ''],
])('the day "%s" is read as "%s"', (text, day) => {
  expect(isoDay(text)).toBe(day);
});

test('days are read as people type them, and lines end as elsewhere', () => {
  const form = typed({ startFrom: ' 1/4/2027 ', title: '1/4/2027', description: 'one\r\ntwo' });
  expect(typedCells(form)).toMatchObject({
    startFrom: '2027-04-01',
    title: '1/4/2027',
    description: 'one\ntwo',
  });
  expect(findFaults(form, words)).toEqual({});
});

test('what is missing is asked for in the words of the form, what is wrong is told with its reason', () => {
  const faults = findFaults(typed({ title: ' ', months: '0', valueLow: '' }), words);
  expect(faults).toEqual({
    title: 'Enter what is bought',
    valueLow: 'Enter the lowest value, or the same twice where there is no range',
    months: '"0" is no number of months from 1 to 600.',
  });
});

test('every word for what is missing is that of a field which can be missing', () => {
  const faults = findFaults(readTyped({ valueHigh: '5' }), words);
  const asked = { ...faults, ...findFaults(typed({ vat: '' }), words) };
  expect(Object.keys(asked).toSorted()).toEqual(Object.keys(words.purchases.missing).toSorted());
});
