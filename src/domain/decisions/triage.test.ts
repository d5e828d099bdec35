import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { testContext } from '../../../test/support/context.ts';
import { readAnswers, type TriageAnswers } from './triage-answers.ts';
import { triageCase, type TriageFacts, type TriageResult } from './triage.ts';
import { triagePaths } from './triage-question.ts';

const { decisions, deliveryModels } = testContext().reference;
const rules = { ...decisions, models: deliveryModels };
const department: TriageFacts = {
  bodyType: 'central-government',
  nation: 'england',
  on: '2026-11-01',
  commencesOn: null,
  exclusions: [],
  isReorganised: false,
  limits: {},
};
const plain: TriageAnswers = {
  'whole-life-value': 82_000,
  novel: false,
  'first-of-kind': false,
  citizens: 'none',
  data: 'official',
};
const triage = (answers: TriageAnswers, facts: Partial<TriageFacts> = {}): TriageResult =>
  triageCase({ ...plain, ...answers }, { ...department, ...facts }, rules);

describe('the path of a case', () => {
  it.each<[TriageAnswers, string]>([
    [{}, 'light'],
    [{ 'whole-life-value': 999_999 }, 'light'],
    [{ 'whole-life-value': 1_000_000 }, 'standard'],
    [{ 'whole-life-value': 10_000_000 }, 'full'],
    [{ novel: true }, 'full'],
    [{ 'first-of-kind': true }, 'full'],
    [{ citizens: 'some' }, 'light'],
    [{ citizens: 'many' }, 'full'],
    [{ data: 'official-sensitive' }, 'standard'],
    [{ data: 'above' }, 'full'],
    [{ evolution: 'genesis' }, 'full'],
    [{ suppliers: 1 }, 'standard'],
    [{ 'months-left': 3 }, 'light'],
  ])('with %j is %s', (answers, path) => {
    expect(triage(answers).path).toBe(path);
  });

  it('is never light while an answer that could raise it is missing, and says what it could become', () => {
    for (const id of ['whole-life-value', 'novel', 'first-of-kind', 'citizens', 'data'] as const) {
      const { [id]: _, ...others } = plain;
      const result = triageCase(others, department, rules);
      expect([id, result.path, result.couldBecome]).toEqual([id, 'standard', 'full']);
      expect(result.unanswered).toContain(id);
    }
  });

  it('never falls when the value grows', () => {
    fc.assert(
      fc.property(fc.nat(20_000_000), fc.nat(20_000_000), (one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const rank = (value: number): number =>
          triagePaths.indexOf(triage({ 'whole-life-value': value }).path);
        expect(rank(low)).toBeLessThanOrEqual(rank(high));
      }),
      { numRuns: 50 },
    );
  });
});

describe('what the triage says beside the path', () => {
  it('asks the Public Interest Test where it binds, and not where it is outside', () => {
    const large = { 'whole-life-value': 2_000_000, bought: 'services' } as const;
    expect(triage(large, { commencesOn: '2027-04-01' }).asks).toContain('interest-test');
    expect(triage({ ...large, bought: 'goods' }).asks).not.toContain('interest-test');
  });

  it('names models only where the stage of what is needed is known, each with its conditions', () => {
    expect(triage({}).shortlist).toBeNull();
    const found = triage({ evolution: 'product', suppliers: 1 }).shortlist ?? [];
    expect(found.map(({ model }) => model)).toContain('saas');
    expect(found.find(({ model }) => model === 'saas')?.rules).toContainEqual(
      expect.objectContaining({ rule: 'market-depth', effect: 'condition' }),
    );
  });

  it('leaves tests unknown that nobody has answered, and none failed', () => {
    const { tests } = triage({ team: false });
    expect(tests).toContainEqual(expect.objectContaining({ test: 'team-in-post', result: 'condition' }));
    expect(tests).toContainEqual(expect.objectContaining({ test: 'lawful', result: 'unknown' }));
    expect(triage({}, { bodyType: 'nhs' }).tests.map(({ test }) => test)).toContain('clinical-safety');
  });
});

describe('answers as people write them', () => {
  it('are understood as yes, no, numbers and choices', () => {
    expect(
      readAnswers({ novel: 'Yes', team: false, 'whole-life-value': '82000', bought: ' Software ' }),
    ).toEqual({
      answers: { novel: true, team: false, 'whole-life-value': 82_000, bought: 'software' },
      problems: [],
    });
  });

  it('are refused with what to write, and the rest is kept', () => {
    const { answers, problems } = readAnswers({
      novell: 'no',
      bought: 'sofware',
      'months-left': 'soon',
      suppliers: -1,
      team: 'maybe',
      data: 'official',
    });
    expect(answers).toEqual({ data: 'official' });
    expect(problems.map(({ message }) => message)).toEqual([
      expect.stringContaining('There is no question "novell". Did you mean "novel"?'),
      '"sofware" is no answer here: write one of services, software, goods, mixed. Did you mean "software"?',
      '"soon" is no answer here: write a number, 0 or more.',
      '-1 is no answer here: write a number, 0 or more.',
      '"maybe" is no answer here: write yes or no.',
    ]);
  });
});
