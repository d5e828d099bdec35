import { expect, test } from 'vitest';
import { words } from '../../../test/support/page.ts';
import { presentReasons } from './present-published-also.ts';

const noteOf = (detail: string) =>
  presentReasons([{ part: 'same-title', weight: 3.5, detail }], words)[0]?.note;

test('days among the reasons are written as people write them', () => {
  expect(noteOf('2025-07-24, 2028-01-23')).toBe('24 July 2025, 23 January 2028');
  expect(noteOf('2025-05-20 · 2025-05-23')).toBe('20 May 2025 · 23 May 2025');
});

test('a title that holds a day stays as published', () => {
  expect(noteOf('Licences 2025-07-24')).toBe('Licences 2025-07-24');
});
