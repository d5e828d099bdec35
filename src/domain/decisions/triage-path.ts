import { poundsText } from './pounds-text.ts';
import type { TriageAnswers } from './triage-answers.ts';
import type { TriageId, TriagePath, TriageReference } from './triage-question.ts';

/** A rule that fired: which answer, what it raises the path to, and why. `open`: it could, once it is answered. */
export type PathRule = { question: TriageId; raises: TriagePath | 'open' | 'nothing'; because: string };

type Limits = TriageReference['limits'];
type Rule = (answers: TriageAnswers, limits: Limits) => PathRule | null;

const rules: readonly Rule[] = [
  ({ 'whole-life-value': value }, { lightBelow, fullFrom }) => {
    const question = 'whole-life-value';
    if (value === undefined) return open(question, 'The value isn’t known.');
    if (value >= fullFrom)
      return {
        question,
        raises: 'full',
        because: `${poundsText(value)} over its life is ${poundsText(fullFrom)} or more.`,
      };
    return value >= lightBelow
      ? {
          question,
          raises: 'standard',
          because: `${poundsText(value)} over its life is ${poundsText(lightBelow)} or more.`,
        }
      : {
          question,
          raises: 'light',
          because: `${poundsText(value)} over its life is below ${poundsText(lightBelow)}.`,
        };
  },
  ({ novel }) =>
    byTruth(
      'novel',
      novel,
      'it is novel, contentious or repercussive',
      'Novel, contentious or repercussive spending is looked at hard, whatever it costs.',
    ),
  ({ 'first-of-kind': first }) =>
    byTruth(
      'first-of-kind',
      first,
      'it is the first of its kind, or a large change of how the service works',
      'The first of its kind, or a transformation: a pilot is due.',
    ),
  ({ citizens }, { lightBelow }) => {
    const question = 'citizens';
    if (citizens === undefined) return open(question, 'Nobody has said who uses it.');
    if (citizens === 'many')
      return { question, raises: 'full', because: 'Many people use it, so that failure is public.' };
    return citizens === 'some'
      ? {
          question,
          raises: 'nothing',
          because: `Some people outside use it; below ${poundsText(lightBelow)} that alone doesn’t make more of it.`,
        }
      : null;
  },
  ({ data }) => {
    const question = 'data';
    if (data === undefined) return open(question, 'Nobody has said how sensitive the data is.');
    if (data === 'above')
      return {
        question,
        raises: 'full',
        because: 'Data above OFFICIAL leaves few suppliers and needs accreditation.',
      };
    return data === 'official-sensitive'
      ? {
          question,
          raises: 'standard',
          because: 'Sensitive data: who holds it, and where, has to be settled.',
        }
      : null;
  },
  ({ evolution }) =>
    evolution === 'genesis'
      ? {
          question: 'evolution',
          raises: 'full',
          because: 'What is new and uncertain is tried before it is bought.',
        }
      : null,
  ({ 'months-left': months }, { shortMonths }) =>
    months !== undefined && months < shortMonths
      ? {
          question: 'months-left',
          raises: 'nothing',
          because: `${monthsLeft(Math.floor(months))} left, fewer than ${shortMonths}: look for the lawful ground of an extension or an interim contract now.`,
        }
      : null,
  ({ suppliers }, { fewSuppliers }) =>
    suppliers !== undefined && suppliers < fewSuppliers
      ? {
          question: 'suppliers',
          raises: 'standard',
          because:
            'The market is thin: open book, a should-cost model and engagement are due. It bars nothing.',
        }
      : null,
];

const monthsLeft = (months: number): string => (months === 1 ? '1 month is' : `${months} months are`);

function open(question: TriageId, because: string): PathRule {
  return { question, raises: 'open', because: `${because} The answer could raise the path.` };
}

function byTruth(
  question: 'novel' | 'first-of-kind',
  answer: boolean | undefined,
  asked: string,
  because: string,
): PathRule | null {
  if (answer === undefined) return open(question, `Nobody has said whether ${asked}.`);
  return answer ? { question, raises: 'full', because } : null;
}

/**
 * Every rule of the path that fired, those included that only wait for an answer.
 *
 * @example firedPathRules({ novel: true }, limits).find(({ raises }) => raises === 'full')?.question // 'novel'
 */
export function firedPathRules(answers: TriageAnswers, limits: Limits): PathRule[] {
  return rules.flatMap((rule) => rule(answers, limits) ?? []);
}

/**
 * The highest path that a rule raises to; standard where an answer is missing that could raise it.
 *
 * @example pathOf([{ question: 'novel', raises: 'open', because: 'Nobody has said.' }]) // 'standard'
 */
export function pathOf(fired: readonly PathRule[]): TriagePath {
  const raises = fired.map((rule) => rule.raises);
  if (raises.includes('full')) return 'full';
  return raises.includes('standard') || raises.includes('open') ? 'standard' : 'light';
}
