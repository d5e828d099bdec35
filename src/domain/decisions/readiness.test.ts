import { describe, expect, it } from 'vitest';
import { caseWith, smallCase } from '../../../test/factories/sourcing-case.ts';
import { testContext } from '../../../test/support/context.ts';
import { checkCase } from './check-case.ts';
import { caseReadiness, type CaseReadiness } from './readiness.ts';
import type { CaseTask, TriagePath } from './triage-question.ts';

const { interestTest, triage } = testContext().reference.decisions;
const models = new Set(['saas', 'in-house-build']);
const asksOf = (path: TriagePath): CaseTask[] => triage.paths.find(({ id }) => id === path)?.asks ?? [];

function readiness(parts: Record<string, unknown>, path: TriagePath = 'full'): CaseReadiness {
  const document = caseWith(parts);
  return caseReadiness(document, {
    asks: asksOf(path),
    problems: checkCase(document, models),
    interestTest,
  });
}

const source = 'Rate card of the body';
const tests = ['product', 'build'].flatMap((option) =>
  ['lawful', 'affordable', 'delivered-in-time'].map((test) => ({ option, test, result: 'pass' })),
);
/** Everything that a full case has to show at the strategic outline. */
const complete = {
  need: {
    ...smallCase.need,
    outcomes: [{ id: 'speed', text: 'Permits in ten days', measure: 'Days', owner: 'Director' }],
    present: { description: 'A system of 2009.' },
    volumes: [{ name: 'permits', perYear: 9000 }],
  },
  reuse: [{ what: 'GOV.UK Pay', kind: 'platform', result: 'no', because: 'Permits are free.' }],
  market: { engaged: 'planned' },
  publicInterestTest: Object.fromEntries(
    interestTest.parts.flatMap(({ questions }) => questions.map(({ id }) => [id, { answer: 'no' }])),
  ),
  options: smallCase.options.map((option) => ({
    ...option,
    because: 'It meets the need.',
    closesOff: 'Little.',
    exit: 'Data in open formats.',
  })),
  tests,
  costs: { ...smallCase.costs, lines: smallCase.costs.lines.map((line) => ({ ...line, source })) },
  unmonetised: [{ label: 'Trust', effect: 'Traders plan better.' }],
  budgets: [{ year: '2027-28', resource: 800_000 }],
  pilot: { what: 'Two ports for a month.', status: 'planned' },
  recommendation: {
    option: 'product',
    reasons: 'It works at two peers, and we have no team.',
    post: 'Head of Permits',
    on: '2026-10-20',
  },
  assessments: smallCase.assessments.map((one) => ({ ...one, reference: 'Annex' })),
  approvals: [{ stage: 'strategic-outline', approver: 'Investment committee', status: 'asked' }],
};

describe('the task list of a case', () => {
  it('has the ten steps in order, with fifteen tasks', () => {
    const { steps } = readiness({});
    expect(steps.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(steps.flatMap(({ tasks }) => tasks)).toHaveLength(15);
  });

  it('of a complete case has no causes, and what comes after approval may be open', () => {
    const { status, causes, steps } = readiness(complete);
    expect(causes).toEqual([]);
    expect(status).toBe('ready for approval');
    expect(steps.slice(0, 4).map((step) => step.status)).toEqual(['done', 'done', 'done', 'done']);
    expect(steps[8]?.status).toBe('missing');
  });

  it.each([
    ['reuse', { reuse: [] }, 'Nothing was looked at that exists already.'],
    [
      'test',
      {
        tests: [
          ...tests,
          { option: 'build', test: 'exit-tested', result: 'unknown', owner: 'X', by: '2027-01-01' },
        ],
      },
      'Whether “build” passes “exit-tested” is unknown.',
    ],
    ['pilot', { pilot: { what: 'None.', status: 'not-needed' } }, 'Say why no pilot is needed.'],
    ['route', { stage: 'outline' }, 'Say how it would be bought.'],
    [
      'verifier',
      { roles: smallCase.roles.filter(({ role }) => role !== 'verifier') },
      'No verifier is named.',
    ],
    [
      'equality',
      { assessments: smallCase.assessments },
      'Link the equality assessment, or say why none is needed.',
    ],
  ])('without its %s is not ready, with the cause', (_, change, cause) => {
    const { status, causes } = readiness({ ...complete, ...change });
    expect(status).toBe('not ready for approval');
    expect(causes).toContain(cause);
  });

  it('on the light path asks less, but what was written must be right', () => {
    const light = { ...complete, publicInterestTest: {}, market: undefined, pilot: undefined };
    expect(readiness(light, 'light').status).toBe('ready for approval');
    const roles = smallCase.roles.filter(({ role }) => role === 'author');
    expect(readiness({ ...light, roles }, 'light').causes).toEqual([]);
    const [first, ...others] = smallCase.scores;
    const wrong = readiness({ ...light, scores: [{ ...first, criterion: 'nothing' }, ...others] }, 'light');
    expect(wrong.causes.join()).toContain('No criterion is called "nothing"');
  });
});
