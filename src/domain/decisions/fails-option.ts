import type { CaseDocument } from './case-parts/case-document.ts';

type Test = CaseDocument['tests'][number];

/**
 * The few tests that can remove an option: it would be unlawful, can’t be given the classification or the place of data that is
 * demanded, can’t be there by the day even with a lawful bridge, goes past a mandated platform without an exemption, or can’t
 * be paid for at P50. Whatever else is amiss (a thin market, an empty team, an exit that nobody tried) is for somebody to treat.
 */
export const failingTests: readonly Test['test'][] = [
  'lawful',
  'classification',
  'delivered-in-time',
  'mandated-platform',
  'affordable',
];

/**
 * Whether a test’s result removes its option.
 *
 * @example failsOption({ test: 'lawful', result: 'fail' }) // true
 * @example failsOption({ test: 'credible-suppliers', result: 'fail' }) // false
 */
export function failsOption({ test, result }: Pick<Test, 'test' | 'result'>): boolean {
  return result === 'fail' && failingTests.includes(test);
}
