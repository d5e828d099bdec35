import { expect, test } from 'vitest';
import { suggest } from './suggest.ts';

test('a swapped, missing or doubled letter still finds the word', () => {
  const known = ['contracts', 'buyers', 'suppliers'];
  expect(suggest('contarcts', known)).toBe('contracts');
  expect(suggest('buyer', known)).toBe('buyers');
  expect(suggest('Supppliers', known)).toBe('suppliers');
});

test('a word that is near to nothing gets no suggestion', () => {
  expect(suggest('weather', ['contracts', 'buyers'])).toBeNull();
  expect(suggest('', ['contracts'])).toBeNull();
});
