import { describe, expect, it } from 'vitest';
import { appraisedCase, appraisedCosts } from '../../../../test/factories/appraised-case.ts';
import { checkCase } from '../check-case.ts';
import type { CaseDocument } from '../case-parts/case-document.ts';
import { appraiseOptions, type Appraisal } from './appraise-options.ts';
import { chooseOption } from './choose-option.ts';
import type { Change } from './find-changes.ts';

const models = new Set(['saas', 'in-house-build', 'systems-integrator']);

function appraise(changes: Record<string, unknown> = {}, costs = appraisedCosts()): Appraisal {
  const document = appraisedCase(changes);
  return appraiseOptions(document, { problems: checkCase(document, models), costs });
}

const locked = { method: 'swing', lockedOn: '2026-10-01' };
const fails = { test: 'lawful', result: 'fail', evidence: 'Counsel.' };

function only<Kind extends Change['kind']>(
  { changes }: Appraisal,
  kind: Kind,
): Extract<Change, { kind: Kind }>[] {
  return changes.filter((change): change is Extract<Change, { kind: Kind }> => change.kind === kind);
}

describe('the indicative result', () => {
  const found = appraise();

  it('is the option worth most, with its price beside every other one', () => {
    expect(found.isReady).toBe(true);
    expect(found.indicated).toMatchObject({ option: 'mixed', basis: 'highest-value', cost: 14.2e6 });
    const saas = found.indicated?.comparisons.find((one) => one.with === 'saas');
    expect(saas).toMatchObject({ kind: 'better-dearer', extraCost: 1.7e6 });
    expect(found.indicated?.comparisons.map((one) => one.with)).toEqual(['bau', 'minimum', 'build', 'saas', 'integrator']); // prettier-ignore
  });

  it('never mixes cost into the value: other costs leave values and order as they are', () => {
    const dearer = new Map([...appraisedCosts()].map(([option], at) => [option, { p50: 1e6 * at }]));
    const other = appraise({}, dearer);
    expect(other.values).toEqual(found.values);
    expect(other.robustness).toEqual(found.robustness);
  });

  it('names who is not eligible, and why', () => {
    expect(found.standings.map(({ option, status }) => [option, status])).toEqual([
      ['bau', 'comparator'],
      ['minimum', 'comparator'],
      ['build', 'eligible'],
      ['saas', 'eligible'],
      ['integrator', 'failed'],
      ['mixed', 'eligible'],
      ['venture', 'not-shortlisted'],
    ]);
  });

  it('says what would be the choice if a condition were not met, and if a test that excludes passed', () => {
    expect(only(found, 'open-test')).toEqual([
      { kind: 'open-test', test: 'exit-tested', result: 'condition', to: ['saas', 'build'] },
    ]);
    const excluded = appraise({ tests: [{ option: 'mixed', ...fails }] });
    expect(excluded.indicated?.option).toBe('build');
    expect(only(excluded, 'failed-test')).toEqual([{ kind: 'failed-test', tests: ['lawful'], to: 'mixed' }]);
  });

  it('warns where a comparator is worth no less and costs no more', () => {
    const scores = appraisedCase().scores.map((score) =>
      score.option === 'minimum' ? { ...score, score: 95 } : score,
    );
    const cheap = appraisedCosts().set('minimum', { p50: 10e6 });
    expect(appraise({ scores }, cheap).indicated).toMatchObject({
      option: 'mixed',
      beatenByComparators: ['minimum'],
    });
  });

  it('follows the price of a point that the body has said', () => {
    const stated = appraise({ weights: { ...locked, pricePerPoint: 100_000 } });
    expect(stated.indicated).toMatchObject({ option: 'saas', basis: 'stated-price', pricePerPoint: 100_000 });
    const [price] = only(stated, 'price-per-point');
    expect(price).toMatchObject({ side: 'above', to: 'mixed' });
    expect(price?.at).toBe(stated.indicated?.preferred?.to);
  });
});

describe('what would change the result', () => {
  const choiceWith = (
    appraisal: Appraisal,
    change: (value: { weights: number[]; points: number[][]; costs: number[] }) => void,
    pricePerPoint: number | null,
  ): string | undefined => {
    const { values, standings, costs } = appraisal;
    const names = standings.filter(({ status }) => status === 'eligible').map(({ option }) => option);
    const changed = {
      weights: (values?.criteria ?? []).map(({ weight }) => weight),
      points: names.map(
        (name) =>
          values?.options
            .find(({ option }) => option === name)
            ?.parts.map(({ points }) => points ?? Number.NaN) ?? [],
      ),
      costs: names.map((name) => costs.find(({ option }) => option === name)?.p50 ?? Number.NaN),
    };
    change(changed);
    return chooseOption(
      names.map((option, at) => ({
        option,
        cost: changed.costs[at] ?? null,
        value: (changed.points[at] ?? []).reduce(
          (sum, points, criterion) => sum + points * (changed.weights[criterion] ?? 0),
          0,
        ),
      })),
      pricePerPoint,
    )?.option;
  };

  it.each([null, 100_000, 300_000])('holds when it is done, where a point is worth %s', (pricePerPoint) => {
    const found = appraise({
      weights: { ...locked, ...(pricePerPoint === null ? {} : { pricePerPoint }) },
    });
    const own = found.indicated?.option ?? '';
    const row = ['build', 'saas', 'mixed'].indexOf(own);
    const criteria = (found.values?.criteria ?? []).map(({ id }) => id);
    const weightAt = (criterion: string, to: number): string | undefined =>
      choiceWith(
        found,
        (value) => {
          const at = criteria.indexOf(criterion);
          const rest = 1 - (value.weights[at] ?? 0);
          value.weights = value.weights.map((weight, index) =>
            index === at ? to : (weight * (1 - to)) / rest,
          );
        },
        pricePerPoint,
      );
    const weights = only(found, 'weight');
    expect(weights.length).toBeGreaterThan(0);
    for (const { criterion, at, side, to } of weights) {
      const step = side === 'below' ? -1e-6 : 1e-6;
      expect(weightAt(criterion, at - step)).toBe(own);
      expect(weightAt(criterion, at + step)).toBe(to);
    }
    const scoreAt = (criterion: string, to: number): string | undefined =>
      choiceWith(
        found,
        ({ points }) => {
          points[row] = (points[row] ?? []).with(criteria.indexOf(criterion), to);
        },
        pricePerPoint,
      );
    const scores = only(found, 'score');
    expect(scores.length).toBeGreaterThan(0);
    for (const { criterion, at, to } of scores) {
      expect(scoreAt(criterion, at + 1e-6)).toBe(own);
      expect(scoreAt(criterion, at - 1e-6)).toBe(to);
    }
    for (const { at, to } of only(found, 'cost')) {
      const costAt = (pounds: number): string | undefined =>
        choiceWith(found, (value) => (value.costs = value.costs.with(row, pounds)), pricePerPoint);
      expect(costAt(at - 1)).toBe(own);
      expect(costAt(at + 1)).toBe(to);
    }
    expect(only(found, 'cost')).toHaveLength(pricePerPoint === null ? 0 : 1);
    for (const { at, side, to } of only(found, 'price-per-point')) {
      const step = side === 'below' ? -1 : 1;
      expect(choiceWith(found, () => undefined, at + step)).toBe(to);
    }
  });
});

describe('a case that isn’t complete', () => {
  it('is valued where that is honest, and not ready', () => {
    const scores = appraisedCase().scores.filter(
      ({ option, criterion }) => option !== 'build' || criterion !== 'risk',
    );
    const found = appraise({ scores });
    expect(found.indicated?.option).toBe('mixed');
    expect(found.reasons).toEqual([{ kind: 'missing-scores', option: 'build', criteria: ['risk'] }]);
    expect(only(found, 'missing-scores')).toEqual([
      { kind: 'missing-scores', criteria: ['risk'], to: 'build' },
    ]);
  });

  it('is not ready while a test is unknown, and says who settles it', () => {
    const tests = [
      { option: 'saas', test: 'exit-tested', result: 'unknown', owner: 'Legal', by: '2027-01-31' },
    ];
    const found = appraise({ tests });
    expect(found.isReady).toBe(false);
    expect(found.reasons).toEqual([
      { kind: 'unknown-test', option: 'saas', test: 'exit-tested', owner: 'Legal', by: '2027-01-31' },
    ]);
    expect(found.indicated?.isUntested).toBe(true);
  });

  it('indicates by value alone where costs are missing, and names them', () => {
    const found = appraise({}, new Map([['saas', { p50: 12.5e6 }]]));
    expect(found.indicated).toMatchObject({ option: 'mixed', basis: 'value-only', preferred: null });
    expect(found.reasons.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'no-cost'));
  });

  it('indicates nothing where every option fails, and shows values and costs', () => {
    const tests = ['build', 'saas', 'integrator', 'mixed'].map((option) => ({ option, ...fails }));
    const found = appraise({ tests });
    expect(found.indicated).toBeNull();
    expect(found.values?.options).toHaveLength(6);
    expect(found.costs).toHaveLength(6);
    expect(found.reasons).toEqual([{ kind: 'no-eligible-option' }]);
  });

  it('compares nothing where scopes differ without a line that explains it', () => {
    const options = appraisedCase().options.map((option) =>
      option.id === 'saas' ? { ...option, scope: { termYears: 9 } } : option,
    );
    const found = appraise({ options });
    expect(found.refusedBy.map(({ path }) => path)).toEqual(['options[3].scope']);
    expect([found.values, found.indicated, found.robustness]).toEqual([null, null, null]);
    expect(found.isReady).toBe(false);
  });

  it('is answered from nothing at all', () => {
    const empty: Partial<CaseDocument> = { criteria: [], scores: [], assessors: [], options: [], tests: [], moderation: [] };
    expect(appraise({ ...empty, costs: {} }, new Map()).indicated).toBeNull();
  }); // prettier-ignore
});
