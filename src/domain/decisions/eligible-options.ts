import type { CaseDocument } from './case-parts/case-document.ts';
import { failsOption } from './fails-option.ts';

/**
 * Ids of the options that may be indicated: shortlisted, no comparator, and without a failed test of those that can remove one.
 *
 * @example eligibleOptions(document) // ['saas', 'mixed']
 */
export function eligibleOptions({ options, tests }: Pick<CaseDocument, 'options' | 'tests'>): string[] {
  return options
    .filter(({ role, shortlisted }) => role === 'option' && shortlisted)
    .map(({ id }) => id)
    .filter((id) => !tests.some((test) => test.option === id && failsOption(test)));
}
