import { expect, test } from 'vitest';
import { shortName } from './begin-case.ts';

test.each([
  ['Replace the permits service', 'replace-the-permits-service'],
  ['Replace the “Café” system', 'replace-the-cafe-system'],
  ['The authority’s register', 'the-authoritys-register'],
  [
    'A title that goes on and on beyond what an address should carry',
    'a-title-that-goes-on-and-on-beyond-what',
  ],
  ['Donaudampfschifffahrtsgesellschaftskapitänsmütze', 'donaudampfschifffahrtsgesellschaftskapit'],
  ['!!!', 'unnamed'],
])('"%s" is called %s', (title, name) => {
  expect(shortName(title)).toBe(name);
});
