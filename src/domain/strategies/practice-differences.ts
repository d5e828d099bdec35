import type { CheckResult } from '../segments/checks/run-checks.ts';
import { outcomes, type PlaybookCheck } from '../segments/playbook/playbook.ts';

/** What the checks said of one contract. */
export type CheckedContract<Segment extends string> = {
  id: string;
  segment: Segment;
  results: readonly CheckResult[];
};

/** A check that fired, over all contracts of a body. */
export type PracticeDifference<Segment extends string> = {
  /** Segments of the contracts on which it fired: several where the check is one of every playbook. */
  segments: Segment[];
  check: PlaybookCheck;
  /** Contracts on which it fired, in the order in which they came. */
  fired: string[];
  /** Contracts that say enough for it to fire or not. */
  judged: number;
  /** Contracts that don’t. */
  notStated: number;
};

/**
 * Where a body’s contracts differ from the playbooks: each check that fired at least once, with how many contracts say enough to
 * judge it. A check that every playbook has is one, whatever the segment. The gravest come first, then what fires on most.
 *
 * @example practiceDifferences([{ id: 'c1', segment: 'cloud-hosting', results }])[0]?.judged // 1
 */
export function practiceDifferences<Segment extends string>(
  contracts: readonly CheckedContract<Segment>[],
): PracticeDifference<Segment>[] {
  const found = new Map<string, PracticeDifference<Segment>>();
  for (const { id, segment, results } of contracts) {
    for (const { check, state } of results) {
      const key = [check.id, check.title, check.act].join('\n');
      const one = found.get(key) ?? { segments: [], check, fired: [], judged: 0, notStated: 0 };
      if (state === 'fires') {
        one.fired.push(id);
        if (!one.segments.includes(segment)) one.segments.push(segment);
      }
      if (state === 'not-stated') one.notStated += 1;
      else one.judged += 1;
      found.set(key, one);
    }
  }
  return [...found.values()]
    .filter(({ fired }) => fired.length > 0)
    .toSorted(
      (one, other) =>
        outcomes.indexOf(one.check.outcome) - outcomes.indexOf(other.check.outcome) ||
        other.fired.length - one.fired.length ||
        (one.check.id < other.check.id ? -1 : 1),
    );
}
