import { expect, it } from 'vitest';
import { describeShared, readJson } from '../../../test/support/shared-data.ts';
import { checkForecastScoreCases } from './forecast-score-cases.ts';

const point = {
  id: 'point',
  forecast: { kind: 'point', value: 1 },
  observed: 3,
  expected: 2,
  absoluteTolerance: 1e-9,
};

it('a wrong score is found, beside a right one', () => {
  const found = checkForecastScoreCases({ cases: [point, { ...point, expected: 2.1 }] });
  expect(found.map(({ passed }) => passed)).toEqual([true, false]);
});

it('a file of another format is refused with the path of what is wrong', () => {
  expect(() => checkForecastScoreCases({ cases: [{ ...point, observed: 'much' }] })).toThrow('observed');
  const negative = { ...point, forecast: { kind: 'normal', mean: 0, sd: -1 } };
  expect(() => checkForecastScoreCases({ cases: [negative] })).toThrow(
    'cases.0.forecast: A standard deviation',
  );
});

describeShared('reference scores of forecasts', 'numerics/forecast-scores.json', (path) => {
  it('are met, every one', () => {
    const found = checkForecastScoreCases(readJson(path));
    expect(found.length).toBeGreaterThan(6);
    expect(found.filter(({ passed }) => !passed)).toEqual([]);
  });
});
