import { describe, expect, it } from 'vitest';
import { testContext } from '../../../test/support/context.ts';
import { interestTestDuty, interestTestOutcome, type InterestTestFacts } from './public-interest-test.ts';

const { interestTest } = testContext().reference.decisions;
const bound: InterestTestFacts = {
  bodyType: 'central-government',
  nation: 'england',
  commencesOn: '2027-04-01',
  valueWithVat: 1_000_001,
  bought: 'services',
  exclusions: [],
};
const duty = (facts: Partial<InterestTestFacts>): string =>
  interestTestDuty({ ...bound, ...facts }, interestTest).duty;

describe('whether the Public Interest Test is due', () => {
  it.each<[Partial<InterestTestFacts>, string]>([
    [{}, 'required'],
    [{ commencesOn: '2027-03-31' }, 'good-practice'],
    [{ valueWithVat: 1_000_000 }, 'outside'],
    [{ bought: 'goods' }, 'outside'],
    [{ bodyType: 'local-government' }, 'good-practice'],
    [{ bodyType: 'unknown' }, 'good-practice'],
    [{ valueWithVat: null }, 'unknown'],
    [{ bought: null }, 'unknown'],
    [{ exclusions: ['excluded-overseas'] }, 'outside'],
    [{ exclusions: ['something-else'] }, 'required'],
  ])('with %j: %s', (facts, expected) => {
    expect(duty(facts)).toBe(expected);
  });

  it('says that it isn’t clear how software counts', () => {
    const { because } = interestTestDuty({ ...bound, bought: 'software' }, interestTest);
    expect(because.join(' ')).toContain('wasn’t found');
    expect(interestTestDuty(bound, interestTest).because.join(' ')).not.toContain('wasn’t found');
  });
});

describe('what the test says', () => {
  it('is counts and an input, never a verdict', () => {
    const outcome = interestTestOutcome(
      { core: { answer: 'yes' }, control: { answer: 'partly' }, people: { answer: 'unknown' } },
      interestTest,
    );
    expect(outcome.parts.map(({ part, yes, partly, unknown }) => [part, yes, partly, unknown])).toEqual([
      ['service', 1, 1, 0],
      ['readiness', 0, 0, 1],
    ]);
    expect(outcome.isComplete).toBe(false);
    expect(outcome.input).toMatch(/stands in the longlist.*decides nothing\.$/u);
  });

  it('is complete when every question is answered and none unknown', () => {
    const answers = Object.fromEntries(
      interestTest.parts.flatMap(({ questions }) =>
        questions.map(({ id }) => [id, { answer: 'no' as const }]),
      ),
    );
    const outcome = interestTestOutcome(answers, interestTest);
    expect(outcome.isComplete).toBe(true);
    expect(outcome.input).toContain('Nothing in the first part');
  });
});
