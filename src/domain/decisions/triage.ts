import {
  suggestApprovals,
  type ApprovalCategory,
  type ApprovalFacts,
  type ApprovalRule,
  type SuggestedApprovals,
} from './approvals.ts';
import type { DeliveryModel } from './delivery-model.ts';
import type { CaseDocument } from './case-parts/case-document.ts';
import type { BuyerType } from '../organisations/mention.ts';
import { componentPart } from './case-parts/need.ts';
import {
  interestTestDuty,
  type InterestTestDuty,
  type InterestTestReference,
} from './public-interest-test.ts';
import { suggestModels, type SuggestedModel } from './suggest-models.ts';
import { openQuestions, type TriageAnswers } from './triage-answers.ts';
import { firedPathRules, pathOf, type PathRule } from './triage-path.ts';
import { openTests, type OpenTest } from './triage-tests.ts';
import {
  caseTasks,
  type CaseTask,
  type TriageId,
  type TriagePath,
  type TriageReference,
} from './triage-question.ts';

/** Who asks, and when. */
export type TriageFacts = {
  bodyType: BuyerType;
  nation: CaseDocument['buyer']['nation'];
  on: string;
  /** The day on which the project is commenced; without it the day of the case. */
  commencesOn: string | null;
  /** Exclusions from the Public Interest Test that somebody has said hold. */
  exclusions: readonly string[];
  /** Whether the council is being reorganised; null where nobody has said. */
  isReorganised: boolean | null;
  /** Limits that the body has entered: id of an approval → pounds. */
  limits: Readonly<Record<string, number>>;
};

/** Everything the triage goes by. */
export type TriageRules = {
  triage: TriageReference;
  interestTest: InterestTestReference;
  approvals: readonly ApprovalRule[];
  models: readonly DeliveryModel[];
};

/** What twelve answers lead to. */
export type TriageResult = {
  path: TriagePath;
  /** The path that it could still become, by what isn't answered. */
  couldBecome: TriagePath;
  rules: PathRule[];
  /** What the path asks of the case, in the order of the method. */
  asks: CaseTask[];
  /** Models that no rule speaks against; null where the stage of what is needed isn't answered. */
  shortlist: SuggestedModel[] | null;
  tests: OpenTest[];
  interestTest: InterestTestDuty;
  approvals: SuggestedApprovals;
  unanswered: TriageId[];
};

/**
 * The proportionate path of a case by twelve answers, with the rules that fired, models to look at, tests that are open
 * and approvals that are probably needed. Light is only given when everything that could raise it is answered.
 *
 * @example triageCase({ 'whole-life-value': 82_000, novel: false, 'first-of-kind': false, citizens: 'none', data: 'official' }, facts, rules).path // 'light'
 */
export function triageCase(answers: TriageAnswers, facts: TriageFacts, rules: TriageRules): TriageResult {
  const { limits, paths } = rules.triage;
  const fired = firedPathRules(answers, limits);
  const path = pathOf(fired);
  const interestTest = interestTestDuty(
    {
      bodyType: facts.bodyType,
      nation: facts.nation,
      commencesOn: facts.commencesOn ?? facts.on,
      valueWithVat: answers['whole-life-value'] ?? null,
      bought: answers.bought ?? null,
      exclusions: facts.exclusions,
    },
    rules.interestTest,
  );
  const asked = paths.find(({ id }) => id === path)?.asks ?? [];
  return {
    path,
    couldBecome: fired.some(({ raises }) => raises === 'open') ? 'full' : path,
    rules: fired,
    asks: asksOf(asked, interestTest.duty),
    shortlist: shortlistOf(answers, rules.models),
    tests: openTests(answers, facts.bodyType, limits),
    interestTest,
    approvals: suggestApprovals(approvalFacts(answers, facts), rules.approvals),
    unanswered: openQuestions(answers),
  };
}

/** What binds by rule is asked on every path, and what is outside on none. */
function asksOf(asked: readonly CaseTask[], duty: InterestTestDuty['duty']): CaseTask[] {
  return caseTasks.filter((task) =>
    task === 'interest-test'
      ? duty === 'required' || (duty !== 'outside' && asked.includes(task))
      : asked.includes(task),
  );
}

function shortlistOf(answers: TriageAnswers, models: readonly DeliveryModel[]): SuggestedModel[] | null {
  if (answers.evolution === undefined) return null;
  const component = componentPart.parse({
    id: 'whole',
    name: 'The whole',
    evolution: answers.evolution,
    ...(answers.differentiation === undefined ? {} : { differentiation: answers.differentiation }),
    ...(answers.volatility === undefined ? {} : { volatility: answers.volatility }),
    ...(answers.data === undefined ? {} : { dataSensitivity: answers.data }),
  });
  const facts = { suppliersSeen: answers.suppliers ?? null, teamInPost: answers.team ?? null };
  return suggestModels(component, models, facts).filter(({ verdict }) => verdict === 'suggested');
}

/**
 * What the answers and the body say of the approvals that may be due.
 *
 * @example approvalFacts({ novel: true }, facts).categories // ['novel']
 */
export function approvalFacts(answers: TriageAnswers, facts: TriageFacts): ApprovalFacts {
  const known: [ApprovalCategory, boolean | null][] = [
    ['novel', answers.novel ?? null],
    ['citizens', answers.citizens === undefined ? null : answers.citizens !== 'none'],
    ['reorganisation', facts.isReorganised],
  ];
  return {
    bodyType: facts.bodyType,
    nation: facts.nation,
    on: facts.on,
    valueWithVat: answers['whole-life-value'] ?? null,
    categories: known.flatMap(([category, holds]) => (holds === true ? [category] : [])),
    openCategories: known.flatMap(([category, holds]) => (holds === null ? [category] : [])),
    limits: facts.limits,
  };
}
