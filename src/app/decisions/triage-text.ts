import type { z } from 'zod';
import type { triageResultView, triageView } from './triage-view.ts';
import { textSection, textTable } from '../text-form.ts';

type Result = z.output<typeof triageResultView>;
type Question = z.output<typeof triageView>['questions'][number];

/** The twelve questions as text, each with how it is answered. */
export function questionsText(questions: readonly Question[]): string {
  const asked = questions.map(({ id, kind, choices = [], unit, text, hint, why }, at) => {
    const how =
      kind === 'yes-no'
        ? `--${id} or --no-${id}`
        : `--${id} ${kind === 'choice' ? choices.map((one) => one.id).join(' | ') : `a number (${unit ?? ''})`}`;
    return `${at + 1}. ${text}\n   ${hint}\n   Why: ${why}\n   ${how}`;
  });
  return `Twelve questions set how much work a case deserves. Answer those that you can.\n\n${asked.join('\n\n')}`;
}

const duties = {
  required: 'required',
  'good-practice': 'good practice, not required',
  outside: 'outside',
  unknown: 'not known yet',
} as const;

/** What the answers lead to, as text. */
export function resultText(result: Result, questions: readonly Question[]): string {
  const { path, couldBecome, interestTest, approvals, unanswered } = result;
  const could = couldBecome === path ? '' : `; it could become ${couldBecome} by what isn’t answered`;
  const texts = new Map(questions.map(({ id, text }) => [id, text]));
  const approvalsText = (list: Result['approvals']['needed']): string =>
    list.map(({ name, approver, because }) => `${name} (${approver})\n  ${because}`).join('\n');
  return [
    `Path: ${path}${could}.`,
    textSection('Why', result.rules.map(({ question, because }) => `${question}: ${because}`).join('\n')),
    textSection('What it asks', result.asks.join(', ')),
    textSection('Models to look at first', shortlistText(result)),
    textSection(
      'Tests that are open',
      textTable(result.tests.map(({ test, result: found, because }) => [test, found, because])),
    ),
    textSection(`Public Interest Test: ${duties[interestTest.duty]}`, interestTest.because.join('\n')),
    textSection('Approvals you probably need', approvalsText(approvals.needed)),
    textSection('Approvals that depend on what isn’t answered', approvalsText(approvals.unanswered)),
    textSection('Approvals whose limit is not held', approvalsText(approvals.limitNotHeld)),
    textSection('Limits held and not reached', approvalsText(approvals.limitNotReached)),
    textSection('Controls that have ended', approvalsText(approvals.superseded)),
    approvals.reminder,
    textSection('Not answered', unanswered.map((id) => `${id}: ${texts.get(id) ?? ''}`).join('\n')),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function shortlistText({ shortlist }: Result): string {
  if (shortlist === null) return 'Answer "evolution" to have some.';
  return shortlist
    .map(({ model, rules }) => {
      const conditions = rules.flatMap(({ effect, because }) =>
        effect === 'condition' ? [`\n  on condition: ${because}`] : [],
      );
      return `${model}${conditions.join('')}`;
    })
    .join('\n');
}
