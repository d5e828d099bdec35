import { describe, expect, it } from 'vitest';
import { caseWith, smallCase } from '../../../../test/factories/sourcing-case.ts';
import { completeScores } from './complete-scores.ts';
import { valueOptions, type OptionValues } from './value-options.ts';
import { weighCriteria } from './weigh-criteria.ts';

function valuesOf(parts: Record<string, unknown> = {}): OptionValues | null {
  const document = caseWith(parts);
  const weights = weighCriteria(document);
  return weights === null ? null : valueOptions(weights, completeScores(document));
}

const without = (
  test: (score: { option: string; criterion: string }) => boolean,
): Record<string, unknown>[] =>
  smallCase.scores.filter(({ option, criterion }) => !test({ option, criterion }));

describe('the values of options', () => {
  it('are sums of weight and points, with their parts', () => {
    const build = valuesOf()?.options.find(({ option }) => option === 'build');
    expect(build?.value).toBeCloseTo((2 / 3) * 80 + (1 / 3) * 45, 10);
    expect(build?.parts.reduce((sum, { part }) => sum + (part ?? 0), 0)).toBeCloseTo(build?.value ?? 0, 10);
  });

  it('are bounds where a score is missing', () => {
    const scores = without(({ option, criterion }) => option === 'build' && criterion === 'people');
    const build = valuesOf({ scores })?.options.find(({ option }) => option === 'build');
    expect(build).toMatchObject({ value: null, notScored: ['people'] });
    expect(build?.low).toBeCloseTo(160 / 3, 10);
    expect(build?.high).toBeCloseTo(160 / 3 + 100 / 3, 10);
  });

  it('leave out a criterion by which nobody scored anything, and say so', () => {
    const found = valuesOf({ scores: without(({ criterion }) => criterion === 'people') });
    expect(found?.leftOut).toEqual([{ criterion: 'people', because: 'no-score' }]);
    expect(found?.criteria.map(({ id, weight }) => [id, weight])).toEqual([['fit', 1]]);
    expect(found?.options.map(({ value }) => value)).toEqual([20, 40, 60, 80]);
  });

  it('are none without scores', () => {
    expect(valuesOf({ scores: [] })).toBeNull();
  });
});
