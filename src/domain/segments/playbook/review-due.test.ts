import { expect, test } from 'vitest';
import { reviewDue } from './review-due.ts';

test('a playbook is due six months after it was gone through, on that day and not before', () => {
  expect(reviewDue('2026-05-23', '2026-11-22')).toEqual({ on: '2026-11-23', isDue: false });
  expect(reviewDue('2026-05-23', '2026-11-23')).toEqual({ on: '2026-11-23', isDue: true });
});

test('the end of a longer month comes down to the end of a shorter one', () => {
  expect(reviewDue('2026-08-31', '2027-01-01').on).toBe('2027-02-28');
});
