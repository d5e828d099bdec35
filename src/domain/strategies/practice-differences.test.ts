import { expect, test } from 'vitest';
import type { CheckResult, CheckState } from '../segments/checks/run-checks.ts';
import type { Outcome, PlaybookCheck } from '../segments/playbook/playbook.ts';
import { practiceDifferences } from './practice-differences.ts';
import { renewalUrgency } from './renewal-urgency.ts';

const check = (id: string, outcome: Outcome): PlaybookCheck => ({
  id,
  title: id,
  when: { kind: 'compare', fact: 'bids', by: 'is', value: 1 },
  outcome,
  because: '',
  act: '',
  basis: { kind: 'judgement' },
  passage: 'terms',
});
const result = (of: PlaybookCheck, state: CheckState): CheckResult => ({
  check: of,
  state,
  facts: [],
  missing: [],
});

test('a check counts contracts on which it fired, those that it could judge, and those that it couldn’t', () => {
  const bids = check('bids', 'warn');
  const exit = check('exit', 'stop');
  const quiet = check('quiet', 'stop');
  const found = practiceDifferences([
    { id: 'c1', segment: 'a', results: [result(bids, 'fires'), result(exit, 'clear'), result(quiet, 'clear')] },
    { id: 'c2', segment: 'b', results: [result(bids, 'fires'), result(exit, 'fires')] },
    { id: 'c3', segment: 'b', results: [result(bids, 'not-stated'), result(exit, 'not-stated')] },
  ]);
  expect(found).toEqual([
    { segments: ['b'], check: exit, fired: ['c2'], judged: 2, notStated: 1 },
    { segments: ['a', 'b'], check: bids, fired: ['c1', 'c2'], judged: 2, notStated: 1 },
  ]);
  expect(practiceDifferences([])).toEqual([]);
}); // prettier-ignore

test.each([
  ['2026-10-31', 'late'],
  ['2026-11-01', 'soon'],
  ['2027-02-01', 'soon'],
  ['2027-02-02', 'later'],
  [null, 'unknown'],
])('a renewal to decide by %s is %s', (day, expected) => {
  expect(renewalUrgency(day, '2026-11-01')).toBe(expected);
});
