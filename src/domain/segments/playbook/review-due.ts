import { addMonths } from '../../../lib/add-months.ts';

/** Months after which a playbook is gone through again. Frameworks, prices and inquiries move about that fast. */
const monthsBetweenReviews = 6;

/** When a playbook should be gone through again. */
export type ReviewDue = { on: string; isDue: boolean };

/**
 * When a playbook that was last gone through on a day should be gone through again, and whether that day has come.
 *
 * @example reviewDue('2026-05-23', '2026-11-24') // { on: '2026-11-23', isDue: true }
 * @example reviewDue('2026-11-23', '2026-11-24') // { on: '2027-05-23', isDue: false }
 */
export function reviewDue(reviewed: string, today: string): ReviewDue {
  const on = addMonths(reviewed, monthsBetweenReviews);
  return { on, isDue: on <= today };
}
