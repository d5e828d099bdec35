import { describe, expect, it } from 'vitest';
import { appraisedCase, appraisedCosts } from '../../../../test/factories/appraised-case.ts';
import { appraiseOptions } from './appraise-options.ts';
import { tryWeights, type WeightTrial } from './try-weights.ts';
import { valueOptions, type OptionValues } from './value-options.ts';
import { completeScores } from './complete-scores.ts';
import { weighCriteria } from './weigh-criteria.ts';

const document = appraisedCase();
const appraisal = appraiseOptions(document, { problems: [], costs: appraisedCosts() });
function valuesOf(): OptionValues {
  const [weights, scores] = [weighCriteria(document), completeScores(document)];
  const found = weights === null || scores === null ? null : valueOptions(weights, scores);
  if (found === null) throw new Error('The case has no values.');
  return found;
}
const values = valuesOf();
const eligible = ['build', 'saas', 'mixed'];
const costs = new Map(appraisal.costs.map(({ option, p50 }) => [option, p50]));
const tried = (parts: Partial<WeightTrial>) =>
  tryWeights(values, { weights: new Map(), pricePerPoint: null, eligible, costs, ...parts });

describe('other weights', () => {
  it('in the proportions that were locked, or none at all, give the values of the case', () => {
    const locked = new Map(values.criteria.map(({ id, weight }) => [id, weight * 700]));
    const own = new Map(values.options.map(({ option, value }) => [option, value]));
    for (const { option, value } of [...tried({}).values, ...tried({ weights: locked }).values])
      expect(value).toBeCloseTo(own.get(option) ?? Number.NaN, 9);
    expect(tried({}).first).toBe('mixed');
  });

  it('all on one criterion leave its points, and turn where the changes of the case say', () => {
    const alone = tried({ weights: new Map([['change', 5]]) });
    for (const { option, value } of alone.values)
      expect(value).toBeCloseTo(
        values.options
          .find((one) => one.option === option)
          ?.parts.find(({ criterion }) => criterion === 'change')?.points ?? Number.NaN,
        9,
      );
    const turn = appraisal.changes.find((one) => one.kind === 'weight' && one.side === 'above');
    if (turn?.kind !== 'weight') throw new Error('No weight turns the order.');
    const at = (share: number): ReadonlyMap<string, number> => {
      const rest = values.criteria.filter(({ id }) => id !== turn.criterion);
      const sum = rest.reduce((total, { weight }) => total + weight, 0);
      return new Map([
        [turn.criterion, share],
        ...rest.map(({ id, weight }) => [id, ((1 - share) * weight) / sum] as const),
      ]);
    };
    expect(tried({ weights: at(turn.at - 0.002) }).first).toBe('mixed');
    expect(tried({ weights: at(turn.at + 0.002) }).first).toBe(turn.to);
  });

  it('show options that can’t be chosen, and never choose them', () => {
    expect(tried({}).values).toHaveLength(6);
    expect(tried({ eligible: [] }).first).toBeNull();
  });

  it('with a price of a point name the choice, which turns where the comparison of costs says', () => {
    const price =
      appraisal.costComparison?.places.find(({ option }) => option === 'mixed')?.preferred?.from ?? 0;
    expect(tried({ pricePerPoint: price - 500 }).choice?.option).toBe('saas');
    expect(tried({ pricePerPoint: price + 500 }).choice?.option).toBe('mixed');
    expect(tried({ pricePerPoint: price, costs: new Map() }).choice).toBeNull();
  });

  it('below 0 are refused', () => {
    expect(() => tried({ weights: new Map([['fit', -1]]) })).toThrow('from 0');
  });
});
