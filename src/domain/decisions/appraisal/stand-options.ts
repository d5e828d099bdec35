import type { CaseDocument } from '../case-parts/case-document.ts';
import { failsOption } from '../fails-option.ts';

type Test = CaseDocument['tests'][number];

/** Whether an option can be indicated, and if not, why. */
export type OptionStanding = {
  option: string;
  name: string;
  /** comparator: costed and shown, never indicated. failed: a pass/fail test stands against it. */
  status: 'eligible' | 'comparator' | 'failed' | 'not-shortlisted';
  failed: Test[];
  /** Tests that it passes only if something is done, those among them that say fail and can’t remove an option. */
  conditions: Test[];
  /** Tests that nobody can answer yet. */
  unknown: Test[];
  /** Whether any pass/fail test of it is recorded. */
  isTested: boolean;
  /** Why it was shortlisted, or why not. */
  because: string | null;
};

/**
 * Where each option stands: business as usual and the do-minimum are comparators, whatever the tests say of them; any other
 * shortlisted option is eligible unless it fails a test. A condition keeps it, and so does what is unknown.
 *
 * @example standOptions(document).map(({ status }) => status) // ['comparator', 'comparator', 'eligible', 'failed']
 */
export function standOptions({ options, tests }: Pick<CaseDocument, 'options' | 'tests'>): OptionStanding[] {
  return options.map(({ id, name, role, shortlisted, because }) => {
    const own = tests.filter(({ option }) => option === id);
    const failed = own.filter(failsOption);
    return {
      option: id,
      name,
      status: statusOf({ isComparator: role !== 'option', shortlisted, fails: failed.length > 0 }),
      failed,
      conditions: own.filter(
        (test) => test.result === 'condition' || (test.result === 'fail' && !failsOption(test)),
      ),
      unknown: own.filter(({ result }) => result === 'unknown'),
      isTested: own.length > 0,
      because: because ?? null,
    };
  });
}

function statusOf(of: {
  isComparator: boolean;
  shortlisted: boolean;
  fails: boolean;
}): OptionStanding['status'] {
  if (of.isComparator) return 'comparator';
  if (!of.shortlisted) return 'not-shortlisted';
  return of.fails ? 'failed' : 'eligible';
}
