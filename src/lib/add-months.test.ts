import { expect, it } from 'vitest';
import { addMonths } from './add-months.ts';

it('keeps the day where the month has it, and takes the last where it hasn’t', () => {
  expect(addMonths('2027-03-31', 1)).toBe('2027-04-30');
  expect(addMonths('2027-12-15', 2)).toBe('2028-02-15');
  expect(addMonths('2028-03-31', -12)).toBe('2027-03-31');
});
