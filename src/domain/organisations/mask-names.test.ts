import { expect, it } from 'vitest';
import { maskNames } from './mask-names.ts';

const masked = (text: string, ...names: string[]): string => maskNames(text, names, '[x]');

it.each([
  ['Idox Software licences', 'IDOX SOFTWARE LIMITED', '[x] Software licences'],
  ['Civica Xpress: hosting', 'Civica UK Ltd', '[x] Xpress: hosting'],
  ["Softcat's licences", 'SOFTCAT PLC', '[x] licences'],
  ['Work by Ernst and Young', 'ERNST & YOUNG LLP', 'Work by [x]'],
  ['Work by Ernst & Young LLP', 'Ernst and Young', 'Work by [x]'],
  ['Brandwatch seats', 'Runtime Collective Limited t/a Brandwatch', '[x] seats'],
  ['Software Box supplies software', 'Software Box Ltd', '[x] supplies software'],
  ['Licensing by Móller', 'Moller Group plc', 'Licensing by [x]'],
])('%s without %s is %s', (text, name, expected) => {
  expect(masked(text, name)).toBe(expected);
});

it.each([
  ['Oracle of Delphi exhibition', 'Oraclesoft Ltd'],
  ['Digital services for schools', 'Northgate Digital Services Ltd'],
  ['Support', ''],
  ['Support', '***'],
])('%s stays beside %s', (text, name) => {
  expect(masked(text, name)).toBe(text);
});

it('every supplier is masked, the longer name first', () => {
  expect(masked('Capita One and Capita', 'Capita Ltd', 'Capita One Ltd')).toBe('[x] and [x]');
});
