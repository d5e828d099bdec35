import { expect, it } from 'vitest';
import { dayInWords } from './day-in-words.ts';

it('a day has its month as a word and no leading nought', () => {
  expect(dayInWords('2026-12-09')).toBe('9 December 2026');
  expect(dayInWords('2027-01-31')).toBe('31 January 2027');
});
