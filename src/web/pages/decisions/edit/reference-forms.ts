import type { StoredCase } from '../../../../app/decisions/case-store.ts';
import { tasksOfCase } from '../../../../app/decisions/tasks-of-case.ts';
import { interestTestOutcome } from '../../../../domain/decisions/public-interest-test.ts';
import type { TriageQuestion } from '../../../../domain/decisions/triage-question.ts';
import type { PartFieldWords } from '../../../catalogue/en/case-fields.ts';
import type { CaseField } from '../../../components/case-form/case-field.ts';
import type { PageRequest } from '../../_page.ts';
import type { PartForm } from './edit-fields.ts';

/** The twelve questions as a form, with the path that the answers lead to and why. */
export function triageForm({ context, words }: PageRequest, stored: StoredCase): PartForm {
  const { questions } = context.reference.decisions.triage;
  const { triage } = tasksOfCase(context, stored.document, stored.problems);
  const labels: PartFieldWords = Object.fromEntries(
    questions.map(({ id, text, hint, unit }) => [
      `triage.${id}`,
      [
        text,
        unit === undefined || isNamed(unit, `${text} ${hint}`) ? hint : words.caseOwn.inUnit(hint, unit),
      ] as const,
    ]),
  );
  return {
    part: { id: 'triage', kind: 'fields', fields: questions.map(triageField) },
    labels,
    above: {
      triage: {
        path: words.cases.paths[triage.path],
        couldBecome:
          triage.couldBecome === triage.path
            ? null
            : words.cases.couldBecome(words.cases.paths[triage.couldBecome]),
        rules: triage.rules.filter(({ raises }) => raises !== 'nothing').map(({ because }) => because),
      },
    },
  };
}

/** Whether question or hint name the unit already. */
const isNamed = (unit: string, said: string): boolean => said.toLowerCase().includes(unit.toLowerCase());

function triageField(question: TriageQuestion): CaseField {
  const path = `triage.${question.id}`;
  const { kind, choices = [] } = question;
  if (kind === 'yes-no') return { path, kind };
  if (kind === 'number')
    return { path, kind, ...(question.unit?.startsWith('pounds') === true && { unit: 'pounds' as const }) };
  return {
    path,
    kind: 'choice',
    set: 'triage',
    of: choices.map(({ id }) => id),
    texts: Object.fromEntries(choices.map(({ id, text }) => [id, text])),
  };
}

const answers = ['yes', 'partly', 'no', 'unknown'] as const;

/** The Public Interest Test as a form: what is excluded, then its two parts, each answer with its reason. */
export function interestTestForm({ context, words }: PageRequest, stored: StoredCase): PartForm {
  const { interestTest } = context.reference.decisions;
  const { triage } = tasksOfCase(context, stored.document, stored.problems);
  const outcome = interestTestOutcome(stored.document.publicInterestTest, interestTest);
  const questions = [
    ...interestTest.exclusions.map(({ id, text, note }) => ({
      id,
      label: text,
      hint: note,
      isPartial: false,
    })),
    ...interestTest.parts.flatMap((part) =>
      part.questions.map(({ id, text, heading }) => ({ id, label: text, hint: heading, isPartial: true })),
    ),
  ];
  const fields = questions.flatMap(({ id, isPartial }): CaseField[] => [
    {
      path: `publicInterestTest.${id}.answer`,
      kind: 'choice',
      set: 'answer',
      of: isPartial ? answers : ['yes', 'no', 'unknown'],
      isCore: true,
    },
    { path: `publicInterestTest.${id}.because`, kind: 'area' },
  ]);
  const labels: PartFieldWords = Object.fromEntries(
    questions.flatMap(({ id, label, hint }) => [
      [`publicInterestTest.${id}.answer`, hint === undefined ? [label] : [label, hint]] as const,
      [`publicInterestTest.${id}.because`, [words.caseOwn.because]] as const,
    ]),
  );
  return {
    part: {
      id: 'public-interest-test',
      kind: 'fields',
      fields,
      groups: questions.map(({ id }) => ({ path: `publicInterestTest.${id}`, isWhole: true })),
    },
    labels,
    headings: {
      [firstOf(interestTest.exclusions[0]?.id)]: words.caseOwn.exclusions,
      ...Object.fromEntries(interestTest.parts.map((part) => [firstOf(part.questions[0]?.id), part.name])),
    },
    above: {
      factLines: [
        words.caseOwn.duty[triage.interestTest.duty],
        ...triage.interestTest.because,
        ...outcome.parts.map((part) => words.caseOwn.partCount(part)),
        outcome.input,
      ],
    },
  };
}

function firstOf(id: string | undefined): string {
  return `publicInterestTest.${id ?? ''}.answer`;
}
