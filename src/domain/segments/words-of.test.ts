import { expect, test } from 'vitest';
import { wordsOf } from './words-of.ts';

const spellings = new Map([
  ['wifi', ['wi', 'fi']],
  ['licensing', ['licence']],
]);
const words = (text: string): string => wordsOf(text, spellings).join(' ');

test('IT in capitals is a technology, in small letters a word like any other', () => {
  expect(words('IT support')).toBe('ict support');
  expect(words('make it so')).toBe('make it so');
  expect(words('I.T. services')).toBe('ict service');
  expect(words('IM&T strategy')).toBe('ict strategy');
});

test('plurals, possessives and spellings are made equal', () => {
  expect(words('Laptops and batteries')).toBe('laptop and battery');
  expect(words('switches, boxes, classes')).toBe('switch box class');
  expect(words("The Council's licensing")).toBe('the council licence');
  expect(words('Organization of virtualization')).toBe('organisation of virtualisation');
  expect(words('WiFi and Wi-Fi')).toBe('wi fi and wi fi');
});

test('words that only look like plurals stay as they are', () => {
  expect(words('access analysis campus SaaS GIS')).toBe('access analysis campus saas gis');
});

test('e- is joined to its word', () => {
  expect(words('e-Learning, E-procurement & eLearning')).toBe('elearning eprocurement and elearning');
});

test('accents and signs leave no trace', () => {
  expect(words('Ynys Môn – “système”')).toBe('yny mon systeme');
  expect(words('')).toBe('');
  expect(words('£££')).toBe('');
});
